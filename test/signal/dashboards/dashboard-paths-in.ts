import { dashboardPaths } from "../../../src/signal/dashboards/dashboard-path.ts";
import { readDashboards } from "../../../src/signal/dashboards/read-dashboards.ts";
import type { SignalPath } from "../../../src/signal/path/signal-path.ts";
import { knownMetrics } from "../../../src/signal/series/known-metrics.ts";
import type { World } from "../../../src/world/world.ts";

/** The paths of every dashboard of a world. */
export const dashboardPathsIn = (world: World): readonly SignalPath[] =>
  dashboardPaths(readDashboards(world), knownMetrics(world, new Map()), world);

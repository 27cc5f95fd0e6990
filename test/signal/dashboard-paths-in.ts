import { dashboardPaths } from "../../src/signal/dashboard-path.ts";
import { knownMetrics } from "../../src/signal/known-metrics.ts";
import { readDashboards } from "../../src/signal/read-dashboards.ts";
import type { SignalPath } from "../../src/signal/signal-path.ts";
import type { World } from "../../src/signal/world.ts";

/** The paths of every dashboard of a world. */
export const dashboardPathsIn = (world: World): readonly SignalPath[] =>
  dashboardPaths(readDashboards(world), knownMetrics(world, new Map()), world);

import { compare } from "../core/finding.ts";
import type { ExporterModel } from "../dcgm/exporter-model.ts";
import type { Render } from "../render/render.ts";
import type { Stack } from "../stack/stack.ts";
import type { RuleVerdict } from "../validate/promtool/rule-verdict.ts";
import { buildWorld } from "../world/build-world.ts";
import type { World } from "../world/world.ts";
import { type AlertWay, alertWays } from "./alerts/alert-path.ts";
import { recordPaths } from "./alerts/record-path.ts";
import { dashboardPaths } from "./dashboards/dashboard-path.ts";
import { type ReadDashboards, readDashboards } from "./dashboards/read-dashboards.ts";
import { metricsPaths } from "./metrics/metrics-path.ts";
import { type SignalPath, signals } from "./path/signal-path.ts";
import { knownMetrics } from "./series/known-metrics.ts";
import type { KnownMetrics } from "./series/metric-facts.ts";

/** What the resolver found out: checks read it, and resolve nothing again. */
export interface Resolution {
  readonly world: World;
  readonly known: KnownMetrics;
  /** Alerts of base and overlays; their paths are among {@link paths}. */
  readonly alerts: readonly AlertWay[];
  readonly dashboards: ReadDashboards;
  /** The way of every signal that the tree brings, sorted by signal, then subject. */
  readonly paths: readonly SignalPath[];
}

/**
 * The way of every signal that the tree brings: metrics of its monitors, alerts of its rules, dashboards of its
 * ConfigMaps. It presumes that everything rendered; `rules` are promtool's verdicts, which decide what the
 * operator makes of a rule.
 */
export const resolveSignals = (
  stack: Stack,
  render: Render,
  rules: readonly RuleVerdict[],
  exporter: ExporterModel,
): Resolution => {
  const world = buildWorld(stack, render, exporter);
  const verdicts = new Map(rules.map((verdict) => [verdict.manifest, verdict]));
  const known = knownMetrics(world, verdicts);
  const alerts = alertWays(world, known, verdicts);
  const dashboards = readDashboards(world);
  const ways = [...alerts.map(({ path }) => path), ...recordPaths(world, verdicts)];
  const paths = [...metricsPaths(world), ...ways, ...dashboardPaths(dashboards, known, world)].sort(
    (a, b) => signals.indexOf(a.signal) - signals.indexOf(b.signal) || compare(a.subject, b.subject),
  );
  return { world, known, alerts, dashboards, paths };
};

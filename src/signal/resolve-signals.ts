import type { ExporterModel } from "../dcgm/exporter-model.ts";
import { compare } from "../finding.ts";
import type { Render } from "../render/render.ts";
import type { Stack } from "../stack/stack.ts";
import type { RuleVerdict } from "../validate/rule-verdict.ts";
import { alertPaths } from "./alert-path.ts";
import { buildWorld } from "./build-world.ts";
import { dashboardPaths } from "./dashboard-path.ts";
import { metricsPaths } from "./metrics-path.ts";
import { type SignalPath, signals } from "./signal-path.ts";

/**
 * The way of every signal that the tree brings: metrics of its monitors, alerts of its rules, dashboards of its ConfigMaps. Sorted by signal, then subject.
 * It presumes that everything rendered; `rules` are promtool's verdicts, which decide what the operator makes of a rule.
 */
export const resolveSignals = (
  stack: Stack,
  render: Render,
  rules: readonly RuleVerdict[],
  exporter: ExporterModel,
): readonly SignalPath[] => {
  const world = buildWorld(stack, render, exporter);
  return [...metricsPaths(world), ...alertPaths(world, rules), ...dashboardPaths(world)].sort(
    (a, b) => signals.indexOf(a.signal) - signals.indexOf(b.signal) || compare(a.subject, b.subject),
  );
};

import type { Labels } from "../../kubernetes/labels.ts";
import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import { exactly, type LabelShape } from "../../promql/label-shape.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import { alertmanagersOf } from "../../signal/alertmanager/alertmanager-in-force.ts";
import { alertLabels } from "../../signal/alerts/alert-labels.ts";
import { gpuCoverage } from "../../signal/alerts/gpu-coverage.ts";
import { evaluatorOf } from "../../signal/operator/monitor-selection.ts";
import type { Resolution } from "../../signal/resolve-signals.ts";
import { recordedFrom, recordingsIn } from "../../signal/rules/recorded-from.ts";
import type { RuleEntry } from "../../signal/rules/rule-entries.ts";
import type { WorldObject } from "../../world/world.ts";

/** A GPU alert of the tree, and what it is sent with and where. */
export interface GpuAlert {
  readonly entry: RuleEntry;
  /** What is known of its labels from files. */
  readonly labels: LabelShape;
  /** The same where every series that it reads has exactly these labels. */
  labelsOf(series: Labels): LabelShape;
  readonly prometheus: WorldObject | null;
  readonly alertmanagers: readonly WorldObject[];
  /** An Alertmanager that it is sent to and that is not in sight; null where there is none. */
  readonly unseen: string | null;
}

/** Alerts of base and overlays that read metrics of GPUs, also through recording rules, or miss their exporter. */
export const gpuAlerts = (resolution: Resolution): readonly GpuAlert[] => {
  const { world, known, alerts } = resolution;
  const recordings = recordingsIn(world);
  const speaking = new Set(gpuCoverage(resolution).flatMap((one) => one.alerts.map(({ way }) => way.entry)));
  return alerts
    .map(({ entry }) => entry)
    .filter(
      (entry) =>
        speaking.has(entry) ||
        recordedFrom(entry.expr, recordings).leaves.some(({ metric }) => isGpuMetric(metric ?? "")),
    )
    .map((entry) => {
      const prometheus = evaluatorOf(entry.object, world);
      const { found, unseen } = prometheus === null ? nowhere : alertmanagersOf(prometheus, world);
      const expression = readExpression(entry.expr);
      const labelsOf = (series: Labels): LabelShape =>
        alertLabels(entry, expression, { ...known, shapeOf: () => exactly(series) }, prometheus, world);
      const labels = alertLabels(entry, expression, known, prometheus, world);
      return { entry, labels, labelsOf, prometheus, alertmanagers: found, unseen };
    });
};

const nowhere = { found: [], unseen: "no Prometheus is in sight that would send it" } as const;

import { hasGrafanaAlerting } from "../inventory/grafana-alerting.ts";
import { isGpuMetric } from "../promql/gpu-metric-name.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import { recordedFrom, recordingsIn } from "../signal/rules/recorded-from.ts";
import { ruleEntries } from "../signal/rules/rule-entries.ts";
import { selectsGpuMetric } from "../signal/series/gpu-metrics.ts";
import { isOwn } from "../world/world.ts";
import type { Check } from "./check.ts";
import { absenceAt, notAllRendered } from "./problem/absence.ts";

export const gpuRulesMissing: Check = {
  id: "gpu-rules-missing",
  title: "No alert reads a metric of the DCGM exporter: nobody is told when a GPU fails.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "render", "resolution"],
  cannotJudge: notAllRendered,
  *find({ stack, render, resolution }) {
    if (hasGpuAlert(resolution)) return;
    const elsewhere = hasGrafanaAlerting(render);
    yield {
      message: `No alert in a PrometheusRule reads a GPU metric (DCGM_FI_… or DCGM_EXP_…): nobody is told when a GPU fails${elsewhere ? ", unless Grafana's own alert rules tell, which are not read here" : ""}`,
      ...(elsewhere ? { severity: "warning" } : {}),
      at: absenceAt(stack, "alerting"),
      fix: {
        description:
          "Add a PrometheusRule to overlays/alerting with alerts on e.g. DCGM_FI_DEV_XID_ERRORS and DCGM_FI_DEV_GPU_TEMP",
        edits: [],
      },
    };
  },
};

/** Directly, or through recording rules that read a GPU metric themselves. */
const hasGpuAlert = ({ world }: Resolution): boolean =>
  ruleEntries(world)
    .filter(({ kind }) => kind === "alert")
    // The tree's own first: they are read already, and reading all of the chart's takes 25 ms.
    .toSorted((a, b) => Number(isOwn(b.object)) - Number(isOwn(a.object)))
    .some(({ expr }) => {
      const { records, leaves } = recordedFrom(expr, recordingsIn(world));
      return records.some(({ name }) => isGpuMetric(name)) || leaves.some(selectsGpuMetric);
    });

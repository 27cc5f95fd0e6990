import { gpuMetric, metricWords } from "../inventory/gpu-metric.ts";
import { hasGrafanaAlerting } from "../inventory/grafana-alerting.ts";
import { isObject, type JsonObject, type Manifest, valueAt } from "../kubernetes/manifest.ts";
import { allManifests, type Render } from "../render/render.ts";
import type { Check } from "./check.ts";
import { absenceAt, notAllRendered } from "./problem/absence.ts";

export const gpuRulesMissing: Check = {
  id: "gpu-rules-missing",
  title: "No alert reads a metric of the DCGM exporter: nobody is told when a GPU fails.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "render"],
  cannotJudge: notAllRendered,
  *find({ stack, render }) {
    if (hasGpuAlert(render)) return;
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
const hasGpuAlert = (render: Render): boolean => {
  const rules = allManifests(render)
    .flatMap(rulesOf)
    .map((rule) => ({ rule, words: wordsOf(rule) }));
  const recorded = new Set<string>();
  const readsGpu = (words: readonly string[]) => words.some((name) => gpuMetric.test(name) || recorded.has(name));
  for (let before = -1; before < recorded.size; ) {
    before = recorded.size;
    for (const { rule, words } of rules)
      if (typeof rule["record"] === "string" && readsGpu(words)) recorded.add(rule["record"]);
  }
  return rules.some(({ rule, words }) => typeof rule["alert"] === "string" && readsGpu(words));
};

const rulesOf = ({ ref, body }: Manifest): readonly JsonObject[] => {
  if (ref.kind !== "PrometheusRule") return [];
  const groups = valueAt(body, ["spec", "groups"]);
  if (!Array.isArray(groups)) return [];
  return groups.flatMap((group) => {
    const rules = valueAt(group, ["rules"]);
    return Array.isArray(rules) ? rules.filter(isObject) : [];
  });
};

const wordsOf = ({ expr }: JsonObject): readonly string[] => (typeof expr === "string" ? metricWords(expr) : []);

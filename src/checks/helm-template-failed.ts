import type { Check } from "./check.ts";

export const helmTemplateFailed: Check = {
  id: "helm-template-failed",
  title: "The chart does not render with the release's values.",
  severity: "error",
  decidedBy: "helm",
  reads: ["render"],
  *find({ render: { chart } }) {
    if (chart.error !== null)
      yield {
        message: `${chart.chart.name} ${chart.chart.version} does not render: ${chart.error.message}`,
        at: chart.error.at,
      };
  },
};

import type { Check } from "./check.ts";

export const helmTemplateFailed: Check = {
  id: "helm-template-failed",
  title: "The chart does not render with the release's values.",
  severity: "error",
  decidedBy: "helm",
  reads: ["stack", "render"],
  *find({ stack, render: { chart } }) {
    // A value file that is no valid YAML stops helm; yaml-invalid and yaml-duplicate-key name the place.
    if (stack.valueFiles.some(({ errors }) => errors.length > 0)) return;
    if (chart.error !== null)
      yield {
        message: `${chart.chart.name} ${chart.chart.version} does not render: ${chart.error.message}`,
        at: chart.error.at,
      };
  },
};

import { type LabelShape, valuesIn } from "../promql/label-shape.ts";
import { readExpression } from "../promql/parse-expression.ts";
import { resultLabels } from "../promql/result-labels.ts";
import { showsGpuLabel } from "../signal/series/gpu-label-reads.ts";
import { gpuLabels } from "../signal/series/gpu-labels.ts";
import type { Check } from "./check.ts";
import { ownAlerts, ruleProblem } from "./own/own-rules.ts";
import { templateActions } from "./template-actions.ts";

export const alertTemplateLabelNotAvailable: Check = {
  id: "alert-template-label-not-available",
  title: "A template prints a label that the alert cannot have: the notification has a hole.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const { world, known } = resolution;
    const gpu = gpuLabels(world);
    for (const alert of ownAlerts(resolution)) {
      const expression = readExpression(alert.expr);
      if (!expression.complete) continue;
      const shape = resultLabels(expression.root, known.shapeOf);
      const fields = [
        ...Object.entries(alert.annotations).map(([name, text]) => ({ path: ["annotations", name], text })),
        ...Object.entries(alert.labels).map(([name, text]) => ({ path: ["labels", name], text })),
      ];
      for (const { path, text } of fields)
        for (const label of printedLabels(text)) {
          const meant = gpu.writtenOtherwise(label);
          // As with matchers: where nothing that scrapes is in sight the exporter's own labels still are known.
          const isMisnamed =
            meant !== null && valuesIn(shape, label) === null && showsGpuLabel(expression, label, meant);
          if (canHave(shape, label) && !isMisnamed) continue;
          const hint = meant !== null && canHave(shape, meant) ? `; its name here is ${meant}` : "";
          yield ruleProblem(
            alert,
            resolution,
            `the template prints $labels.${label}, and the result of the expression has no label ${label}${hint}: nothing is printed`,
            path,
          );
        }
    }
  },
};

const canHave = (shape: LabelShape, label: string): boolean => {
  const values = valuesIn(shape, label);
  return values === null || values.some((value) => value !== "");
};

/**
 * Labels that are printed outright; under `if`, `with` or `range` an absent one may be foreseen, or another query's.
 */
const printedLabels = (text: string): readonly string[] => {
  const actions = templateActions(text);
  if (actions.some((action) => /^(?:if|with|range|define|template)\b/.test(action))) return [];
  const named = actions.flatMap((action) => [
    ...[...action.matchAll(/\$labels\.([A-Za-z_]\w*)/g)].map(([, name = ""]) => name),
    ...[...action.matchAll(/index\s+\$labels\s+"([^"]+)"/g)].map(([, name = ""]) => name),
  ]);
  return [...new Set(named)];
};

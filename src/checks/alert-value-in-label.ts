import type { Check } from "./check.ts";
import { ownAlerts, ruleProblem } from "./own/own-rules.ts";
import { templateActions } from "./template-actions.ts";

export const alertValueInLabel: Check = {
  id: "alert-value-in-label",
  title: "A label of an alert holds its value: every evaluation makes another alert.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const alert of ownAlerts(resolution))
      for (const [label, text] of Object.entries(alert.labels))
        if (printsValue(text))
          yield ruleProblem(
            alert,
            resolution,
            `its label ${label} holds the value: whenever that changes it is another alert, \`for\` starts again and the old one is resolved; put it into an annotation`,
            ["labels", label],
          );
  },
};

/** `{{ if gt $value 90.0 }}critical{{ end }}` compares it and prints one of a few words. */
const printsValue = (text: string): boolean =>
  templateActions(text).some(
    (action) => /\$value\b|\.Value\b/.test(action) && !/^(?:if|else if|with|range)\b/.test(action),
  );

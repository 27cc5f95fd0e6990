import { readExpression } from "../promql/parse-expression.ts";
import type { PromqlNode } from "../promql/syntax.ts";
import type { RuleEntry } from "../signal/rules/rule-entries.ts";
import type { Check } from "./check.ts";
import { hasAnnotation, ownAlerts, ruleProblem } from "./own/own-rules.ts";
import { templateActions } from "./template-actions.ts";

export const alertDescriptionMissing: Check = {
  id: "alert-description-missing",
  title: "An alert has no description: nobody is told which GPU, and how bad it is.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const alert of ownAlerts(resolution)) {
      if (hasAnnotation(alert, ["description", "message"]) || printsResult(alert)) continue;
      if (isAbsence(readExpression(alert.expr).root) && hasAnnotation(alert, ["summary"])) continue;
      yield ruleProblem(
        alert,
        resolution,
        "it has no annotation description: whoever is notified does not learn which object it is about and how bad it is",
      );
    }
  },
};

/** Another annotation, mostly the summary, may say which object it is about, or how bad it is. */
const printsResult = ({ annotations }: RuleEntry): boolean =>
  Object.values(annotations).some((text) => templateActions(text).some((action) => /labels|value/i.test(action)));

/** What is gone has no labels beside those that the expression names, and no value to be told. */
const isAbsence = (node: PromqlNode): boolean =>
  node.kind === "binary"
    ? isAbsence(node.left) && (isAbsence(node.right) || node.right.kind === "number")
    : node.kind === "call" && /^absent(?:_over_time)?$/.test(node.name);

import { canYield } from "../promql/can-yield.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import { adviceOn, certainlyMeant } from "../signal/series/metric-facts.ts";
import type { Check } from "./check.ts";
import { expressionFix, expressionProblem } from "./problem/expression-problem.ts";

export const recordingRuleMetricNotExported: Check = {
  id: "recording-rule-metric-not-exported",
  title: "A recording rule reads a metric that nothing in sight exports, so it never records anything.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution: { known }, resolution }) {
    for (const used of usedExpressions(resolution)) {
      if (used.kind !== "record" || !used.expression.complete) continue;
      const { chance, because } = canYield(used.expression.root, known.exists);
      if (chance !== "no") continue;
      for (const [name, selectors] of Map.groupBy(because, ({ metric }) => metric ?? "")) {
        const facts = known.factsOf(name);
        const isTold = facts.renamed !== undefined || facts.noField === true;
        const [first] = selectors;
        // What nothing scrapes, and what another rule does not record, is told where it begins.
        if (first === undefined || facts.status !== "missing" || !facts.byExpression || isTold) continue;
        const certain = certainlyMeant(facts);
        const changes = selectors.flatMap((one) =>
          one.name === null || certain === undefined ? [] : [{ ...one.name, text: certain }],
        );
        yield expressionProblem(used, first.name ?? first, `${facts.why}: it never records anything`, {
          fix: expressionFix(used, `${adviceOn(name, facts)}.`, changes),
        });
      }
    }
  },
};

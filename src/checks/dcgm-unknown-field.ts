import { decisiveSelectors } from "../promql/can-yield.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import { adviceOn, certainlyMeant } from "../signal/series/metric-facts.ts";
import type { Check } from "./check.ts";
import { expressionFix, expressionProblem } from "./problem/expression-problem.ts";

export const dcgmUnknownField: Check = {
  id: "dcgm-unknown-field",
  title: "An expression reads a DCGM field that no release of DCGM has.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution: { known }, resolution }) {
    for (const used of usedExpressions(resolution)) {
      const decisive = decisiveSelectors(used.expression.root, (metric) => known.factsOf(metric).noField === true);
      const names = Map.groupBy(decisive, ({ metric }) => metric);
      for (const [name, selectors] of names) {
        const [first] = selectors;
        if (first === undefined || name === null) continue;
        const facts = known.factsOf(name);
        const certain = certainlyMeant(facts);
        const changes = selectors.flatMap((one) =>
          one.name === null || certain === undefined ? [] : [{ ...one.name, text: certain }],
        );
        yield expressionProblem(used, first.name ?? first, `DCGM has no field ${name}, in any release`, {
          fix: expressionFix(used, `${adviceOn(name, facts)}.`, changes),
        });
      }
    }
  },
};

import type { LabelMatcher } from "../promql/syntax.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { Check } from "./check.ts";
import { expressionFix, expressionProblem, inDashboard } from "./problem/expression-problem.ts";

export const promqlRegexpRedundant: Check = {
  id: "promql-regexp-redundant",
  title: "A regular expression without anything regular about it.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution)) {
      // What stands in a dashboard's place of a variable is no word of its author.
      if (inDashboard(used)) continue;
      for (const { matchers } of used.expression.selectors)
        for (const matcher of matchers) {
          const word = plainWord(matcher);
          if (word === null) continue;
          const operator = matcher.op === "=~" ? "=" : "!=";
          const text = `${matcher.name}${operator}"${word}"`;
          yield expressionProblem(
            used,
            matcher,
            `\`${matcher.name}${matcher.op}"${matcher.value}"\` is \`${text}\`: Prometheus anchors regular expressions by itself`,
            {
              severity: "notice",
              fix: expressionFix(used, `Write \`${text}\`.`, [{ ...matcher, text }]),
            },
          );
        }
    }
  },
};

/** What the pattern means where it means one word; a dot is left alone, it may be meant. */
const plainWord = ({ op, value }: LabelMatcher): string | null =>
  op === "=~" || op === "!~" ? (/^\^?([A-Za-z0-9_:/ -]+)\$?$/.exec(value)?.[1] ?? null) : null;

import type { Fix, Problem, Severity } from "../../core/finding.ts";
import type { Span } from "../../core/span.ts";
import type { ExpressionChange, UsedExpression } from "../../signal/series/used-expression.ts";

interface Details {
  readonly severity?: Severity;
  readonly fix?: Fix;
}

/**
 * A problem at a part of an expression. In a dashboard it is never an error: a panel stays empty,
 * and no alert hangs on it.
 */
export const expressionProblem = (used: UsedExpression, span: Span, why: string, details: Details = {}): Problem => {
  const at = used.at(span);
  const severity = inDashboard(used) && details.severity !== "notice" ? "warning" : details.severity;
  return {
    message: `${used.subject}: ${why}`,
    resource: used.resource,
    ...(at === undefined ? {} : { at }),
    ...(severity === undefined ? {} : { severity }),
    ...(details.fix === undefined ? {} : { fix: details.fix }),
  };
};

/** A repair of the expression; only told where it cannot be made as an edit. */
export const expressionFix = (
  used: UsedExpression,
  description: string,
  changes: readonly ExpressionChange[],
): Fix => ({ description, edits: used.edits(changes) });

export const inDashboard = ({ kind }: UsedExpression): boolean => kind === "panel" || kind === "variable";

import type { Fix, Problem } from "../../core/finding.ts";
import type { XidAlert } from "../../signal/alerts/xid-alerts.ts";
import { usedExpressions } from "../../signal/all-expressions.ts";
import type { Resolution } from "../../signal/resolve-signals.ts";
import { ruleProblem } from "../own/own-rules.ts";
import { expressionProblem } from "./expression-problem.ts";

/** A problem with the codes that an alert asks for, at its expression. */
export const xidProblem = (
  { way: { entry } }: XidAlert,
  resolution: Resolution,
  why: string,
  description: string,
): Problem => {
  const fix: Fix = { description, edits: [] };
  const used = usedExpressions(resolution).find(({ rule }) => rule === entry);
  return used === undefined
    ? { ...ruleProblem(entry, resolution, why, ["expr"]), fix }
    : expressionProblem(used, used.expression.root, why, { fix });
};

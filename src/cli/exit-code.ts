import type { Outcome } from "../outcome.ts";

/** 0: nothing that `fail-on` names; 1: findings; 2: the check could not be made, or not wholly. */
export const exitCodeOf = ({ report, bug }: Pick<Outcome, "report" | "bug">): 0 | 1 | 2 => {
  if (bug !== null || report.error !== null || report.failureReason === "schemas-unavailable") return 2;
  return report.conclusion === "success" ? 0 : 1;
};

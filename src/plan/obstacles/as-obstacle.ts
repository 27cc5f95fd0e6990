import { OperatorError } from "../../core/errors.ts";
import type { Obstacle, Plan } from "../plan.ts";

/** An error as a plan tells it. */
export const asObstacle = ({ reason, message, hint }: OperatorError): Obstacle => ({ reason, message, hint });

/**
 * Throws OperatorError `apply-failed` where the cluster would take something of the plan from nobody. What people
 * decide (an owner, a loss, an older commit) is in the plan, and refuses a deploy alone.
 */
export const refuseImpossible = ({ obstacles }: Pick<Plan, "obstacles">): void => {
  const [first, ...others] = obstacles.filter(({ reason }) => reason === "apply-failed");
  if (first === undefined) return;
  const message = [first, ...others].map((one) => one.message).join("\n");
  throw new OperatorError("apply-failed", message, `${first.hint} Nothing was changed.`);
};

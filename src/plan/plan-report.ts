import type { Moved } from "./approved/moved.ts";
import type { Plan } from "./plan.ts";

/** What a run tells of its plan. */
export interface PlanReport {
  /** Of `plan.json`, `sha256:<64 hex digits>`: what is approved. */
  readonly digest: string;
  /** What is not as it was approved; null where the run was given no plan to compare with. */
  readonly moved: readonly Moved[] | null;
  readonly content: Plan;
}

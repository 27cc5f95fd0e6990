import type { Obstacle } from "./plan.ts";
import type { ResourceRef } from "../core/finding.ts";

/** What the last deploy and other stacks say of this one. */
export interface OrderJudgement {
  readonly obstacles: readonly Obstacle[];
  readonly notes: readonly string[];
  readonly recovery: string | null;
  readonly inventory: readonly ResourceRef[];
}

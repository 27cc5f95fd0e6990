import type { ResourceRef } from "../core/finding.ts";
import type { FormerHolder } from "../lock/lease/lease-record.ts";
import type { Obstacle } from "./plan.ts";

/** What the last deploy and other stacks say of this one. */
export interface OrderJudgement {
  readonly obstacles: readonly Obstacle[];
  readonly notes: readonly string[];
  readonly recovery: string | null;
  readonly inventory: readonly ResourceRef[];
  readonly holders: readonly FormerHolder[];
}
export const stateRef = (r: {name: string; namespace: string}): ResourceRef => ({apiVersion: "v1", kind: "ConfigMap", namespace: r.namespace, name: `prometheus-stack-action.${r.name}`});
export const judgeOrder = async (..._: unknown[]): Promise<OrderJudgement> => ({ obstacles: [], notes: [], recovery: null, inventory: [], holders: [] });

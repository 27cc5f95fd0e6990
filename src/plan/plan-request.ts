import type { Inputs } from "../inputs.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Helm } from "../outside/helm.ts";
import type { Outside } from "../outside/outside.ts";
import type { Render } from "../render/render.ts";
import type { Hide } from "../secrets/hide-secrets.ts";
import type { Secret } from "../secrets/secrets-in-text.ts";
import type { Stack } from "../stack/stack.ts";
import type { PlannedDrill } from "./plan.ts";

/** The inputs that a plan is made by. */
export type PlanInputs = Pick<
  Inputs,
  | "mode"
  | "target"
  | "bearing"
  | "timeoutMs"
  | "planKey"
  | "planExpiryMs"
  | "planDetails"
  | "allowDataLoss"
  | "allowOwned"
  | "allowOutdated"
  | "onPending"
  | "rollbackOnFailure"
  | "prune"
  | "crds"
>;

/** What a plan is made of; the render must have gone well. */
export interface PlanRequest {
  readonly stack: Stack;
  readonly render: Render;
  readonly inputs: PlanInputs;
  readonly cluster: Cluster;
  readonly helm: Helm;
  readonly outside: Outside;
  readonly kubectlVersion: string;
  /** SHA-256 of the configuration that counts; null where there is none. */
  readonly configDigest: string | null;
  /** Who would be told by the delivery drill; null where none is asked for. */
  readonly drill: PlannedDrill | null;
  /** Whether the plan holds names and counts alone. */
  readonly namesOnly: boolean;
  /** What takes secrets out of a text: those of the tree and the render, and `more`, which the cluster holds. */
  hiderWith(more: readonly Secret[]): Hide;
}

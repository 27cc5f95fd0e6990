import type { RefusedObject } from "../../kubectl/kubectl-failure.ts";
import type { Permission } from "../../kubectl/permission.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import { lacksPermission } from "../access/judge-access.ts";
import type { Owners } from "../changes/owned.ts";
import type { Tried } from "../objects/try-objects.ts";
import type { Loss, Obstacle } from "../plan.ts";
import type { PlanRequest } from "../plan-request.ts";
import type { Survey } from "../survey.ts";
import {
  accessObstacle,
  crdObstacle,
  environmentObstacle,
  goingObstacle,
  lossObstacle,
  ownedObstacle,
  storedVersionObstacle,
} from "./decisions.ts";
import { offlineTrouble } from "./helm-trouble.ts";
import { refusals, releaseRefusals } from "./refused-objects.ts";

/** What was found out of a plan, as far as it may be refused for it. */
export interface FoundOut {
  readonly seen: Survey;
  /** Whether helm would be run: else nothing of the release is refused. */
  readonly upgrades: boolean;
  readonly tree: Tried;
  readonly released: Tried;
  readonly owned: Owners;
  readonly losses: readonly Loss[];
  /** Null where the cluster does not tell. */
  readonly missing: readonly Permission[] | null;
  readonly tooLarge: Obstacle | null;
}

/** Everything that refuses a plan, the order of deploys apart: whose it is before what it would do. */
export const obstaclesOf = (
  { cluster, inputs, stack }: Pick<PlanRequest, "cluster" | "inputs" | "stack">,
  release: ReleaseName,
  { seen, upgrades, tree, released, owned, losses, missing, tooLarge }: FoundOut,
): readonly Obstacle[] => {
  // Told once, by the permission that lacks.
  const isTold = (one: RefusedObject): boolean => missing !== null && missing.length > 0 && lacksPermission(one);
  const open = ({ refused }: Tried): readonly RefusedObject[] => refused.filter((one) => !isTold(one));
  return [
    ...(upgrades ? environmentObstacle(stack.release.sets) : []),
    ...ownedObstacle(owned.refused),
    ...(upgrades ? offlineTrouble(seen, release) : []),
    ...refusals(open(tree), cluster),
    ...(upgrades ? releaseRefusals(open(released), cluster) : []),
    ...goingObstacle([...seen.crds.drafts, ...tree.drafts, ...(upgrades ? released.drafts : [])]),
    ...lossObstacle(losses),
    ...(inputs.crds === "check" ? crdObstacle : storedVersionObstacle)(seen.crds),
    ...accessObstacle(missing ?? [], cluster),
    ...(tooLarge === null ? [] : [tooLarge]),
  ];
};

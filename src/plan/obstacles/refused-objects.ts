import { inputName } from "../../core/object-name.ts";
import { applyError, conflictsIn, type RefusedObject, unknownKindsIn } from "../../kubectl/kubectl-failure.ts";
import type { Cluster } from "../../outside/cluster.ts";
import type { Obstacle } from "../plan.ts";
import { exampleOf } from "./obstacle-words.ts";

/** Objects that the cluster would refuse: those that others hold apart from all else. */
export const refusals = (refused: readonly RefusedObject[], cluster: Cluster): readonly Obstacle[] => {
  const isHeld = ({ stderr }: RefusedObject): boolean => conflictsIn(stderr).length > 0;
  const groups = [refused.filter(isHeld), refused.filter((one) => !isHeld(one))];
  return groups.flatMap((group): readonly Obstacle[] => {
    if (group.length === 0) return [];
    const { reason, message, hint } = applyError(group, cluster);
    return [{ reason, message, hint: hintBefore(reason, group) ?? hint }];
  });
};

/** The next step where nothing is applied yet; null where it is the same as after. */
const hintBefore = (reason: Obstacle["reason"], refused: readonly RefusedObject[]): string | null => {
  if (reason === "owned-elsewhere")
    return `Remove these fields from the tree or stop the other manager; or take them over by naming the objects in the input allow-owned, e.g. ${exampleOf(refused)}.`;
  if (reason !== "apply-failed" || refused.some(({ stderr }) => unknownKindsIn(stderr).length > 0)) return null;
  return refused.some(({ stderr }) => stderr.startsWith("the namespace "))
    ? "Add the namespace to base, or --create-namespace to the helm line of upstream/install.sh."
    : "Correct the objects in the tree or in the chart's values.";
};

/**
 * The same of the release's objects. Where helm's own name is among those that hold a field, an older helm 4 made the
 * object and noted it as an update, which its server-side apply then meets as another manager's
 * (https://github.com/helm/helm/issues/31516).
 */
export const releaseRefusals = (refused: readonly RefusedObject[], cluster: Cluster): readonly Obstacle[] =>
  refusals(refused, cluster).map((obstacle) => {
    if (obstacle.reason !== "owned-elsewhere") return obstacle;
    const held = refused.filter(({ stderr }) => conflictsIn(stderr).length > 0);
    const own = held.some(({ stderr }) => conflictsIn(stderr).some(({ manager }) => manager === "helm"));
    const why = own
      ? " An older helm noted its own fields as another manager's (helm issue 31516): take them over."
      : "";
    const names = held.map(({ ref }) => inputName(ref)).join(", ");
    return {
      ...obstacle,
      message: obstacle.message.replace("that the tree sets", "that the chart sets"),
      hint: `Turn the setting off in the chart's values or stop the other manager; or have helm take these fields over by naming all of these objects in the input allow-owned: ${names}.${why}`,
    };
  });

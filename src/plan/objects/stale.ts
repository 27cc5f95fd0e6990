import type { ResourceRef } from "../../core/finding.ts";
import { stampPrefix } from "../../kubectl/stamp.ts";
import { labelsAt } from "../../kubernetes/json-fields.ts";
import { objectKey } from "../../kubernetes/resource-ref.ts";
import type { Cluster } from "../../outside/cluster.ts";
import type { ObjectDraft } from "../draft.ts";
import { fieldManager } from "./compare.ts";
import type { Landing } from "./landing.ts";
import { readLive } from "./live-objects.ts";
import { fieldsHeldBy } from "./settled.ts";

/** Objects that an earlier deploy put there and the tree has no more. */
export interface Stale {
  /** Deletes; none without `prune`. */
  readonly drafts: readonly ObjectDraft[];
  /** Those that stay. */
  readonly stale: readonly ResourceRef[];
}

/** Never deleted by us, whatever the inventory says: everything in them would go, too. */
const kept: readonly string[] = ["Namespace", "CustomResourceDefinition"];

/**
 * What of the last deploy's inventory is still there, and in no draft, each object once: in another version of its
 * kind's group it is the same one. Only what we applied, and what bears our stamp, counts: somebody may have made an
 * object of that name anew, or have written the inventory. Throws as `readLive` does.
 */
export const findStale = async (
  inventory: readonly ResourceRef[],
  drafts: readonly ObjectDraft[],
  { landing, cluster, prune }: { readonly landing: Landing; readonly cluster: Cluster; readonly prune: boolean },
): Promise<Stale> => {
  const wanted = new Set(drafts.map(({ ref }) => objectKey(ref)));
  const known = inventory.filter((ref) => !wanted.has(objectKey(ref)) && landing.api(ref) !== undefined);
  const left = [...new Map(known.map((ref) => [objectKey(ref), ref])).values()];
  const live = await readLive(left, cluster);
  const there = left.flatMap((ref) => {
    const object = live(ref);
    if (object === undefined) return [];
    const isStamped = Object.keys(labelsAt(object, ["metadata", "annotations"])).some((name) =>
      name.startsWith(stampPrefix),
    );
    const isApplied = fieldsHeldBy(object, { name: fieldManager, operation: "Apply" }) !== null;
    return isStamped && isApplied ? [{ ref, object }] : [];
  });
  const goes = there.filter(({ ref }) => prune && !kept.includes(ref.kind));
  return {
    drafts: goes.map(({ ref, object }): ObjectDraft => {
      const base = { layer: "prune", ref, action: "delete", unverified: null, live: object } as const;
      return { ...base, wanted: null, after: null, takesOver: false, manifest: null };
    }),
    stale: there.filter((one) => !goes.includes(one)).map(({ ref }) => ref),
  };
};

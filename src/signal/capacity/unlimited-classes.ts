import { textOrEmpty } from "../../kubernetes/json-fields.ts";
import type { World, WorldObject } from "../../world/world.ts";

/**
 * The storage class that a provisioner of directories on the node brings, by the provisioner's name. The size of a
 * claim limits nothing there, the node's disk does.
 * https://github.com/rancher/local-path-provisioner#cons
 * https://openebs.io/docs/user-guides/local-storage-user-guide/local-pv-hostpath/configuration/hostpath-storageclass-parameters
 */
const broughtClasses: ReadonlyMap<string, string> = new Map([
  ["rancher.io/local-path", "local-path"],
  ["openebs.io/local", "openebs-hostpath"],
]);

/**
 * Whether volumes of the named class grow beyond the size that is asked for. The tree's StorageClass decides, else the
 * name; false where neither tells.
 */
export const isUnlimited = (storageClass: string, world: World): boolean => {
  const declared = world.ofKind("StorageClass").find(({ ref }) => ref.name === storageClass);
  if (declared === undefined) return [...broughtClasses.values()].includes(storageClass);
  return broughtClasses.has(textOrEmpty(declared.body, ["provisioner"])) && !setsLimit(declared.body);
};

/** OpenEBS has quotas on request, and whole block devices. */
const setsLimit = (body: WorldObject["body"]): boolean =>
  /Quota|\bdevice\b/.test(textOrEmpty(body, ["metadata", "annotations", "cas.openebs.io/config"]));

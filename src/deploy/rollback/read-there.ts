import { asOperatorError } from "../../core/errors.ts";
import type { ResourceRef } from "../../core/finding.ts";
import { type ApiResources, readApiResources } from "../../kubectl/api-resources.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { refKey } from "../../kubernetes/resource-ref.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { listLive } from "../../plan/objects/list-live.ts";
import type { LiveObjects } from "../../plan/objects/live-objects.ts";

/** What lies in the cluster, as far as it may be read. */
export interface There {
  readonly live: LiveObjects;
  /** Why an object could not be read, by `refKey`. */
  readonly unread: ReadonlyMap<string, string>;
  /** The kinds that the cluster knows. */
  readonly api: ApiResources;
}

/**
 * Reads objects for the way back, where a permission may have gone since: kind by kind then, so that one that may not
 * be read hides no other. Throws OperatorError `cluster-unreachable` or `apply-failed`, and `unauthorized` where the
 * credentials are refused altogether.
 */
export const readThere = async (refs: readonly ResourceRef[], cluster: Cluster): Promise<There> => {
  const api = await readApiResources(cluster, refs);
  // Nothing can lie there of a kind that the cluster does not know.
  const known = refs.filter((ref) => api(ref) !== undefined);
  const all = await readSome(known, { api, cluster });
  if (typeof all !== "string") return { live: all, unread: new Map(), api };
  const groups = [
    ...Map.groupBy(known, ({ apiVersion, kind, namespace }) => [apiVersion, kind, namespace].join()).values(),
  ];
  const found = new Map<string, JsonObject | undefined>();
  const unread = new Map<string, string>();
  for (const group of groups) {
    const live = await readSome(group, { api, cluster });
    for (const ref of group)
      if (typeof live === "string") unread.set(refKey(ref), live);
      else found.set(refKey(ref), live(ref));
  }
  return { live: (ref) => found.get(refKey(ref)), unread, api };
};

/** A text says why it may not be read. */
const readSome = async (
  refs: readonly ResourceRef[],
  around: Parameters<typeof listLive>[1],
): Promise<LiveObjects | string> => {
  try {
    return await listLive(refs, around);
  } catch (thrown) {
    const error = asOperatorError(thrown);
    if (error?.reason !== "unauthorized") throw thrown;
    return error.message;
  }
};

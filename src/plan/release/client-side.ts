import type { ResourceRef } from "../../core/finding.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { groupOf } from "../../kubernetes/resource-ref.ts";
import { sameJson } from "../../kubernetes/same-json.ts";
import { countedByServer } from "../objects/compare.ts";
import { isThere } from "../objects/settled.ts";
import { mergePatchBetween, withMergePatch } from "./merge-patch.ts";
import { mergeKeyOf, strategicMerge } from "./strategic-merge.ts";

/** What helm makes of an object that is there, where it patches client-side: JSON merge patches on what is live. */
export interface ClientSide {
  /** All that changes; empty where nothing does. */
  readonly patch: JsonObject;
  /** What of it helm would leave as it is, and we therefore mend before; empty where there is nothing. */
  readonly mend: JsonObject;
  /** Whether a server-side apply would answer the same: it takes nothing away that another manager set. */
  readonly isPlain: boolean;
}

/**
 * helm 3 always, and helm 4 with a release that helm 3 began: a three-way strategic merge of Kubernetes' own kinds. Of
 * all others it sends what differs between the last revision and this one (`createPatch` in helm's pkg/kube/client.go),
 * so that what somebody changed by hand stays changed; that is the mend. Without a last revision helm compares with
 * `next` itself.
 */
export const clientSide = (
  ref: ResourceRef,
  live: JsonObject,
  last: JsonObject | undefined,
  next: JsonObject,
): ClientSide => {
  const [there, now] = [bare(live), bare(next)];
  const before = last === undefined ? now : bare(last);
  if (typedGroups.has(groupOf(ref))) {
    const merged = strategicMerge(there, before, now);
    return { patch: mergePatchBetween(there, merged), mend: {}, isPlain: !losesSome(there, merged, "") };
  }
  const mend = driftOf(there, before, now);
  const merged = jsonMerge(withMergePatch(there, mend), before, now);
  const patch = mergePatchBetween(there, isObject(merged) ? merged : {});
  return { patch, mend, isPlain: !hasListOrNull(patch) };
};

/** Without what the server counts, and without status, which has a door of its own. */
const bare = ({ status: _status, metadata, ...rest }: JsonObject): JsonObject => ({
  ...rest,
  metadata: Object.fromEntries(
    Object.entries(isObject(metadata) ? metadata : {}).filter(([name]) => !countedByServer.has(name)),
  ),
});

/** Groups whose types helm is compiled with: the scheme of k8s.io/client-go, and CustomResourceDefinitions. */
const typedGroups: ReadonlySet<string> = new Set([
  ...["", "apps", "autoscaling", "batch", "extensions", "policy", "admissionregistration.k8s.io"],
  ...["apiextensions.k8s.io", "authentication.k8s.io", "authorization.k8s.io", "certificates.k8s.io"],
  ...["coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "flowcontrol.apiserver.k8s.io"],
  ...["networking.k8s.io", "node.k8s.io", "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io"],
  ...["storage.k8s.io"],
]);

const isSet = (value: Json | undefined): value is Json => value !== undefined && value !== null;

const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** What is not as both revisions have it. */
const driftOf = (live: JsonObject, last: JsonObject, next: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(next).flatMap(([key, value]): [string, Json][] => {
      const [there, before] = [own(live, key), own(last, key)];
      if (!isSet(value) || !isSet(before)) return [];
      if (isObject(value) && isObject(there) && isObject(before)) {
        const inner = driftOf(there, before, value);
        return Object.keys(inner).length === 0 ? [] : [[key, inner]];
      }
      if (!sameJson(before, value) || isThere({ value: there ?? null }, { value })) return [];
      return [[key, value]];
    }),
  );

/** The patch between two revisions, on what is there. */
const jsonMerge = (live: Json, last: JsonObject, next: JsonObject): Json =>
  withMergePatch(live, mergePatchBetween(last, next));

/** Whether anything is missing in `to`; items of a list are told apart by their key. */
const losesSome = (from: Json | undefined, to: Json | undefined, field: string): boolean => {
  if (isObject(from) && isObject(to))
    return Object.entries(from).some(
      ([key, value]) => isSet(value) && (!isSet(own(to, key)) || losesSome(value, to[key], key)),
    );
  if (!Array.isArray(from) || !Array.isArray(to)) return false;
  const key = mergeKeyOf(field, from);
  // A list without keys is one value for a server-side apply, too, or has other keys than for helm.
  if (key === null) return false;
  const items = new Map(to.filter(isObject).map((item) => [item[key], item]));
  return from.some((item) => {
    const now = isObject(item) ? items.get(item[key]) : undefined;
    return now === undefined || losesSome(item, now, "");
  });
};

const hasListOrNull = (value: Json | undefined): boolean =>
  value === null || Array.isArray(value) || (isObject(value) && Object.values(value).some(hasListOrNull));

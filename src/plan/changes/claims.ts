import type { ResourceRef } from "../../core/finding.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { templatePath } from "../../kubernetes/pod-template.ts";
import { quantityOf } from "../../kubernetes/quantity.ts";
import { claimTemplate, whyMadeAnew } from "./made-anew.ts";
import { type OperatedKind, operatedKind } from "./operated.ts";

/** What an update takes away of volumes, as clauses. */
export const storageLosses = (ref: ResourceRef, live: JsonObject, then: JsonObject): readonly string[] => {
  const operated = operatedKind(ref);
  if (operated !== null) return operatedLosses(operated, live, then);
  if (ref.kind === "PersistentVolumeClaim") return shrinking("storage", live, then, ["spec", ...requested]);
  return [...templateLosses(live, then), ...podVolumeLosses(ref.kind, live, then)];
};

/**
 * Where the pods of one of the operator's resources keep their data. Without `storage` in an emptyDir, and of several
 * kinds the operator takes the first: `makeVolumeClaimTemplate` and its callers in
 * https://github.com/prometheus-operator/prometheus-operator/tree/main/pkg
 */
export const storageKind = (body: JsonObject): "emptyDir" | "ephemeral" | "claim" => {
  const storage = valueAt(body, ["spec", "storage"]);
  if (!isObject(storage) || isObject(storage["emptyDir"])) return "emptyDir";
  return isObject(storage["ephemeral"]) ? "ephemeral" : "claim";
};

/**
 * Whether claims go with their StatefulSet (`whenDeleted`), or with the pods that it is scaled down by (`whenScaled`).
 * https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
 */
export const claimDeletion = (body: JsonObject, when: "whenDeleted" | "whenScaled"): boolean =>
  valueAt(body, ["spec", "persistentVolumeClaimRetentionPolicy", when]) === "Delete";

const requested: Path = ["resources", "requests", "storage"];

const operatedLosses = (kind: OperatedKind, live: JsonObject, then: JsonObject): readonly string[] => {
  const [before, after] = [storageKind(live), storageKind(then)];
  const shards = fewerShards(live, then, before === "claim");
  if (before === "claim" && claimDeletion(live, "whenDeleted")) {
    const anew = after === before ? whyMadeAnew(kind, live, then) : "storage";
    if (anew !== null) return [`${anew} changes: ${claimsGoWithSet}`, ...shards];
  }
  if (before === "claim" && after !== "claim")
    return ["storage is switched off: what its volumes hold is no longer read", ...shards];
  // What an emptyDir holds goes with every restart: whoever moves to volumes ends that.
  if (before !== "claim") return shards;
  const [name, next] = [live, then].map((body) => textAt(body, [...claimTemplate, "metadata", "name"]));
  const renamed = name === next ? [] : ["its claims get another name: new volumes, which begin empty"];
  const size = shrinking("storage", live, then, [...claimTemplate, "spec", ...requested]);
  return [...renamed, ...size, ...fewerReplicas(live, then), ...shards];
};

/**
 * https://prometheus-operator.dev/docs/platform/sharding/: what a shard holds, the others do not have. The StatefulSet
 * of one that goes is deleted as it is (`sync` in
 * https://github.com/prometheus-operator/prometheus-operator/blob/main/pkg/prometheus/server/operator.go), so that of
 * its claims the earlier `whenDeleted` decides.
 */
const fewerShards = (live: JsonObject, then: JsonObject, hasClaims: boolean): readonly string[] => {
  const fewer = shrinkingCount("shards", live, then);
  if (fewer === null) return [];
  const areDeleted = hasClaims && claimDeletion(live, "whenDeleted");
  return [`${fewer}: ${areDeleted ? claimsGo : "samples of those that go are no longer read"}`];
};

/** What becomes of the claims of pods that go, the later `whenScaled` says; those that stay they find again one day. */
const fewerReplicas = (live: JsonObject, then: JsonObject): readonly string[] => {
  const fewer = claimDeletion(then, "whenScaled") ? shrinkingCount("replicas", live, then) : null;
  return fewer === null ? [] : [`${fewer}: ${claimsGo}`];
};

/** The retention policy that holds is the one of the StatefulSet that goes. */
const claimsGoWithSet =
  "the operator makes another StatefulSet, and by whenDeleted the claims of the old one are deleted, with their data";

const claimsGo = "the claims of those that go are deleted, with their data";

/** Both of shards and of replicas there is one where nothing is said. */
const shrinkingCount = (field: "shards" | "replicas", live: JsonObject, then: JsonObject): string | null => {
  const [before, after] = [live, then].map((body) => quantityOf(valueAt(body, ["spec", field]) ?? 1) ?? 1);
  return before !== undefined && after !== undefined && after < before
    ? `${field} shrink from ${before} to ${after}`
    : null;
};

const shrinking = (what: string, live: JsonObject, then: JsonObject, path: Path): readonly string[] =>
  shrinks(what, valueAt(live, path), valueAt(then, path));

const shrinks = (what: string, from: Json | undefined, to: Json | undefined): readonly string[] => {
  const [before, after] = [quantityOf(from), quantityOf(to)];
  return before !== null && after !== null && after < before ? [`${what} shrinks from ${from} to ${to}`] : [];
};

/** Claims that a StatefulSet makes. */
const templateLosses = (live: JsonObject, then: JsonObject): readonly string[] => {
  const earlier = objectsAt(live, ["spec", "volumeClaimTemplates"]);
  const templates = objectsAt(then, ["spec", "volumeClaimTemplates"]);
  const own = earlier.flatMap((template) => {
    const name = textAt(template, ["metadata", "name"]) ?? "";
    const next = templates.find((one) => textAt(one, ["metadata", "name"]) === name);
    if (next === undefined) return [`it no longer has the volumes ${name}: what they hold is no longer read`];
    return shrinking(`storage of ${name}`, template, next, ["spec", ...requested]);
  });
  return [...own, ...(earlier.length === 0 ? [] : fewerReplicas(live, then))];
};

/** Claims that a pod template names. */
const podVolumeLosses = (kind: string, live: JsonObject, then: JsonObject): readonly string[] => {
  const template = templatePath(kind);
  if (template === null) return [];
  const claimsOf = (body: JsonObject): ReadonlyMap<string, string> =>
    new Map(
      objectsAt(body, [...template, "spec", "volumes"]).flatMap((volume) => {
        const name = textAt(volume, ["persistentVolumeClaim", "claimName"]);
        return name === null ? [] : [[textAt(volume, ["name"]) ?? "", name] as const];
      }),
    );
  const kept = new Set(claimsOf(then).values());
  return [...claimsOf(live)].flatMap(([volume, name]) =>
    kept.has(name) ? [] : [`its volume ${volume} is no longer the claim ${name}: what that holds is no longer read`],
  );
};

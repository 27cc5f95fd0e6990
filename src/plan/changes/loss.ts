import { nameOf } from "../../core/finding.ts";
import { namesObject } from "../../core/object-name.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { groupOf } from "../../kubernetes/resource-ref.ts";
import type { ObjectDraft } from "../draft.ts";
import type { Loss } from "../plan.ts";
import { claimDeletion, storageKind, storageLosses } from "./claims.ts";
import { isCrd } from "./crd-versions.ts";
import { operatedKind } from "./operated.ts";
import { retentionLosses } from "./retention.ts";
import { versionLosses } from "./version-loss.ts";

/**
 * Data and capabilities that would be gone, in the order of the objects; one object may lose more than one. `allowed`:
 * the entries of the input `allow-data-loss`, in the form of src/core/object-name.ts. An update that no server judged
 * is taken as it is written: what it leaves out counts as taken away.
 */
export const lossesOf = (drafts: readonly ObjectDraft[], allowed: readonly string[]): readonly Loss[] =>
  drafts.flatMap((draft) => {
    const { ref } = draft;
    const isAllowed = allowed.some((entry) => namesObject(entry, ref));
    return clausesOf(draft, drafts).map((what): Loss => ({ ref, what, allowed: isAllowed }));
  });

const clausesOf = (draft: ObjectDraft, drafts: readonly ObjectDraft[]): readonly string[] => {
  const { action, ref, live, after, wanted } = draft;
  if (live === null) return [];
  if (action === "delete") return deletion(draft, live, drafts);
  const then = after ?? wanted;
  if (action !== "update" || then === null) return [];
  return [...storageLosses(ref, live, then), ...retentionLosses(ref, live, then), ...versionLosses(ref, live, then)];
};

const deletion = (draft: ObjectDraft, live: JsonObject, drafts: readonly ObjectDraft[]): readonly string[] => {
  const { ref } = draft;
  const group = groupOf(ref);
  if (operatedKind(ref) !== null) return [operatedDeletion(draft, live, drafts)];
  if (group === "" && ref.kind === "Namespace") return ["it is deleted, and everything in it"];
  if (group === "" && ref.kind === "PersistentVolumeClaim") return ["it is deleted, and the data in its volume"];
  if (group === "" && ref.kind === "PersistentVolume") return ["it is deleted, and with it the way to its data"];
  if (isCrd(ref))
    return [`it is deleted, and every ${textAt(live, ["spec", "names", "kind"]) ?? "object of it"} in the cluster`];
  if (group === "apps" && ref.kind === "StatefulSet" && claimDeletion(live, "whenDeleted"))
    return ["it is deleted, and its claims with their data"];
  return [];
};

/** The operator deletes the StatefulSet; what becomes of its claims, the retention policy says. */
const operatedDeletion = ({ ref }: ObjectDraft, live: JsonObject, drafts: readonly ObjectDraft[]): string => {
  const next = drafts.find((other) => other.action === "create" && isAlike(other, ref));
  const volumes =
    storageKind(live) !== "claim"
      ? "what it holds goes with its pods"
      : claimDeletion(live, "whenDeleted")
        ? "its volumes are deleted with it"
        : "its volumes stay behind unused";
  return next === undefined
    ? `it is deleted: ${volumes}`
    : `it gives way to ${nameOf(next.ref)}, which begins empty: ${volumes}`;
};

const isAlike = (other: ObjectDraft, ref: ObjectDraft["ref"]): boolean =>
  operatedKind(other.ref) !== null && operatedKind(other.ref) === operatedKind(ref);

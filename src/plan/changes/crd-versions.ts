import type { ResourceRef } from "../../core/finding.ts";
import { objectsAt, textOrEmpty, textsAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { groupOf } from "../../kubernetes/resource-ref.ts";
import type { ObjectDraft } from "../draft.ts";

export const isCrd = (ref: Pick<ResourceRef, "apiVersion" | "kind">): boolean =>
  groupOf(ref) === "apiextensions.k8s.io" && ref.kind === "CustomResourceDefinition";

/**
 * A sentence for each CustomResourceDefinition that loses a version which the cluster serves. It is no loss of data:
 * the objects are there in the versions that stay, and one that they may be stored in the API server does not let go.
 */
export const servedNotes = (drafts: readonly ObjectDraft[]): readonly string[] =>
  updatesOf(drafts).flatMap(({ ref, live, then }) => {
    const gone = without(served(live), served(then));
    return gone.length === 0
      ? []
      : [
          `${ref.name} is no longer served as ${gone.join(", ")}: its objects stay, and whoever asks for them so is refused.`,
        ];
  });

/**
 * Those that lose a version in which objects are stored, or may be: the API server refuses them,
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/
 */
export const storedGone = (
  drafts: readonly ObjectDraft[],
): readonly { readonly ref: ResourceRef; readonly versions: readonly string[] }[] =>
  updatesOf(drafts).flatMap(({ ref, live, then }) => {
    const versions = without(textsAt(live, ["status", "storedVersions"]), namesOf(versionsOf(then)));
    return versions.length === 0 ? [] : [{ ref, versions }];
  });

const updatesOf = (drafts: readonly ObjectDraft[]) =>
  drafts.flatMap(({ ref, action, live, after, wanted }) => {
    const then = after ?? wanted;
    return isCrd(ref) && action === "update" && live !== null && then !== null ? [{ ref, live, then }] : [];
  });

const versionsOf = (crd: JsonObject): readonly JsonObject[] => objectsAt(crd, ["spec", "versions"]);
const namesOf = (versions: readonly JsonObject[]): readonly string[] =>
  versions.map((version) => textOrEmpty(version, ["name"]));
const served = (crd: JsonObject): readonly string[] =>
  namesOf(versionsOf(crd).filter((version) => version["served"] === true));

const without = (names: readonly string[], others: readonly string[]): readonly string[] =>
  names.filter((name) => !others.includes(name));

import type { ResourceRef } from "../../core/finding.ts";
import { numberAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isAtOrBelow } from "../../kubernetes/json-pointer.ts";
import type { Json } from "../../kubernetes/manifest.ts";
import { withoutPointers } from "../../kubernetes/without-pointers.ts";
import { isCrd } from "../changes/crd-versions.ts";
import { type FieldDifference, fieldDiff } from "../changes/field-diff.ts";
import { noiseOf } from "../changes/noise.ts";
import type { ObjectDraft } from "../draft.ts";
import type { FieldChange, PlannedObject } from "../plan.ts";
import { withoutClusterKeys } from "./cluster-only.ts";
import type { Digester } from "./digest.ts";
import { projection } from "./projection.ts";
import { type Redaction, shownChanges } from "./redact.ts";

/** What is known of one object beside its draft. */
export interface Presented extends Redaction {
  readonly digests: Digester;
  /** Pointers whose value differs with every render. */
  readonly unstable: readonly string[];
  /** Of these pointers the last key is the cluster's, and never shown. */
  readonly clusterKeys: readonly string[];
  readonly owner: string | null;
}

/** An object as the plan tells it: what it holds is digests, and changes with their secrets hidden. */
export const present = (draft: ObjectDraft, known: Presented): PlannedObject => {
  const { layer, ref, action, unverified, live, wanted } = draft;
  const { digests, unstable, owner } = known;
  const isSecret = ref.kind === "Secret";
  const digest = (value: Json, purpose: string): string | null =>
    isSecret ? digests.ofSecret(value, purpose) : digests.of(value, purpose);
  const stable = wanted === null ? null : withoutPointers(wanted, unstable);
  return {
    layer,
    ref,
    action,
    unverified,
    live:
      live === null
        ? null
        : {
            uid: textOrEmpty(live, ["metadata", "uid"]),
            generation: numberAt(live, ["metadata", "generation"]),
            digest: digest(projection(live, stable), "live"),
          },
    wanted: stable === null ? null : digest(stable, "wanted"),
    changes: action === "update" ? changesOf(draft, known) : [],
    owner,
  };
};

/** Fields that one object may tell one by one: a CRD of another release differs in thousands. */
const mostChanges = 200;

const changesOf = (draft: ObjectDraft, known: Presented): readonly FieldChange[] => {
  const { ref, live, after, wanted } = draft;
  const then = after ?? wanted;
  if (live === null || then === null) return [];
  const differences = after === null ? setOf(ref, fieldDiff(live, then)) : fieldDiff(live, then);
  if (differences.length > mostChanges) return summed(draft, differences, known);
  const shown = shownChanges({ ref, live, after: then }, differences, known);
  return differences.map(({ pointer, before, after: now }, index): FieldChange => {
    const { secret = true, before: earlier = null, after: later = null } = shown[index] ?? {};
    const pair = [before ?? null, now ?? null];
    const purpose = `change ${pointer}`;
    return {
      pointer: withoutClusterKeys(pointer, known.clusterKeys),
      before: earlier,
      after: later,
      digest: secret ? known.digests.ofSecret(pair, purpose) : known.digests.of(pair, purpose),
      noise: noiseOf(draft, pointer, known.unstable),
    };
  });
};

/**
 * What was not tried says nothing of fields that it does not set: the server fills those in. Only the versions of a
 * CustomResourceDefinition are a list that is set as a whole, and what is not in it is gone:
 * https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/
 */
const setOf = (ref: ResourceRef, differences: readonly FieldDifference[]): readonly FieldDifference[] =>
  differences.filter(
    ({ pointer, after }) => after !== undefined || (isCrd(ref) && isAtOrBelow(pointer, "/spec/versions")),
  );

/** By their first two steps, each with one digest of all that is below. */
const summed = (
  draft: ObjectDraft,
  differences: readonly FieldDifference[],
  { digests, unstable, clusterKeys }: Presented,
): readonly FieldChange[] => {
  const groups = Map.groupBy(differences, ({ pointer }) => pointer.split("/").slice(0, 3).join("/"));
  return [...groups].map(([pointer, inner]): FieldChange => {
    const pairs = inner.map(({ pointer: own, before, after }): Json => [own, before ?? null, after ?? null]);
    return {
      pointer: withoutClusterKeys(pointer, clusterKeys),
      before: null,
      after: null,
      digest: draft.ref.kind === "Secret" ? digests.ofSecret(pairs, pointer) : digests.of(pairs, pointer),
      noise: noiseOf(draft, pointer, unstable),
    };
  });
};

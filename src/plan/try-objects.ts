import type { ResourceRef } from "../core/finding.ts";
import type { RefusedObject } from "../kubectl/kubectl-failure.ts";
import { conflictsIn, unknownKindsIn } from "../kubectl/kubectl-failure.ts";
import type { JsonObject, Manifest } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { ObjectDraft } from "./draft.ts";
import { dryRun, type TrialResult, type TrialTerms } from "./dry-run.ts";
import { groupKind, type Landing, missingFor } from "./landing.ts";
import type { LiveObjects } from "./live-objects.ts";
import type { PlanLayer } from "./plan.ts";

/** One object that is asked for. */
export interface WantedObject {
  readonly layer: PlanLayer;
  readonly ref: ResourceRef;
  readonly body: JsonObject;
  /** What is tried: YAML or JSON, one document. */
  readonly text: string;
  readonly manifest: Manifest | null;
  /** Whether fields that others hold are taken over: only what the input `allow-owned` names. */
  readonly force: boolean;
}

/** What the cluster says of objects: drafts of those that it would take, and those that it would refuse. */
export interface Tried {
  readonly drafts: readonly ObjectDraft[];
  readonly refused: readonly RefusedObject[];
}

/** How the drafts of a layer are made of what is live and what the server would answer. */
export interface TryRules {
  readonly manager: string;
  /** Whether fields of others are always taken over, as helm 3 does. */
  readonly takesOver: boolean;
  /** Whether nothing can come of it, so that the server need not be asked. */
  isSettled(live: JsonObject, wanted: WantedObject): boolean;
  /** Whether the server's answer is what there is already. */
  isSame(live: JsonObject, after: JsonObject): boolean;
  /** What the server's answer lacks of the truth; default: nothing. */
  refine?(after: JsonObject, wanted: WantedObject): JsonObject;
}

/** Tries objects by as few requests as tell: what is settled is not asked for. Throws as `dryRun` does. */
export const tryObjects = async (
  wanted: readonly WantedObject[],
  rules: TryRules,
  { landing, live, cluster }: { readonly landing: Landing; readonly live: LiveObjects; readonly cluster: Cluster },
): Promise<Tried> => {
  const open = wanted.filter((one) => {
    const there = live(one.ref);
    return missingFor(one.ref, landing, live) === null && !(there !== undefined && rules.isSettled(there, one));
  });
  const results = new Map<WantedObject, TrialResult>();
  for (const forceConflicts of [false, true]) {
    const trials = open.filter(({ force }) => (force || rules.takesOver) === forceConflicts);
    const terms: TrialTerms = { manager: rules.manager, forceConflicts };
    const answers = await dryRun(trials, terms, cluster);
    for (const [index, answer] of answers.entries()) results.set(trials[index] as WantedObject, answer);
  }
  const refused: RefusedObject[] = [];
  const drafts = wanted.map((one): ObjectDraft => {
    const there = live(one.ref) ?? null;
    const base = {
      layer: one.layer,
      ref: one.ref,
      live: there,
      wanted: one.body,
      manifest: one.manifest,
      takesOver: one.force,
    };
    const missing = missingFor(one.ref, landing, live);
    if (missing !== null) {
      if (missing.never) refused.push({ ref: one.ref, stderr: missing.why });
      return { ...base, action: "create", unverified: missing.why, after: null };
    }
    const result = results.get(one);
    if (result === undefined) return { ...base, action: "unchanged", unverified: null, after: null };
    const action = there === null ? "create" : "update";
    if (result.outcome === "accepted") {
      const after = rules.refine?.(result.after, one) ?? result.after;
      const isSame = there !== null && rules.isSame(there, after);
      return { ...base, action: isSame ? "unchanged" : action, unverified: null, after };
    }
    if (result.outcome === "silent")
      return { ...base, action, unverified: "an admission webhook does not answer now", after: null };
    if (isOutdated(result.refused, landing))
      return {
        ...base,
        action,
        unverified: `the CustomResourceDefinition of ${one.ref.kind} changes with this plan`,
        after: null,
      };
    refused.push(result.refused);
    return { ...base, action, unverified: null, after: null };
  });
  return { drafts, refused };
};

/** What a CRD refuses that this very plan replaces says nothing of the one to come; a conflict stays one. */
const isOutdated = ({ ref, stderr }: RefusedObject, { changedKinds, madeKinds }: Landing): boolean =>
  conflictsIn(stderr).length === 0 &&
  (changedKinds.has(groupKind(ref)) || (madeKinds.has(groupKind(ref)) && unknownKindsIn(stderr).length > 0));

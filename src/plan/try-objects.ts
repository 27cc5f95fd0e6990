import type { ResourceRef } from "../core/finding.ts";
import type { RefusedObject } from "../kubectl/kubectl-failure.ts";
import { conflictsIn, unknownKindsIn } from "../kubectl/kubectl-failure.ts";
import type { JsonObject, Manifest } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { ObjectDraft } from "./draft.ts";
import { dryRun, type TrialResult } from "./dry-run.ts";
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

interface Around {
  readonly landing: Landing;
  readonly live: LiveObjects;
  readonly cluster: Cluster;
}

/** Tries objects by as few requests as tell: what is settled is not asked for. Throws as `dryRun` does. */
export const tryObjects = async (wanted: readonly WantedObject[], rules: TryRules, around: Around): Promise<Tried> => {
  const { landing, live, cluster } = around;
  const open = wanted.filter((one) => {
    const there = live(one.ref);
    return missingFor(one.ref, landing, live) === null && !(there !== undefined && rules.isSettled(there, one));
  });
  const results = await answersTo(open, rules, cluster);
  const tried = wanted.map((one) => judged(one, results.get(one), rules, around));
  return { drafts: tried.map(({ draft }) => draft), refused: tried.flatMap(({ refused }) => refused ?? []) };
};

/** What the server says of one object, and what it would become if fields of others were taken over. */
interface Answer {
  readonly result: TrialResult;
  readonly forced: JsonObject | null;
}

const answersTo = async (
  open: readonly WantedObject[],
  { manager, takesOver }: TryRules,
  cluster: Cluster,
): Promise<ReadonlyMap<WantedObject, Answer>> => {
  const ask = async (trials: readonly WantedObject[], forceConflicts: boolean) => {
    const answers = await dryRun(trials, { manager, forceConflicts }, cluster);
    return trials.flatMap((one, index) => (answers[index] === undefined ? [] : [[one, answers[index]] as const]));
  };
  const results = new Map([
    ...(await ask(
      open.filter(({ force }) => !force && !takesOver),
      false,
    )),
    ...(await ask(
      open.filter(({ force }) => force || takesOver),
      true,
    )),
  ]);
  // What is in conflict is refused; what would become of it is worth telling all the same.
  const held = open.filter((one) => {
    const result = results.get(one);
    return result?.outcome === "refused" && conflictsIn(result.refused.stderr).length > 0;
  });
  const forced = new Map(await ask(held, true));
  return new Map(
    [...results].map(([one, result]) => {
      const other = forced.get(one);
      return [one, { result, forced: other?.outcome === "accepted" ? other.after : null }];
    }),
  );
};

const judged = (
  one: WantedObject,
  answer: Answer | undefined,
  rules: TryRules,
  { landing, live }: Around,
): { readonly draft: ObjectDraft; readonly refused?: RefusedObject } => {
  const { layer, ref, body, manifest, force } = one;
  const there = live(ref) ?? null;
  const action = there === null ? "create" : "update";
  const base = { layer, ref, live: there, wanted: body, manifest, takesOver: force, action, unverified: null } as const;
  const missing = missingFor(ref, landing, live);
  if (missing !== null) {
    const draft: ObjectDraft = { ...base, action: "create", unverified: missing.why, after: null };
    return missing.never ? { draft, refused: { ref, stderr: missing.why } } : { draft };
  }
  if (answer === undefined) return { draft: { ...base, action: "unchanged", after: null } };
  const { result, forced } = answer;
  if (result.outcome === "silent")
    return { draft: { ...base, unverified: "an admission webhook does not answer now", after: null } };
  if (result.outcome === "refused") {
    const why = `the CustomResourceDefinition of ${ref.kind} changes with this plan`;
    if (isOutdated(result.refused, landing)) return { draft: { ...base, unverified: why, after: null } };
    return { draft: { ...base, after: forced }, refused: result.refused };
  }
  const after = rules.refine?.(result.after, one) ?? result.after;
  const isSame = there !== null && rules.isSame(there, after);
  return { draft: { ...base, action: isSame ? "unchanged" : action, after } };
};

/** What a CRD refuses that this very plan replaces says nothing of the one to come; a conflict stays one. */
const isOutdated = ({ ref, stderr }: RefusedObject, { changedKinds, madeKinds }: Landing): boolean =>
  conflictsIn(stderr).length === 0 &&
  (changedKinds.has(groupKind(ref)) || (madeKinds.has(groupKind(ref)) && unknownKindsIn(stderr).length > 0));

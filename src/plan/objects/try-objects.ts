import type { ResourceRef } from "../../core/finding.ts";
import type { RefusedObject } from "../../kubectl/kubectl-failure.ts";
import { conflictsIn, unknownKindsIn } from "../../kubectl/kubectl-failure.ts";
import { textOrEmpty } from "../../kubernetes/json-fields.ts";
import type { JsonObject, Manifest } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import type { Scratch } from "../../outside/outside.ts";
import type { ObjectDraft } from "../draft.ts";
import type { PlanLayer } from "../plan.ts";
import type { ClientSide } from "../release/client-side.ts";
import { dryPatch, dryRun, type TrialResult } from "./dry-run.ts";
import { groupKind, type Landing, missingFor } from "./landing.ts";
import { isLeftByUs } from "./left-by-us.ts";
import type { LiveObjects } from "./live-objects.ts";

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
  /** What is sent of an object that is there, where that is no apply; default: it is one. */
  patchOf?(live: JsonObject, wanted: WantedObject): ClientSide;
  /** Where patches are written to be sent; given with `patchOf`. */
  readonly scratch?: Pick<Scratch, "write">;
}

interface Around {
  readonly landing: Landing;
  readonly live: LiveObjects;
  readonly cluster: Cluster;
}

/** Tries objects by as few requests as tell: what is settled is not asked for. Throws as `dryRun` does. */
export const tryObjects = async (wanted: readonly WantedObject[], rules: TryRules, around: Around): Promise<Tried> => {
  const { landing, live } = around;
  const open = wanted.filter((one) => {
    const there = live(one.ref);
    return missingFor(one.ref, landing, live) === null && !(there !== undefined && rules.isSettled(there, one));
  });
  const results = await answersTo(open, rules, around);
  const tried = wanted.map((one) => judged(one, results.get(one), rules, { ...around, all: wanted }));
  return { drafts: tried.map(({ draft }) => draft), refused: tried.flatMap(({ refused }) => refused ?? []) };
};

/** What the server says of one object, and what it would become if fields of others were taken over. */
interface Answer {
  readonly result: TrialResult;
  readonly forced: JsonObject | null;
  /** Whether fields are taken over all the same: only a rollback of ours that was cut off holds them. */
  readonly isTaken: boolean;
}

/** Applies all at once; patches where an apply does not answer what is sent, or is refused where a patch may not be. */
const answersTo = async (
  open: readonly WantedObject[],
  rules: TryRules,
  { live, cluster }: Around,
): Promise<ReadonlyMap<WantedObject, Answer>> => {
  const { manager, takesOver, patchOf, scratch } = rules;
  const ask = async (trials: readonly WantedObject[], forceConflicts: boolean) =>
    together(trials, await dryRun(trials, { manager, forceConflicts }, cluster));
  const patches = new Map(
    open.flatMap((one) => {
      const there = live(one.ref);
      return there === undefined || patchOf === undefined ? [] : [[one, patchOf(there, one)] as const];
    }),
  );
  const applied = open.filter((one) => patches.get(one)?.isPlain !== false);
  const results = new Map([
    ...(await ask(
      applied.filter(({ force }) => !force && !takesOver),
      false,
    )),
    ...(await ask(
      applied.filter(({ force }) => force || takesOver),
      true,
    )),
  ]);
  const isLeft = (result: TrialResult | undefined): boolean => result === undefined || result.outcome === "refused";
  const left = open.filter((one) => patches.has(one) && isLeft(results.get(one)));
  if (scratch !== undefined) {
    const sent = left.map((one) => ({ ref: one.ref, patch: patches.get(one)?.patch ?? {} }));
    for (const [one, result] of together(left, await dryPatch(sent, { cluster, scratch }))) results.set(one, result);
  }
  // What is in conflict is refused; what would become of it is worth telling all the same.
  const held = open.filter((one) => {
    const result = results.get(one);
    return result?.outcome === "refused" && conflictsIn(result.refused.stderr).length > 0;
  });
  const forced = new Map(await ask(held, true));
  return new Map(
    [...results].map(([one, result]): readonly [WantedObject, Answer] => {
      const other = forced.get(one);
      if (other !== undefined && isOfOursAlone(result)) return [one, { result: other, forced: null, isTaken: true }];
      return [one, { result, forced: other?.outcome === "accepted" ? other.after : null, isTaken: false }];
    }),
  );
};

const isOfOursAlone = (result: TrialResult): boolean =>
  result.outcome === "refused" && conflictsIn(result.refused.stderr).every(isLeftByUs);

const together = (
  trials: readonly WantedObject[],
  answers: readonly TrialResult[],
): readonly (readonly [WantedObject, TrialResult])[] =>
  trials.flatMap((one, index) => (answers[index] === undefined ? [] : [[one, answers[index]] as const]));

const judged = (
  one: WantedObject,
  answer: Answer | undefined,
  rules: TryRules,
  { landing, live, all }: Around & { readonly all: readonly WantedObject[] },
): { readonly draft: ObjectDraft; readonly refused?: RefusedObject } => {
  const { layer, ref, body, manifest, force } = one;
  const there = live(ref) ?? null;
  const action = there === null ? "create" : "update";
  // Of the tree the apply itself sees whose they are; helm has to be told.
  const takesOver = force || (layer === "release" && answer?.isTaken === true);
  const base = { layer, ref, live: there, wanted: body, manifest, takesOver, action, unverified: null } as const;
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
    const role = comingRole(one, result.refused, { all, live });
    if (role !== null)
      return { draft: { ...base, unverified: `the ${role.kind} ${role.name} comes with this plan`, after: null } };
    return { draft: { ...base, after: forced }, refused: result.refused };
  }
  const { after } = result;
  const isSame = there !== null && rules.isSame(there, after);
  return { draft: { ...base, action: isSame ? "unchanged" : action, after } };
};

/** What a CRD refuses that this very plan replaces says nothing of the one to come; a conflict stays one. */
const isOutdated = ({ ref, stderr }: RefusedObject, { changedKinds, madeKinds }: Landing): boolean =>
  conflictsIn(stderr).length === 0 &&
  (changedKinds.has(groupKind(ref)) || (madeKinds.has(groupKind(ref)) && unknownKindsIn(stderr).length > 0));

/**
 * The role of this plan that a binding waits for: the server looks what it grants, unless the account may `bind` it,
 * and a dry run leaves no role behind. What it says then is that the binding is not found, by the role's name.
 */
const comingRole = (
  one: WantedObject,
  { stderr }: RefusedObject,
  { all, live }: Pick<Around, "live"> & { readonly all: readonly WantedObject[] },
): ResourceRef | null => {
  const [kind, name] = ["kind", "name"].map((field) => textOrEmpty(one.body, ["roleRef", field]));
  if (!one.ref.apiVersion.startsWith(rbacGroup) || !stderr.includes(`"${name}" not found`)) return null;
  const role = all.find(
    ({ ref }) => ref.apiVersion.startsWith(rbacGroup) && ref.kind === kind && ref.name === name,
  )?.ref;
  return role === undefined || live(role) !== undefined ? null : role;
};

const rbacGroup = "rbac.authorization.k8s.io/";

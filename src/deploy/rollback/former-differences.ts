import { isBeingDeleted } from "../../kubernetes/being-deleted.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { refKey } from "../../kubernetes/resource-ref.ts";
import type { LiveObjects } from "../../plan/objects/live-objects.ts";
import { operatorVersion } from "../../plan/objects/plan-crds.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import { differingFields } from "./compare-former.ts";
import type { FormerObject, FormerState } from "./former-state.ts";
import { isMadeByDeploy } from "./made-by-deploy.ts";
import type { There } from "./read-there.ts";
import type { ToRestore } from "./restore-objects.ts";
import type { FormerDifference, RollbackReport } from "./rollback-report.ts";
import { withWritesOfOthers } from "./written-meanwhile.ts";

/** What becomes of one object of the former state. */
export interface Intent extends FormerObject {
  /** Null: nothing is done about it, and it is not compared; `why` is a clause. */
  readonly stays: string | null;
  /** What it is to be, where something is done. */
  readonly wanted: ToRestore | null;
  /** Who else wrote it meanwhile. */
  readonly others: readonly string[];
}

/** What is to be done with each object, by what lay there when the deploy had failed. */
export const intentsOf = ({ objects }: FormerState, atFailure: LiveObjects): readonly Intent[] =>
  objects.flatMap((one): readonly Intent[] => {
    const { ref, layer, live } = one;
    const there = atFailure(ref);
    const none = { ...one, stays: null, wanted: null, others: [] };
    if (isUntouchedCrd(one, there)) return [];
    const stays = whyItStays(one, there);
    if (stays !== null) return [{ ...none, stays }];
    if (live !== null) {
      const { object, others } = withWritesOfOthers(live, there);
      return [{ ...none, wanted: { ref, layer, object }, others }];
    }
    return [{ ...none, wanted: { ref, layer, object: null } }];
  });

const isCrd = ({ ref }: FormerObject): boolean => ref.kind === "CustomResourceDefinition";

const isUntouchedCrd = (one: FormerObject, there: JsonObject | undefined): boolean =>
  isCrd(one) && (there === undefined || (one.live !== null && differingFields(one.live, there).length === 0));

/** A clause; null where the object is brought back. */
const whyItStays = (one: FormerObject, there: JsonObject | undefined): string | null => {
  const { ref, live } = one;
  if (isCrd(one)) {
    const version = there === undefined ? null : operatorVersion(there);
    const of = version === null ? "" : `, of prometheus-operator ${version}`;
    return `the cluster runs it as the deploy has ${live === null ? "made" : "changed"} it${of}`;
  }
  if (live !== null || there === undefined) return null;
  if (ref.kind === "Namespace") return "the deploy made it; somebody else may use it by now";
  return valueAt(there, ["metadata", "annotations", "helm.sh/resource-policy"]) === "keep"
    ? "the deploy made it, and its annotation helm.sh/resource-policy says that it is kept"
    : null;
};

/** What no rollback takes back. */
export const staysOf = (intents: readonly Intent[]): RollbackReport["stays"] =>
  intents.flatMap(({ ref, stays }) => (stays === null ? [] : [{ ref, why: stays }]));

const mostPointers = 20;

/**
 * What is not as it was. `refused`: in kubectl's words what the cluster did not let us write, by `refKey`; `release` is
 * the one that is deployed.
 */
export const differencesOf = (
  intents: readonly Intent[],
  { live: now, unread }: Pick<There, "live" | "unread">,
  refused: ReadonlyMap<string, string>,
  release: ReleaseName,
): readonly FormerDifference[] =>
  intents.flatMap((intent): readonly FormerDifference[] => {
    const { ref, layer, live, stays, wanted, others } = intent;
    if (stays !== null) return [];
    const there = now(ref);
    const hidden = unread.get(refKey(ref));
    if (hidden !== undefined) return unknown([intent], hidden);
    const why = refused.get(refKey(ref));
    const whole = (what: string, ofOthers = false): readonly FormerDifference[] => [
      { ref, pointers: [], why: why === undefined ? what : `${what}: ${why}`, ofOthers },
    ];
    if (live === null) {
      if (there === undefined) return [];
      if (!isMadeByDeploy(layer, there, release)) return whole("somebody else made it while the deploy ran", true);
      return whole(isBeingDeleted(there) ? "the deploy made it, and it is being deleted still" : "the deploy made it");
    }
    if (there === undefined) return whole("it is not there any more");
    if (isBeingDeleted(there)) return whole("it is being deleted");
    const pointers = differingFields(live, there);
    if (pointers.length === 0) return [];
    const ofOthers = others.length > 0 && differingFields(wanted?.object ?? live, there).length === 0;
    const what = ofOthers ? `${others.join(", ")} wrote it while the deploy ran` : (why ?? "it is not as it was");
    return [{ ref, pointers: pointers.slice(0, mostPointers), why: what, ofOthers }];
  });

/** Where they could not be read: none of them is known to be as it was. */
export const unknown = (intents: readonly Pick<Intent, "ref" | "stays">[], why: string): readonly FormerDifference[] =>
  intents
    .filter(({ stays }) => stays === null)
    .map(({ ref }) => ({ ref, pointers: [], ofOthers: false, why: `it could not be compared: ${why}` }));

import { nameOf } from "../../core/finding.ts";
import { refKey } from "../../kubernetes/resource-ref.ts";
import { type FieldChange, type PlannedObject, planLayers } from "../plan.ts";
import { type Moved, moved, movedDigest, movedValue, paired, shortDigest } from "./moved.ts";

/**
 * What is another thing for the objects: which they are, what would happen to them, what they are in the cluster and
 * what they would become. Their generation and noise do not matter, nor the order in which the plans have them. By
 * layer, then by kind and name; what is deleted now comes first.
 */
export const movedObjects = (approved: readonly PlannedObject[], now: readonly PlannedObject[]): readonly Moved[] => {
  const pairs = paired(approved, now, keyOf).map((pair) => ({
    deletes: pair.now?.action === "delete",
    moved: movedObject(pair.approved, pair.now),
  }));
  return [...pairs.filter(({ deletes }) => deletes), ...pairs.filter(({ deletes }) => !deletes)].flatMap(
    (pair) => pair.moved,
  );
};

/** The layer's number, for its order. */
const keyOf = ({ layer, ref }: PlannedObject): string => `${planLayers.indexOf(layer)}\n${refKey(ref)}`;

const movedObject = (a: PlannedObject | undefined, b: PlannedObject | undefined): readonly Moved[] => {
  if (a === undefined || b === undefined) return comingOrGoing(a, b);
  const name = nameOf(a.ref);
  return [
    ...movedValue(name, a.action, b.action),
    ...movedValue(`${name}: uid, as of an object that was made anew`, a.live?.uid ?? null, b.live?.uid ?? null),
    ...movedDigest(`${name}: what lies in the cluster`, a.live?.digest ?? null, b.live?.digest ?? null),
    ...movedDigest(`${name}: what the stack asks for`, a.wanted, b.wanted),
    ...paired(own(a.changes), own(b.changes), ({ pointer }) => pointer).flatMap((pair) => movedChange(name, pair)),
    ...movedValue(`${name}: owner`, a.owner, b.owner),
    ...movedValue(`${name}: why it is unverified`, a.unverified, b.unverified, "verified"),
  ];
};

const comingOrGoing = (a: PlannedObject | undefined, b: PlannedObject | undefined): readonly Moved[] => {
  const ref = a?.ref ?? b?.ref;
  if (ref === undefined) return [];
  const told = (object: PlannedObject | undefined): string =>
    object === undefined ? "not in the plan" : `${object.action}, of ${object.layer}, as ${object.ref.apiVersion}`;
  return moved(nameOf(ref), a, b, told);
};

/** What noise is told of a field differs from plan to plan, or comes to nothing. */
const own = (changes: readonly FieldChange[]): readonly FieldChange[] => changes.filter(({ noise }) => noise === null);

const movedChange = (
  name: string,
  pair: { readonly approved: FieldChange | undefined; readonly now: FieldChange | undefined },
): readonly Moved[] => {
  const { approved: a, now: b } = pair;
  const sameShown = a?.before === b?.before && a?.after === b?.after;
  const told = (change: FieldChange | undefined): string => {
    if (change === undefined) return "no change";
    return sameShown
      ? shortDigest(change.digest)
      : `${change.before ?? "(not told)"} → ${change.after ?? "(not told)"}`;
  };
  return moved(`${name}: ${(a ?? b)?.pointer || "the whole object"}`, a, b, told);
};

import type { ResourceRef } from "../../core/finding.ts";
import { fromPointer, isAtOrBelow } from "../../kubernetes/json-pointer.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import type { Hide } from "../../secrets/hide-secrets.ts";
import { mapSecrets, type Secret } from "../../secrets/map-secrets.ts";
import { mark, markSecrets, withoutMarks } from "../../secrets/secret-places.ts";
import type { FieldDifference } from "../changes/field-diff.ts";
import type { FieldChange, Plan } from "../plan.ts";
import { cutValue, excerptsOf } from "./excerpt.ts";

/** A change as a plan may show it. */
export interface ShownChange extends Pick<FieldChange, "pointer" | "before" | "after"> {
  /** Whether any of it is hidden: then its digest tells of a secret. */
  readonly secret: boolean;
}

export interface Redaction {
  /** From src/secrets/hide-secrets.ts, with {@link secretsOfBodies} of what lies in the cluster. */
  readonly hide: Hide;
  /** Pointers into the later object whose value only the cluster can have put there: it is never shown. */
  readonly clusterOnly: readonly string[];
}

/** Both sides of an object, as src/plan/changes/field-diff.ts compared them. */
export interface Compared {
  readonly ref: ResourceRef;
  readonly live: JsonObject;
  readonly after: JsonObject;
}

/**
 * What may be shown of each change: null on both sides where either is secret (the pointer still names it), else JSON,
 * with every string hidden and cut to what differs.
 */
export const shownChanges = (
  { ref, live, after }: Compared,
  differences: readonly FieldDifference[],
  { hide, clusterOnly }: Redaction,
): readonly ShownChange[] => {
  if (differences.length === 0) return [];
  const [earlier, later] = [markSecrets(ref, live), markSecrets(ref, after)];
  return differences.map((one) => {
    const { pointer } = one;
    if (clusterOnly.some((place) => isAtOrBelow(pointer, place) || isAtOrBelow(place, pointer)))
      return { pointer, before: null, after: null, secret: true };
    const before = side(earlier, one.livePointer, one.before, hide);
    const now = side(later, one.after === undefined ? null : pointer, one.after, hide);
    return { pointer, ...together(before, now) };
  });
};

/** The secrets in objects, of the cluster or of a tree, for `secretHider`; those of CRDs are schemas and none. */
export const secretsOfBodies = (bodies: Iterable<JsonObject>): readonly Secret[] => {
  const found: Secret[] = [];
  for (const body of bodies)
    if (body["kind"] !== "CustomResourceDefinition")
      mapSecrets(body, (secret) => {
        found.push(secret);
        return "";
      });
  return found;
};

/** A plan without values: names, pointers and counts stay. */
export const namesOnly = (plan: Plan): Plan => ({
  ...plan,
  objects: plan.objects.map((object) => ({
    ...object,
    changes: object.changes.map((change) => ({ ...change, before: null, after: null })),
  })),
});

interface Side {
  /** Undefined: not there. */
  readonly value: Json | undefined;
  readonly state: "plain" | "part" | "secret";
}

const side = (marked: JsonObject, pointer: string | null, own: Json | undefined, hide: Hide): Side => {
  if (own === undefined || pointer === null) return { value: undefined, state: "plain" };
  // Of a list whose items moved, the names are told, which stand nowhere as a list.
  const found = valueAt(marked, fromPointer(pointer));
  const value = isNameList(own, found) ? own : (found ?? null);
  const shown = hidden(value, hide);
  if (JSON.stringify(shown) === JSON.stringify(own)) return { value: shown, state: "plain" };
  const isText = typeof value === "string" && value.includes("\n");
  const whole = typeof own !== "object" && !isText && JSON.stringify(value).includes(mark);
  return { value: shown, state: whole ? "secret" : "part" };
};

const isNameList = (own: Json, found: Json | undefined): boolean =>
  Array.isArray(own) && own.length > 0 && Array.isArray(found) && found.every(isObject) && !own.some(isObject);

const together = (before: Side, after: Side): Omit<ShownChange, "pointer"> => {
  const secret = before.state !== "plain" || after.state !== "plain";
  const [earlier, later] = shownTexts(before.value, after.value);
  const nothing = before.state === "secret" || after.state === "secret" || (secret && earlier === later);
  return nothing ? { before: null, after: null, secret } : { before: earlier, after: later, secret };
};

const shownTexts = (before: Json | undefined, after: Json | undefined): readonly [string | null, string | null] => {
  if (typeof before !== "string" || typeof after !== "string") return [asText(before), asText(after)];
  const excerpts = excerptsOf(before, after);
  return [JSON.stringify(excerpts.before), JSON.stringify(excerpts.after)];
};

const asText = (value: Json | undefined): string | null =>
  value === undefined
    ? null
    : typeof value === "string"
      ? JSON.stringify(cutValue(value))
      : cutValue(JSON.stringify(value));

const hidden = (value: Json, hide: Hide): Json => {
  if (typeof value === "string") return withoutMarks(hide(value), "***");
  if (Array.isArray(value)) return value.map((item: Json) => hidden(item, hide));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner = null]) => [hide(key), hidden(inner, hide)]));
};

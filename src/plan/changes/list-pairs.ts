import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";

/** Which items of two lists are the same one, by index; null where only the other list has it. */
export interface ListPairs {
  /** In the order of the later list; what only the earlier one has comes last. */
  readonly pairs: readonly (readonly [before: number | null, after: number | null])[];
  /** What names the items that both have, in the order of each list; null where that is the same. */
  readonly moved: readonly [before: readonly string[], after: readonly string[]] | null;
}

/**
 * Pairs the items of two lists by what names them; null where nothing does. Keys are those that Kubernetes itself
 * merges lists by (`x-kubernetes-patch-merge-key` and `x-kubernetes-list-map-keys` of its OpenAPI), and those that
 * rules and references go by; a key counts only where every item of both lists has it and no two of a list share it.
 * Takes time in proportion to the lists' length.
 */
export const pairLists = (before: readonly Json[], after: readonly Json[]): ListPairs | null => {
  if (!before.every(isObject) || !after.every(isObject)) return null;
  for (const identity of identities) {
    const [earlier, later] = [indexBy(before, identity), indexBy(after, identity)];
    if (earlier !== null && later !== null) return pairsOf(earlier, later);
  }
  return null;
};

type Identity = (item: JsonObject) => string | null;

/** The first field must be there; the others tell apart what shares it. */
const fields =
  (first: string, ...others: readonly string[]): Identity =>
  (item) => {
    const value = item[first];
    if (typeof value !== "string" && typeof value !== "number") return null;
    return [value, ...others.flatMap((name) => item[name] ?? [])].map(String).join(" ");
  };

/** A rule of a PrometheusRule. */
const rule: Identity = ({ alert, record }) => {
  const name = alert ?? record;
  return typeof name === "string" ? name : null;
};

/** Rules of one name are told apart by what they add, e.g. the severity. */
const ruleWithLabels: Identity = (item) => {
  const name = rule(item);
  return name === null ? null : `${name} ${JSON.stringify(item["labels"] ?? {})}`;
};

const identities: readonly Identity[] = [
  fields("name"),
  fields("containerPort", "protocol"),
  fields("port", "protocol"),
  fields("mountPath"),
  fields("devicePath"),
  fields("key"),
  fields("ip"),
  fields("topologyKey", "whenUnsatisfiable"),
  rule,
  ruleWithLabels,
];

/** The index of each item by its name, in the list's order; null where one has none, or two have the same. */
const indexBy = (items: readonly JsonObject[], identity: Identity): ReadonlyMap<string, number> | null => {
  const found = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const name = identity(item);
    if (name === null || found.has(name)) return null;
    found.set(name, index);
  }
  return found;
};

const pairsOf = (earlier: ReadonlyMap<string, number>, later: ReadonlyMap<string, number>): ListPairs => {
  const pairs = [...later].map(([name, index]) => [earlier.get(name) ?? null, index] as const);
  const gone = [...earlier].flatMap(([name, index]) => (later.has(name) ? [] : [[index, null] as const]));
  const stayed = [...earlier.keys()].filter((name) => later.has(name));
  const now = [...later.keys()].filter((name) => earlier.has(name));
  const sameOrder = stayed.every((name, index) => name === now[index]);
  return { pairs: [...pairs, ...gone], moved: sameOrder ? null : [stayed, now] };
};

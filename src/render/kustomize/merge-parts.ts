import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { isRuleOfV1 } from "./plan-parts.ts";

/** One object that kustomize printed. */
interface Built {
  readonly body: JsonObject;
}

/**
 * What the parts printed in the order of the whole build; null where the whole may say something else. Kustomize sorts
 * by kind and version, then by namespace and name: all rules stand together, at the place that they have in the first
 * part. And it refuses two objects of one name in a namespace.
 */
export const mergeParts = <T extends Built>([first = [], ...more]: readonly (readonly T[])[]): readonly T[] | null => {
  const start = first.findIndex(({ body }) => isRuleOfV1(body));
  if (start === -1) return null;
  const end = first.findLastIndex(({ body }) => isRuleOfV1(body)) + 1;
  const rules = [...first.slice(start, end), ...more.flat()].map((built) => ({ built, id: ruleId(built.body) }));
  if (rules.some(({ id }) => id === null)) return null;
  if (new Set(rules.map(({ id }) => id?.replace(/^~X(?=\|)/, "default"))).size < rules.length) return null;
  const sorted = rules.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)).map(({ built }) => built);
  return [...first.slice(0, start), ...sorted, ...first.slice(end)];
};

/**
 * What kustomize sorts rules by (legacyResIDSortString of api/internal/builtins/SortOrderTransformer.go); null for what
 * is none, or has names that Kubernetes does not take: those of ASCII alone Go and JavaScript compare alike.
 */
const ruleId = (body: JsonObject): string | null => {
  const name = valueAt(body, ["metadata", "name"]);
  const namespace = valueAt(body, ["metadata", "namespace"]) ?? "~X";
  return isRuleOfV1(body) && isName(name) && (namespace === "~X" || isName(namespace)) ? `${namespace}|${name}` : null;
};

const isName = (value: unknown): value is string => typeof value === "string" && /^[a-z0-9.-]+$/.test(value);

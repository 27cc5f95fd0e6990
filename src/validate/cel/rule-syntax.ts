import type { ASTNode } from "@marcbachmann/cel-js";
import type { Path } from "../../kubernetes/manifest.ts";

/** What is known of a rule's text without evaluating it. */
export interface RuleSyntax {
  readonly nodes: number;
  /** The first function that it calls and that is none here, or another than in Kubernetes; else null. */
  readonly unknownFunction: string | null;
  readonly readsOldSelf: boolean;
  /** How many loops lie in one another; where lists are made, and so may grow from one to the next, all there are. */
  readonly loops: number;
  /** Whether it splits or joins: what it loops over may be longer than any list that is written. */
  readonly grows: boolean;
  /** Whether two values are compared or joined of which neither is written in the rule: they may be lists. */
  readonly comparesFields: boolean;
  /** The fields of `self` that it names, in the order in which they end: `self.a.b` is `["a"]` and `["a", "b"]`. */
  readonly reads: readonly (readonly string[])[];
}

const loopMacros: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "filter", "map"]);

/**
 * Functions that the library and Kubernetes understand alike; of what is not here a rule is not judged. Dates, letter
 * case beyond ASCII and what Kubernetes adds to CEL are left out.
 * https://kubernetes.io/docs/reference/using-api/cel/
 */
const knownFunctions: ReadonlySet<string> = new Set([
  ...loopMacros,
  ...["has", "size", "startsWith", "endsWith", "contains", "matches", "indexOf", "lastIndexOf", "substring", "trim"],
  ...["split", "join", "int", "uint", "double", "string", "bool", "type", "dyn", "duration"],
  ...["orValue", "or", "hasValue", "value", "none", "of"],
]);

const isNode = (value: unknown): value is ASTNode => typeof value === "object" && value !== null && "op" in value;

/** The nodes right below one. */
const below = (value: unknown): readonly ASTNode[] => {
  if (Array.isArray(value)) return value.flatMap(below);
  return isNode(value) ? [value] : [];
};

/** Every node of a rule, what stands inside before what is around it. */
export const nodesOf = (node: ASTNode): readonly ASTNode[] => [...below(node.args).flatMap(nodesOf), node];

const functionOf = (node: ASTNode): string | null =>
  node.op === "call" || node.op === "rcall" ? String(node.args[0]) : null;

const isLoop = (node: ASTNode): boolean => node.op === "rcall" && loopMacros.has(node.args[0]);

const deepestLoops = (node: ASTNode): number =>
  Math.max(0, ...below(node.args).map(deepestLoops)) + (isLoop(node) ? 1 : 0);

const comparesFields = (node: ASTNode): boolean =>
  ["==", "!=", "+", "in"].includes(node.op) &&
  below(node.args).every(({ op }) => op === "." || op === "id" || op === "[]");

const fieldsOf = (node: ASTNode): readonly string[] | null => {
  if (node.op === "id") return node.args === "self" ? [] : null;
  if (node.op !== "." && node.op !== ".?") return null;
  const above = fieldsOf(node.args[0]);
  const name: unknown = node.args[1];
  return above === null || typeof name !== "string" ? null : [...above, name];
};

/** Reads a parsed rule. */
export const ruleSyntax = (root: ASTNode): RuleSyntax => {
  const nodes = nodesOf(root);
  const has = (...ops: readonly string[]): boolean => nodes.some(({ op }) => ops.includes(op));
  const called = nodes.flatMap((node) => functionOf(node) ?? []);
  return {
    nodes: nodes.length,
    unknownFunction: called.find((name) => !knownFunctions.has(name)) ?? null,
    readsOldSelf: nodes.some(({ op, args }) => op === "id" && args === "oldSelf"),
    loops: has("+", "list", "map") ? nodes.filter(isLoop).length : deepestLoops(root),
    grows: has("+") || called.includes("split"),
    comparesFields: nodes.some(comparesFields),
    reads: nodes.flatMap((node) => {
      const fields = fieldsOf(node);
      return fields === null || fields.length === 0 ? [] : [fields];
    }),
  };
};

/** `spec`, `mode` of `.spec.mode`: a rule's fieldPath as a path; `['a.b']` is the key of a map. */
export const pathOfField = (fieldPath: string): Path =>
  [...fieldPath.matchAll(/\.([^.[\]]+)|\['((?:\\.|[^'\\])*)'\]/g)].map(
    ([, field, key]) => field ?? (key ?? "").replaceAll(/\\(.)/g, "$1"),
  );

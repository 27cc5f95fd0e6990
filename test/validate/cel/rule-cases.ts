import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";

/** What a rule says of one value: nothing, this message (or how it begins), or that it is not judged here. */
export type Expected = { readonly holds: true } | { readonly refused: string } | { readonly unjudged: string };

/** A schema with rules, and values under it, each with what is expected. */
export interface RuleCase {
  readonly name: string;
  readonly schema: JsonObject;
  readonly values: readonly (readonly [Json, Expected])[];
}

const holds = { holds: true } as const;
const refused = (message: string) => ({ refused: message });
const unjudged = (why: string) => ({ unjudged: why });

const text = { type: "string", maxLength: 20 };
const whole = { type: "integer" };
const rules = (rule: string, more: JsonObject = {}) => ({
  "x-kubernetes-validations": [{ rule, message: "broken", ...more }],
});
const fields = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: "object", properties, ...more });
const list = (items: Json, more: JsonObject = {}): JsonObject => ({ type: "array", maxItems: 5, items, ...more });

/** One property of a definition's `spec` each; what the rule cannot see is left out of the value. */
export const ruleCases: readonly RuleCase[] = [
  {
    name: "fields",
    schema: fields({ a: text, b: text }, rules("!has(self.a) || has(self.b)")),
    values: [
      [{}, holds],
      [{ a: "x", b: "" }, holds],
      [{ a: "x" }, refused("broken")],
    ],
  },
  {
    name: "absent",
    schema: fields({ a: text, b: text }, rules("self.a == 'x' || self.b == 'y'")),
    values: [
      [{ b: "y" }, holds],
      [{ b: "x" }, refused("the rule cannot be evaluated: No such key: a")],
    ],
  },
  {
    name: "absentBelow",
    schema: fields({ a: fields({ b: text }) }, rules("has(self.a.b)")),
    values: [
      [{ a: { b: "" } }, holds],
      [{ a: {} }, refused("broken")],
      [{}, refused("the rule cannot be evaluated: No such key: a")],
    ],
  },
  {
    name: "defaults",
    schema: fields({ mode: { ...text, default: "fast" } }, rules("self.mode != 'fast'")),
    values: [
      [{ mode: "slow" }, holds],
      [{}, refused("broken")],
    ],
  },
  {
    name: "defaultsBelow",
    schema: fields({ inner: fields({ n: { ...whole, default: 5 } }, { default: {} }) }, rules("self.inner.n < 5")),
    values: [
      [{ inner: { n: 4 } }, holds],
      [{}, refused("broken")],
    ],
  },
  {
    name: "defaultsOfItems",
    schema: list(fields({ n: { ...whole, default: 5 } }, rules("self.n < 5"))),
    values: [
      [[{ n: 1 }], holds],
      [[{ n: 1 }, {}], refused("broken")],
    ],
  },
  {
    name: "either",
    schema: {
      "x-kubernetes-int-or-string": true,
      maxLength: 10,
      ...rules("type(self) == int ? self > 0 : self.endsWith('%')"),
    },
    values: [
      [1, holds],
      ["10%", holds],
      [0, refused("broken")],
      ["10", refused("broken")],
    ],
  },
  {
    name: "map",
    schema: {
      type: "object",
      maxProperties: 5,
      additionalProperties: { ...text, ...rules("self.size() < 3", { message: "too long" }) },
      ...rules("self.all(key, key.startsWith('a') && self[key] != '')"),
    },
    values: [
      [{ a: "x", "a-b": "yy" }, holds],
      [{ "a-b": "" }, refused("broken")],
      [{ ab: "xxx" }, refused("too long")],
    ],
  },
  {
    name: "list",
    schema: list({ ...text, ...rules("self != 'x'") }, rules("self.exists_one(one, one == 'a')", { message: "no a" })),
    values: [
      [["a", "b"], holds],
      [["a", "x"], refused("broken")],
      [["a", "a"], refused("no a")],
    ],
  },
  {
    name: "loops",
    schema: list(fields({ n: whole }), rules("self.filter(one, has(one.n)).map(one, one.n * 2).all(n, n in [2, 4])")),
    values: [
      [[{ n: 1 }, {}, { n: 2 }], holds],
      [[{ n: 3 }], refused("broken")],
    ],
  },
  {
    name: "transition",
    schema: { ...text, ...rules("self == oldSelf") },
    values: [["x", holds]],
  },
  {
    name: "transitionOrNew",
    schema: { ...text, ...rules("oldSelf.hasValue() || self != 'new'", { optionalOldSelf: true }) },
    values: [
      ["old", holds],
      ["new", refused("broken")],
    ],
  },
  {
    name: "names",
    schema: fields(
      { "x-y": whole, "a.b": whole, namespace: whole, a__b: whole },
      rules("self.x__dash__y + self.a__dot__b + self.__namespace__ + self.a__underscores__b < 5"),
    ),
    values: [
      [{ "x-y": 1, "a.b": 1, namespace: 1, a__b: 1 }, holds],
      [{ "x-y": 2, "a.b": 1, namespace: 1, a__b: 1 }, refused("broken")],
    ],
  },
  {
    name: "pattern",
    schema: { ...text, ...rules("self.matches('(?i)^a+$')") },
    values: [
      ["Aa", holds],
      ["ab", refused("broken")],
    ],
  },
  {
    name: "madeMessage",
    schema: { ...text, ...rules("self.size() < 3", { messageExpression: "self + ' is too long'" }) },
    values: [["xyz", refused("xyz is too long")]],
  },
  {
    name: "noMessage",
    schema: { ...whole, "x-kubernetes-validations": [{ rule: "self < 5", messageExpression: "''" }] },
    values: [[7, refused("failed rule: self < 5")]],
  },
  {
    name: "numbers",
    schema: fields({ n: whole, x: { type: "number" } }, rules("self.x > 0.5 && self.n / 2 == 1 && self.n > self.x")),
    values: [
      [{ n: 3, x: 1 }, holds],
      [{ n: 4, x: 1 }, refused("broken")],
    ],
  },
  {
    name: "pod",
    schema: {
      type: "object",
      "x-kubernetes-embedded-resource": true,
      "x-kubernetes-preserve-unknown-fields": true,
      ...rules("self.metadata.name == 'p' && self.kind == 'Pod'"),
    },
    values: [
      [{ apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, other: 1 }, holds],
      [{ apiVersion: "v1", kind: "Pod", metadata: { name: "q" } }, refused("broken")],
    ],
  },
  {
    name: "sets",
    schema: fields(
      { a: list(text, { "x-kubernetes-list-type": "set" }), b: list(text, { "x-kubernetes-list-type": "set" }) },
      rules("self.a == self.b"),
    ),
    values: [
      [{ a: ["x", "y"], b: ["x", "y"] }, holds],
      [{ a: ["x", "y"], b: ["y", "x"] }, unjudged("it may hang on lists without an order")],
    ],
  },
  {
    name: "dates",
    schema: fields(
      { at: { type: "string", format: "date-time" } },
      rules("!has(self.at) || self.at > timestamp('2026-01-01T00:00:00Z')"),
    ),
    values: [[{ at: "2027-01-01T00:00:00Z" }, unjudged("the function timestamp is not known here")]],
  },
  {
    name: "datesAsked",
    schema: fields({ at: { type: "string", format: "date-time" } }, rules("has(self.at)")),
    values: [
      [{ at: "2027-01-01T00:00:00Z" }, holds],
      [{}, refused("broken")],
    ],
  },
  {
    name: "unknownFunctions",
    schema: { ...text, ...rules("isURL(self)") },
    values: [["x", unjudged("the function isURL is not known here")]],
  },
];

/** A definition that has all of them, each as a property of `spec`. */
export const ruleCrd: JsonObject = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "ruleds.test.example" },
  spec: {
    group: "test.example",
    scope: "Namespaced",
    names: { kind: "Ruled", listKind: "RuledList", plural: "ruleds", singular: "ruled" },
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              spec: fields(Object.fromEntries(ruleCases.map(({ name, schema }) => [name, schema]))),
            },
          },
        },
      },
    ],
  },
};

/** An object of that kind with this value as one property of its `spec`. */
export const ruled = (name: string, value: Json): JsonObject => ({
  apiVersion: "test.example/v1",
  kind: "Ruled",
  metadata: { name: "a", namespace: "default" },
  spec: { [name]: value },
});

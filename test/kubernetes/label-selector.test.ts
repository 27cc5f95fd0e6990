import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  describeLabels,
  describeSelector,
  explainMismatch,
  matches,
  selectorProblem,
} from "../../src/kubernetes/label-selector.ts";
import type { Labels } from "../../src/kubernetes/labels.ts";
import type { Json, JsonObject } from "../../src/kubernetes/manifest.ts";

const expression = (key: string, operator: string, values?: readonly string[]): JsonObject => ({
  matchExpressions: [{ key, operator, ...(values === undefined ? {} : { values }) }],
});

describe("a label selector", () => {
  it.each<[string, Json | undefined, Labels, boolean]>([
    ["absent", undefined, { a: "b" }, false],
    ["null", null, { a: "b" }, false],
    ["empty", {}, { a: "b" }, true],
    ["empty, of no labels", {}, {}, true],
    ["with empty parts", { matchLabels: {}, matchExpressions: [] }, {}, true],
    ["with null parts", { matchLabels: null, matchExpressions: null }, {}, true],
    ["equal", { matchLabels: { release: "x" } }, { release: "x", app: "y" }, true],
    ["of another value", { matchLabels: { release: "x" } }, { release: "y" }, false],
    ["of another case", { matchLabels: { release: "x" } }, { release: "X" }, false],
    ["of a label that is not there", { matchLabels: { release: "x" } }, {}, false],
    ["of which one half holds", { matchLabels: { a: "1", b: "2" } }, { a: "1" }, false],
    ["of an empty value", { matchLabels: { a: "" } }, { a: "" }, true],
    ["of an empty value that is not there", { matchLabels: { a: "" } }, {}, false],
    ["In", expression("a", "In", ["1", "2"]), { a: "2" }, true],
    ["In, other value", expression("a", "In", ["1", "2"]), { a: "3" }, false],
    ["In, absent", expression("a", "In", ["1"]), {}, false],
    ["NotIn", expression("a", "NotIn", ["1"]), { a: "2" }, true],
    ["NotIn, listed", expression("a", "NotIn", ["1"]), { a: "1" }, false],
    ["NotIn, absent", expression("a", "NotIn", ["1"]), {}, true],
    ["Exists", expression("a", "Exists"), { a: "" }, true],
    ["Exists, absent", expression("a", "Exists"), {}, false],
    ["DoesNotExist", expression("a", "DoesNotExist"), { b: "" }, true],
    ["DoesNotExist, present", expression("a", "DoesNotExist"), { a: "" }, false],
    ["of labels and expressions", { matchLabels: { a: "1" }, ...expression("b", "Exists") }, { a: "1" }, false],
    ["named like an object's own method", { matchLabels: { constructor: "x" } }, {}, false],
    ["In without values", expression("a", "In", []), { a: "1" }, false],
    ["NotIn without values", expression("a", "NotIn", []), {}, false],
    ["Exists with values", expression("a", "Exists", ["1"]), { a: "1" }, false],
    ["with an operator of node selectors", expression("a", "Gt", ["1"]), { a: "2" }, false],
    ["with a key that is none", { matchLabels: { "-a": "1" } }, { "-a": "1" }, false],
    ["with a value that is none", { matchLabels: { a: "b c" } }, { a: "b c" }, false],
    [
      "with a prefixed key",
      { matchLabels: { "kubernetes.io/metadata.name": "x" } },
      { "kubernetes.io/metadata.name": "x" },
      true,
    ],
  ])("%s", (_, selector, labels, expected) => {
    expect(matches(selector, labels)).toBe(expected);
    expect(explainMismatch(selector, labels) === null).toBe(expected);
  });

  it.each<[Json, string]>([
    [expression("a", "In", []), 'In on "a" has no values'],
    [expression("a", "Exists", ["1"]), 'Exists on "a" takes no values'],
    [expression("a", "Lt", ["1"]), '"Lt" on "a" is no operator'],
    [expression("a", "Equals", ["1"]), '"Equals" on "a" is no operator'],
    [{ matchLabels: { "a/b/c": "1" } }, '"a/b/c" is no label name'],
    [{ matchLabels: { a: "x".repeat(64) } }, `"${"x".repeat(64)}" is no label value`],
    ["release=x", "a label selector is a mapping"],
  ])("is refused: %j", (selector, problem) => {
    expect(selectorProblem(selector)).toBe(problem);
  });

  it("says in plain words what is missing", () => {
    const selector = { matchLabels: { release: "prometheus-stack" }, ...expression("tier", "NotIn", ["cpu"]) };
    expect(explainMismatch(selector, { tier: "cpu" })).toBe(
      '"release: prometheus-stack" is required, and there is no label "release", and "tier not in (cpu)" is required, and "tier" is "cpu"',
    );
    expect(describeSelector(selector)).toBe("release: prometheus-stack, tier not in (cpu)");
    expect([describeSelector(null), describeSelector({}), describeLabels({})]).toEqual([
      "nothing",
      "everything",
      "no labels",
    ]);
  });

  const key = fc.constantFrom("release", "app", "tier", "kubernetes.io/metadata.name");
  const value = fc.constantFrom("", "prometheus-stack", "gpu", "cpu");
  const labels = fc.dictionary(key, value, { noNullPrototype: true });
  const requirement = fc.oneof(
    fc.record({ key, operator: fc.constantFrom("In", "NotIn"), values: fc.array(value, { minLength: 1 }) }),
    fc.record({ key, operator: fc.constantFrom("Exists", "DoesNotExist") }),
  );

  it("selects what the set theory of the Kubernetes manual says", () => {
    fc.assert(
      fc.property(labels, fc.array(requirement), labels, (matchLabels, matchExpressions, given) => {
        const everyLabel = Object.entries(matchLabels).every(([name, wanted]) => given[name] === wanted);
        const everyExpression = matchExpressions.every((one) => {
          const inValues = "values" in one && name(one.key) && one.values.includes(given[one.key] ?? "");
          return { In: inValues, NotIn: !inValues, Exists: name(one.key), DoesNotExist: !name(one.key) }[one.operator];
        });
        function name(of: string): boolean {
          return of in given;
        }
        expect(matches({ matchLabels, matchExpressions }, given)).toBe(everyLabel && everyExpression);
      }),
      { numRuns: 2_000 },
    );
  });
});

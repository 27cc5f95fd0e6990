import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canYield } from "../../src/promql/can-yield.ts";
import { type LabelShape, noLabels, union, valuesIn } from "../../src/promql/label-shape.ts";
import { readExpression } from "../../src/promql/parse-expression.ts";
import { resultLabels } from "../../src/promql/result-labels.ts";
import type { MetricSelector } from "../../src/promql/syntax.ts";
import { evaluate } from "./evaluate.ts";
import { expression, series } from "./expression-cases.ts";

const shapeOf = (labels: Readonly<Record<string, string>>): LabelShape => ({
  labels: new Map(Object.entries(labels).map(([name, value]) => [name, [value]])),
  open: false,
});

const seriesOf = ({ metric }: MetricSelector): LabelShape => {
  const [first, ...rest] = Object.entries(series).flatMap(([name, all]) => (name === metric ? all.map(shapeOf) : []));
  return first === undefined ? noLabels : rest.reduce(union, first);
};

const exists = ({ metric }: MetricSelector) => (metric === "none" ? "no" : "yes");

const known = ({ labels, open }: LabelShape): unknown => ({
  ...Object.fromEntries(labels),
  ...(open ? { "…": null } : {}),
});

const seed = Number(process.env["SEED"] ?? 20_261_122);
const count = Number(process.env["EXPRESSION_CASES"] ?? 600);

test(`Prometheus yields no label, value or series that we rule out (${count} expressions, seed ${seed})`, async () => {
  const expressions = [...new Set(fc.sample(expression, { numRuns: count, seed }))];
  const results = await evaluate(expressions);
  const wrong = expressions.flatMap((text, index): readonly unknown[] => {
    const { root, complete, type } = readExpression(text);
    const got = results[index];
    if (!complete || type !== "vector") return [{ text, complete, type }];
    const shape = resultLabels(root, seriesOf);
    const { chance } = canYield(root, exists);
    const surplus = (got ?? []).filter((labels) =>
      [...new Set([...Object.keys(labels), ...shape.labels.keys()])].some((name) => {
        const values = valuesIn(shape, name);
        return values !== null && !values.includes(labels[name] ?? "");
      }),
    );
    const unforeseen = chance === "no" && got !== null && got !== undefined && got.length > 0;
    return surplus.length > 0 || unforeseen ? [{ text, got, shape: known(shape), chance }] : [];
  });
  const yielding = results.filter((got) => got !== null && got.length > 0).length;
  const silent = expressions.filter((text) => canYield(readExpression(text).root, exists).chance === "no").length;
  console.log(
    `promql: ${expressions.length} expressions, ${yielding} with a result, ${silent} that we expect to have none, ${wrong.length} disagreements; seed ${seed}`,
  );
  expect(wrong).toEqual([]);
  expect(yielding).toBeGreaterThan(expressions.length / 4);
  expect(silent).toBeGreaterThan(expressions.length / 20);
});

describe("what is left", () => {
  test.each([
    ["a", { x: ["1", "2"], y: ["p"] }],
    ['a{x="1"}', { x: ["1"], y: ["p"] }],
    ["sum by (x) (a)", { x: ["1", "2"] }],
    ["sum without (x) (a)", { x: [""], y: ["p"] }],
    ["sum(a)", {}],
    ["a * on (x) group_left (z) b", { x: ["1", "2"], y: ["p"], z: ["q", "r"] }],
    ["a or c", { x: ["1", "2"], y: ["p", ""] }],
    ['absent(none{x="3", y=~"."})', { x: ["3"] }],
    ["vector(1)", {}],
    ['label_replace(c, "w", "$1", "x", "(.*)")', { x: ["1"], w: null }],
  ])("of %s", (text, expected) => {
    expect(known(resultLabels(readExpression(text).root, seriesOf))).toEqual(expected);
  });
});

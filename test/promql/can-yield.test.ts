import { describe, expect, test } from "vitest";
import { type Chance, canYield } from "../../src/promql/can-yield.ts";
import { readExpression } from "../../src/promql/parse-expression.ts";

/** Metrics `y…` can be there, `n…` never, of `u…` nothing is known. */
const judge = (text: string) => {
  const chances: Readonly<Record<string, Chance>> = { y: "yes", n: "no", u: "unknown" };
  const { chance, because, alwaysAbsent } = canYield(
    readExpression(text).root,
    ({ metric }) => chances[metric?.[0] ?? ""] ?? "unknown",
  );
  return {
    chance,
    because: because.map(({ metric }) => metric),
    alwaysAbsent: alwaysAbsent.map(({ metric }) => metric),
  };
};

describe("whether an expression can yield anything", () => {
  test.each([
    ["y > 1", "yes", []],
    ["n > 1", "no", ["n"]],
    ["sum(rate(n[5m])) by (gpu)", "no", ["n"]],
    ["y / n", "no", ["n"]],
    ["y and u", "unknown", ["u"]],
    ["n and u", "no", ["n"]],
    ["y unless n", "yes", []],
    ["n unless y", "no", ["n"]],
    ["y or n", "yes", []],
    ["n1 or n2", "no", ["n1", "n2"]],
    ["n or u", "unknown", ["n", "u"]],
    ["(y or n) > 5", "yes", []],
    ["n or vector(0)", "yes", []],
    ["vector(1)", "yes", []],
    ["time() - y > 60", "yes", []],
    ["y > scalar(n)", "unknown", ["n"]],
    ["topk(3, n)", "no", ["n"]],
    ['label_replace(n, "a", "b", "c", "d")', "no", ["n"]],
    ["info(y, n)", "yes", []],
    ["y + fill(0) n", "yes", []],
    ["y + fill_left(0) n", "no", ["n"]],
    ["y + fill_right(0) n", "yes", []],
    ["foo(y)", "unknown", []],
  ])("%s: %s", (text, chance, because) => {
    expect(judge(text)).toMatchObject({ chance, because });
  });
});

test("absent() of what never is there yields all the time", () => {
  expect(judge("absent(n)")).toEqual({ chance: "yes", because: [], alwaysAbsent: ["n"] });
  expect(judge("absent_over_time(n[1h]) or y")).toMatchObject({ chance: "yes", alwaysAbsent: ["n"] });
  expect(judge("absent(y)")).toEqual({ chance: "yes", because: [], alwaysAbsent: [] });
  expect(judge("absent(u)")).toMatchObject({ chance: "yes", alwaysAbsent: [] });
});

import { expect, test } from "vitest";
import { holdTogether } from "../../src/promql/hold-together.ts";
import { readExpression } from "../../src/promql/parse-expression.ts";

const together = (one: string, other: string): boolean => holdTogether(readExpression(one), readExpression(other));

test.each([
  ["x > 85", "x > 90"],
  ["85 < x", "x<95"],
  ["x > 85", "x"],
  ["x > 85 < 95", "x > 90"],
  ["x > 5 or x < 1", "x < 2"],
  ["max by (gpu) (x) > 85", "max by (gpu)(x) > 90"],
  ["rate(x[5m]) > 1", "rate( x[5m] ) > 2 unless rate(x[5m]) > 5"],
  ['x{job="a"} > 85', "x > 90"],
  ['x{job="a", gpu=~"1|2"} > 85', 'x{gpu=~"1|2"} > 90'],
  ["vector(1)", "vector(1) > 0"],
])("%s and %s can yield one series", (one, other) => {
  expect(together(one, other)).toBe(true);
  expect(together(other, one)).toBe(true);
});

test.each([
  // No value meets both.
  ["x > 85", "x < 80"],
  ["x > 85 < 90", "x >= 90"],
  ["x > 85 unless x > 90", "x > 90"],
  ["x == 1", "x == 2"],
  // Nobody knows.
  ["x > 85", "y > 85"],
  ["x > 85", "x / 2 > 85"],
  ["x > 85", "x offset 5m > 85"],
  ["x > 85 and on() y > 1", "x > 85"],
  ["x > 85 and y > 1", "x > 90"],
  ['x{job="a"} > 85', 'x{job="b"} > 90'],
  ['x{job="a"} > 85', 'x{gpu="1"} > 90'],
  ['x{job="a b"} > 85 or x{job="ab"} > 85', 'x{job="ab"} > 90'],
  ["x > y", "x > 85"],
  ["rate(x[5m]) > 1", "rate(x[1m]) > 1"],
  ["x > 85", "x >"],
  ["x > bool 85", "x > 90"],
])("of %s and %s nothing is said", (one, other) => {
  expect(together(one, other)).toBe(false);
  expect(together(other, one)).toBe(false);
});

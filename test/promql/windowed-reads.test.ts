import { describe, expect, test } from "vitest";
import { readExpression } from "../../src/promql/parse-expression.ts";
import { anyValue, type Bound, windowedReads } from "../../src/promql/windowed-reads.ts";

/** The longest of all that it reads. */
const longest = (expr: string, bound: Bound = anyValue): number | null => {
  const waits = windowedReads(readExpression(expr).root, bound).map(({ windowMs }) => windowMs);
  return waits.includes(null) ? null : Math.max(...waits.map(Number));
};

describe("until a change of what it reads changes the result of", () => {
  test.each([
    ["x > 5", 0],
    ["max_over_time(x[1h]) > 0", 0],
    ["max_over_time(x[1h]) < 1", 3600],
    ["min_over_time(x[10m]) < 5", 0],
    ["min_over_time(x[10m]) > 5", 600],
    ["avg_over_time(x[30m]) < 5", 1800],
    ["increase(x[1h]) > 0", 0],
    ["increase(x[1h]) > 50", 3600],
    ["50 < increase(x[1h])", 3600],
    ["increase(x[10m])", 0],
    ["sum by (gpu) (rate(x[5m])) > 0", 0],
    ["rate(x[5m]) / rate(y[10m]) > 0.1", 600],
    ["irate(x[5m]) > 9", 0],
    ["changes(x[1h]) > 0", 0],
    ["avg_over_time(x[30m]) < 5 and y > 1024", 1800],
    ["increase(x[5m]) > 0 or increase(y[10m]) > 3", 600],
    ["absent_over_time(x[10m])", 600],
    ["absent(x)", 0],
  ])("%s: %d s", (expr, seconds) => {
    expect(longest(expr)).toBe(seconds * 1000);
  });

  test("a value that is compared elsewhere takes the whole window", () => {
    expect(longest("increase(x[5m])", null)).toBe(300_000);
    expect(longest("max_over_time(x[1h])", { op: ">", value: 85 })).toBe(0);
  });

  test("a subquery is not told", () => {
    expect(longest("max_over_time(rate(x[5m])[1h:1m]) > 0")).toBeNull();
  });
});

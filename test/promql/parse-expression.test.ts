import { describe, expect, test } from "vitest";
import { readExpression } from "../../src/promql/parse-expression.ts";

const selectorsOf = (text: string) =>
  readExpression(text).selectors.map(({ metric, matchers, range, offset }) => ({
    metric,
    matchers: matchers.map(({ name, op, value }) => `${name}${op}${value}`),
    range,
    offset,
  }));

describe("selectors", () => {
  test.each([
    ["up", { metric: "up", matchers: [], range: null, offset: null }],
    ['up{job="a",x!~"b.*"}', { metric: "up", matchers: ["job=a", "x!~b.*"], range: null, offset: null }],
    ["rate(x[5m] offset 1h)", { metric: "x", matchers: [], range: "5m", offset: "1h" }],
    ["rate(x[5m:1m])", { metric: "x", matchers: [], range: null, offset: null }],
    ['{__name__="x", a="b"}', { metric: "x", matchers: ["a=b"], range: null, offset: null }],
    ['{"x", "the label"=\'it\\\'s\'}', { metric: "x", matchers: ["the label=it's"], range: null, offset: null }],
    ['{__name__=~"DCGM_.*"}', { metric: null, matchers: ["__name__=~DCGM_.*"], range: null, offset: null }],
    ["up{job=`a\\b`}", { metric: "up", matchers: ["job=a\\b"], range: null, offset: null }],
    ["x @ end() offset -5m", { metric: "x", matchers: [], range: null, offset: "-5m" }],
  ])("%s", (text, expected) => {
    expect(readExpression(text).complete).toBe(true);
    expect(selectorsOf(text)).toEqual([expected]);
  });

  test.each([
    ["a + b / c offset 1h > 2", [null, null, "1h"]],
    ["(a / b)[5m:] offset 1h", ["1h", "1h"]],
    ["a offset 2h / (b / c offset 1h)", ["2h", null, "1h"]],
  ])("an offset is that of the nearest selector: %s", (text, offsets) => {
    expect(selectorsOf(text).map(({ offset }) => offset)).toEqual(offsets);
  });

  test("positions count UTF-16 units from the start of the text", () => {
    const text = 'sum(\n  # 🙂 a comment names no_metric\n  DCGM_FI_DEV_GPU_TEMP{Hostname="gpu-1"}\n)';
    const [selector] = readExpression(text).selectors;
    const spans = [selector, selector?.name, selector?.matchers[0]].map((span) => text.slice(span?.from, span?.to));
    expect(spans).toEqual(['DCGM_FI_DEV_GPU_TEMP{Hostname="gpu-1"}', "DCGM_FI_DEV_GPU_TEMP", 'Hostname="gpu-1"']);
  });

  test("keywords and functions are metrics where they are used as such", () => {
    expect(selectorsOf("sum / on(a) rate").map(({ metric }) => metric)).toEqual(["sum", "rate"]);
  });
});

test("comments may stand anywhere", () => {
  const text = `# first
    max_over_time( # inner
      a{ # matchers
        job="x" # last
      }[5m]
    )
    # before the operator
    and # after it
    on ( # labels
      job
    )
    b # end`;
  const { complete, type, root } = readExpression(text);
  expect({ complete, type, root }).toMatchObject({
    complete: true,
    type: "vector",
    root: { kind: "binary", op: "and", matching: { on: true, labels: ["job"] } },
  });
  expect(selectorsOf(text).map(({ metric, matchers }) => [metric, matchers])).toEqual([
    ["a", ["job=x"]],
    ["b", []],
  ]);
});

test("every place that names a label is told", () => {
  const text = 'sum by (a, "b c") (x{d="1"}) / on(e) group_left(f) sum without(g) (y) unless ignoring(h) z';
  const uses = readExpression(text).labelUses.map(({ name, where, from, to }) => [name, where, text.slice(from, to)]);
  expect(uses.toSorted()).toEqual([
    ["a", "by", "a"],
    ["b c", "by", '"b c"'],
    ["d", "matcher", "d"],
    ["e", "on", "e"],
    ["f", "include", "f"],
    ["g", "without", "g"],
    ["h", "ignoring", "h"],
  ]);
});

describe("result types", () => {
  test.each([
    ["up", "vector"],
    ["up[5m]", "matrix"],
    ["rate(up[5m])[1h:5m]", "matrix"],
    ["(up[5m] offset 1h)", "matrix"],
    ["1 + 2", "scalar"],
    ["time() > bool 5", "scalar"],
    ["scalar(up) * 2", "scalar"],
    ["vector(1)", "vector"],
    ["up > 1", "vector"],
    ["1 < up", "vector"],
    ["-up", "vector"],
    ['"text"', "string"],
    ["sum(up)", "vector"],
    ["absent(up)", "vector"],
    ["x or vector(0)", "vector"],
  ])("%s is a %s", (text, type) => {
    expect(readExpression(text).type).toBe(type);
  });
});

describe("what is not understood", () => {
  test.each(["", "sum(", "up{job=}", "a fill(0) + b", "foo(up)", "(up", 'up{job="a\xff\\x"}', "🙂", "))", "1 2", "{"])(
    "%j is said to be incomplete",
    (text) => {
      expect(readExpression(text).complete).toBe(false);
    },
  );

  test("even a thousandfold nested text", () => {
    const deep = `${"(".repeat(5000)}up${")".repeat(5000)}`;
    expect(readExpression(deep)).toMatchObject({ complete: false, selectors: [] });
  });

  test("what stands beside it is read all the same", () => {
    expect(selectorsOf("sum(up) / foo(").map(({ metric }) => metric)).toContain("up");
  });
});

test("functions, sorted", () => {
  expect(readExpression("sum(rate(a[5m])) / absent(b) + rate(c[1m])").functions).toEqual(["absent", "rate"]);
});

import fc from "fast-check";

/** What the evaluated expressions can read: metrics with their series. `none` is never there. */
export const series = {
  a: [
    { x: "1", y: "p" },
    { x: "2", y: "p" },
  ],
  b: [
    { x: "1", z: "q" },
    { x: "2", z: "r" },
  ],
  c: [{ x: "1" }],
} as const;

const metric = fc.constantFrom("a", "a", "b", "b", "c", "none");
const label = fc.constantFrom("x", "y", "z", "w");
const labels = fc.uniqueArray(label, { maxLength: 2 }).map((names) => names.join(", "));
const matcher = fc
  .record({
    label,
    op: fc.constantFrom("=", "!=", "=~", "!~"),
    value: fc.constantFrom("1", "2", "p", "q", "", "1|2", ".+"),
  })
  .map(({ label, op, value }) => `${label}${op}"${value}"`);
const selector = fc
  .record({ metric, matchers: fc.array(matcher, { maxLength: 1 }) })
  .map(({ metric, matchers }) => (matchers.length === 0 ? metric : `${metric}{${matchers.join(",")}}`));
const range = fc
  .record({ fn: fc.constantFrom("rate", "max_over_time", "count_over_time", "changes"), selector })
  .map(({ fn, selector }) => `${fn}(${selector}[4m])`);
const modifier = fc.oneof(
  fc.constant(""),
  labels.map((names) => `by (${names})`),
  labels.map((names) => `without (${names})`),
);
const matching = fc.oneof(
  { weight: 2, arbitrary: fc.constant("") },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom("on", "ignoring"), labels).map(([word, names]) => `${word} (${names})`),
  },
);
const group = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("group_left", "group_right"), labels)
      .map(([word, names]) => `${word} (${names})`),
  },
);

/** Vector expressions of any shape; some of them fail when they are evaluated. */
export const expression: fc.Arbitrary<string> = fc.letrec<{ vector: string }>((tie) => ({
  vector: fc.oneof(
    { depthIdentifier: "promql", maxDepth: 4 },
    { weight: 4, arbitrary: selector },
    { weight: 2, arbitrary: range },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom("sum", "max", "count", "group", "topk", "count_values"), modifier, tie("vector"))
        .map(([op, by, of]) => `${op} ${by} (${op === "topk" ? "1, " : op === "count_values" ? '"w", ' : ""}${of})`),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie("vector"), fc.constantFrom("+", "/", ">", "== bool"), matching, group, tie("vector"))
        .map(([left, op, on, many, right]) => `(${left}) ${op} ${on} ${on === "" ? "" : many} (${right})`),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie("vector"), fc.constantFrom("and", "or", "unless"), matching, tie("vector"))
        .map(([left, op, on, right]) => `(${left}) ${op} ${on} (${right})`),
    },
    { weight: 1, arbitrary: tie("vector").map((of) => `(${of}) > 0`) },
    { weight: 1, arbitrary: tie("vector").map((of) => `2 * (${of})`) },
    { weight: 1, arbitrary: tie("vector").map((of) => `-(${of})`) },
    { weight: 1, arbitrary: tie("vector").map((of) => `vector(scalar(${of}))`) },
    { weight: 1, arbitrary: fc.oneof(selector, tie("vector")).map((of) => `absent(${of})`) },
    { weight: 1, arbitrary: selector.map((of) => `absent_over_time(${of}[2m])`) },
    {
      weight: 1,
      arbitrary: fc.tuple(tie("vector"), label).map(([of, to]) => `label_replace(${of}, "${to}", "n$1", "x", "(.*)")`),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie("vector"), label).map(([of, to]) => `label_join(${of}, "${to}", "-", "x", "y")`),
    },
    { weight: 1, arbitrary: tie("vector").map((of) => `max_over_time((${of})[3m:1m])`) },
    { weight: 1, arbitrary: tie("vector").map((of) => `sort(abs(${of}))`) },
  ),
})).vector;

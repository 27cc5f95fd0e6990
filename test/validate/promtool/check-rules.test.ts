import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";
import type { Outside } from "../../../src/outside/outside.ts";
import { allTaken, checkRules } from "../../../src/validate/promtool/check-rules.ts";
import { realOutside } from "../real-outside.ts";
import { manifestOf } from "../schemas/manifest-of.ts";

let outside: Outside & { close(): Promise<void> };
beforeAll(async () => {
  outside = await realOutside();
});
afterAll(() => outside.close());

const object = (kind: string, spec: JsonObject) =>
  manifestOf(JSON.stringify({ apiVersion: "monitoring.coreos.com/v1", kind, metadata: { name: "a" }, spec }));
const rules = (...groups: readonly Json[]) => object("PrometheusRule", { groups });
const one = (rule: JsonObject) => rules({ name: "a", rules: [rule] });

/** The errors on one rule, their paths below the rule. */
const errorsOf = async (rule: JsonObject) => {
  const [verdict] = await checkRules([one(rule)], outside);
  return verdict?.errors.map(({ path, ...error }) => ({ path: path.slice(5).join("/"), ...error }));
};

test("good rules are counted, with all that a group may hold, as they are presumed to be", async () => {
  const manifests = [
    rules(
      {
        name: "a",
        interval: "1m",
        query_offset: "30s",
        limit: 10,
        labels: { team: "gpu" },
        partial_response_strategy: "warn",
        rules: [
          { alert: "A", expr: "up == 0", for: "5m", keep_firing_for: "1m", annotations: { a: "{{ $value }}" } },
          { record: "a:b", expr: "sum(up)" },
        ],
      },
      { name: "empty", rules: [] },
    ),
    object("Prometheus", {}),
    rules({ name: "a", rules: [{ alert: "A", expr: 1 }] }),
    object("PrometheusRule", {}),
  ];
  const verdicts = await checkRules(manifests, outside);
  expect(verdicts.map(({ rules, errors }) => [rules, errors])).toEqual([
    [2, []],
    [1, []],
    [0, []],
  ]);
  expect(allTaken(manifests)).toEqual(verdicts);
});

test("a broken expression is placed, also inside the expression, and its neighbours are judged all the same", async () => {
  const good = { alert: "Good", expr: "up == 0" };
  const [first, second] = await checkRules(
    [
      rules(
        { name: "a", rules: [good] },
        {
          name: "b",
          rules: [good, { alert: "B", expr: "up\n  > # ü\n  up{a='ü'} > rate(up)" }, { alert: "C", expr: "up{" }],
        },
      ),
      rules({ name: "a", rules: [good] }),
    ],
    outside,
  );
  expect(first?.errors).toEqual([
    {
      path: ["spec", "groups", 1, "rules", 1, "expr"],
      message: 'parse error: expected type range vector in call to function "rate", got instant vector',
      about: "expression",
      inner: { line: 3, column: 20 },
    },
    {
      path: ["spec", "groups", 1, "rules", 2, "expr"],
      message: "parse error: unexpected end of input inside braces",
      about: "expression",
      inner: { line: 1, column: 4 },
    },
  ]);
  expect(first?.rules).toBe(2);
  expect(second).toMatchObject({ rules: 1, errors: [] });
});

test.each<[JsonObject, string, string, string]>([
  [
    { alert: "A", expr: "up", annotations: { a: "ok", b: "{{ $labels.x " } },
    "template",
    "annotations/b",
    "template, line 1: unclosed action",
  ],
  [
    { alert: "A", expr: "up", labels: { s: '{{ foo "x" }}' } },
    "template",
    "labels/s",
    'template, line 1: function "foo" not defined',
  ],
  [{ alert: "A", expr: "up", labels: { __name__: "x" } }, "field", "labels/__name__", "invalid label name: __name__"],
  [{ alert: "A", expr: "up", for: "soon" }, "field", "for", 'not a valid duration string: "soon"'],
  [{ alert: "A", expr: "up", sevrity: "x" }, "field", "sevrity", "field sevrity not found in a rule"],
  [{ alert: "A", expr: "" }, "field", "expr", "field 'expr' must be set in rule"],
  [{ alert: "A" }, "field", "expr", "field 'expr' must be set in rule"],
  [{ expr: "up" }, "field", "", "one of 'record' or 'alert' must be set"],
  [{ alert: "A", record: "a", expr: "up" }, "field", "record", "only one of 'record' and 'alert' must be set"],
  [{ record: "a", expr: "up", for: "5m" }, "field", "for", "invalid field 'for' in recording rule"],
  [
    { record: "sum(up) {", expr: "up" },
    "field",
    "record",
    "braces present in the recording rule name; should it be in expr?: sum(up) {",
  ],
])("%j is an error of the %s at %s", async (rule, about, path, message) => {
  expect(await errorsOf(rule)).toEqual([{ path, about, message }]);
});

test("a field of the wrong type hides no error of another rule", async () => {
  const [verdict] = await checkRules(
    [
      rules({
        name: "a",
        interval: "often",
        rules: [
          { alert: "A", expr: { a: 1 } },
          { alert: "B", expr: "up{" },
        ],
      }),
    ],
    outside,
  );
  expect(verdict?.errors.map(({ path }) => path.join("/"))).toEqual([
    "spec/groups/0/interval",
    "spec/groups/0/rules/0",
    "spec/groups/0/rules/1/expr",
  ]);
});

test("a group's name that stands twice is placed at the second", async () => {
  const rule = { alert: "A", expr: "up" };
  const [verdict] = await checkRules(
    [rules({ name: "a", rules: [rule] }, { name: "b", rules: [] }, { name: "a", rules: [rule] })],
    outside,
  );
  expect(verdict?.errors).toEqual([
    { path: ["spec", "groups", 2, "name"], message: 'the group name "a" stands twice in one object', about: "field" },
  ]);
});

test("text that YAML would read otherwise reaches promtool as it is", async () => {
  const [verdict] = await checkRules(
    [
      one({
        alert: "A: [b] # c",
        expr: 'up{a="\u2028\u0085\u007f: #"}',
        annotations: { a: "- 'x\": {{ $value }}\n---\n\tb", b: "😀" },
      }),
    ],
    outside,
  );
  expect(verdict).toMatchObject({ rules: 1, errors: [] });
});

test("PromQL that a Prometheus of the stack has turned on is allowed", async () => {
  const rule = one({ record: "a", expr: "limitk(2, up)" });
  const [without] = await checkRules([rule], outside);
  expect(without?.errors[0]?.message).toContain("experimental");
  const [turnedOn] = await checkRules(
    [rule, object("Prometheus", { enableFeatures: ["otlp", "promql-experimental-functions"] })],
    outside,
  );
  expect(turnedOn?.errors).toEqual([]);
});

test("a promtool that says nothing is told as such", async () => {
  const exec: Outside["exec"] = async () => ({
    code: 2,
    stdout: "",
    stderr: "unknown flag --lint\nmore",
    durationMs: 1,
  });
  const silent = checkRules([one({ alert: "A", expr: "up" })], { ...outside, exec });
  await expect(silent).rejects.toThrow("promtool ended with code 2 and without a verdict: unknown flag --lint");
});

test("an empty duration hides no other error", async () => {
  const [verdict] = await checkRules(
    [rules({ name: "a", interval: "", rules: [{ alert: "A", expr: "up ==", for: "" }] })],
    outside,
  );
  expect(verdict?.rules).toBe(0);
  expect(verdict?.errors.map(({ path, about }) => [path.join("/"), about])).toEqual([
    ["spec/groups/0/interval", "field"],
    ["spec/groups/0/rules/0/for", "field"],
    ["spec/groups/0/rules/0/expr", "expression"],
  ]);
});

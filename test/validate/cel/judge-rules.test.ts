import { beforeAll, describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";
import { openRulesJudge, type RulesJudge } from "../../../src/validate/cel/judge-rules.ts";
import { crdSchemas } from "../../../src/validate/schemas/crd-schema.ts";
import { type Expected, ruleCases, ruleCrd, ruled } from "./rule-cases.ts";

const schema = crdSchemas(ruleCrd)[0]?.body ?? {};
let judge: RulesJudge;
beforeAll(async () => {
  judge = (await openRulesJudge([schema])) ?? expect.unreachable();
});

const rows = ruleCases.flatMap(({ name, values }) =>
  values.map(([value, expected]) => [name, JSON.stringify(value), expected, value] as const),
);

const said = ({ errors, unjudged }: ReturnType<RulesJudge>): Expected => {
  const [why] = unjudged;
  if (why !== undefined) return { unjudged: why.why };
  return errors[0] === undefined ? { holds: true } : { refused: errors[0].message.split("; the API server")[0] ?? "" };
};

test.each(rows)("a rule of %s, on %s", (name, _, expected, value: Json) => {
  expect(said(judge(schema, ruled(name, value)))).toEqual(expected);
});

const judgeSpec = async (spec: JsonObject, value: Json) => {
  const alone = { type: "object", properties: { spec } };
  return (await openRulesJudge([alone]))?.(alone, { spec: value });
};
const rule = (text: string, more: JsonObject = {}) => ({
  "x-kubernetes-validations": [{ rule: text, message: "broken", ...more }],
});
const object = {
  type: "object",
  properties: { a: { type: "object", properties: { "b-c": { type: "integer" } } }, d: {} },
};

describe("the place of a rule that is broken", () => {
  test.each([
    ["the field that it names last", rule("!(has(self.d) && has(self.a))"), { a: {}, d: 1 }, ["spec", "a"]],
    ["the last of those that are written", rule("has(self.d) && has(self.a)"), { d: 1 }, ["spec", "d"]],
    ["the value, where none is", rule("has(self.d)"), {}, ["spec"]],
    ["a field below, by its real name", rule("self.a.b__dash__c > 1"), { a: { "b-c": 1 } }, ["spec", "a", "b-c"]],
    ["its own fieldPath", rule("!has(self.d)", { fieldPath: ".a.x" }), { d: 1 }, ["spec", "a", "x"]],
    ["a key in its fieldPath", rule("!has(self.d)", { fieldPath: ".a['x.y']" }), { d: 1 }, ["spec", "a", "x.y"]],
  ])("is %s", async (_, rules, value, path) => {
    expect((await judgeSpec({ ...object, ...rules }, value))?.errors.map((error) => error.path)).toEqual([path]);
  });
});

test("without a rule nothing is loaded, and there is no judge", async () => {
  expect(await openRulesJudge([{ type: "object", properties: { spec: object } }])).toBeNull();
});

test("status is not judged: the API server drops it", async () => {
  const status = { type: "object", properties: { status: { type: "object", ...rule("false") } } };
  expect((await openRulesJudge([status]))?.(status, { status: {} })).toEqual({ errors: [], unjudged: [], steps: 0 });
});

test("a rule that is no CEL is not judged", async () => {
  expect((await judgeSpec({ ...object, ...rule("self.a ==") }, {}))?.unjudged).toMatchObject([{ rule: "self.a ==" }]);
});

test("loops that would take for ever are not run", async () => {
  const value = Array.from({ length: 100 }, (_, index) => index);
  const nested = "self.all(a, self.all(b, self.all(c, self.all(d, self.all(e, a + b + c + d + e >= 0)))))";
  const chained = `[self]${".map(x, x + x)".repeat(40)}.size() == 1`;
  for (const text of [nested, chained]) {
    const list = { type: "array", items: { type: "integer" }, ...rule(text) };
    expect((await judgeSpec(list, value))?.unjudged).toEqual([{ rule: text, why: "its loops could take too long" }]);
  }
});

test("a long rule is cut in the message", async () => {
  const long = `self.d == 1 && ${"true && ".repeat(50)}true`;
  const [error] = (await judgeSpec({ ...object, ...rule(long) }, { d: 2 }))?.errors ?? [];
  expect(error?.message.length).toBeLessThan(320);
  expect(error?.message).toContain("by this rule of its CRD: self.d == 1 && true");
});

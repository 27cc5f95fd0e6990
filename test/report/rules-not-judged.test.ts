import { expect, test } from "vitest";
import { rulesNotJudged } from "../../src/report/rules-not-judged.ts";

test("rules that could not be judged are told once a kind, with the number of objects", () => {
  const of = (kind: string, name: string, rule = "a") => ({
    rule,
    why: "not known",
    resource: { apiVersion: "example.com/v1", kind, namespace: "default", name },
  });
  const unjudgedRules = [of("B", "x"), of("A", "x"), of("A", "y"), of("A", "y"), of("A", "y", "b")];
  expect(rulesNotJudged({ verdicts: [], unjudgedRules, locations: [], unreachable: null })).toEqual([
    { kind: "example.com/v1/A", rule: "a", reason: "not known", objects: 2 },
    { kind: "example.com/v1/A", rule: "b", reason: "not known", objects: 1 },
    { kind: "example.com/v1/B", rule: "a", reason: "not known", objects: 1 },
  ]);
});

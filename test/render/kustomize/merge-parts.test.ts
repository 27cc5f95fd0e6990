import { describe, expect, test } from "vitest";
import { mergeParts } from "../../../src/render/kustomize/merge-parts.ts";

const object = (kind: string, name: string | number, namespace?: string | number) => ({
  body: { apiVersion: "v1", kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) } },
});
const rule = (...names: readonly [name: string | number, namespace?: string | number]) => {
  const { body } = object("PrometheusRule", ...names);
  return { body: { ...body, apiVersion: "monitoring.coreos.com/v1" } };
};
const [before, after] = [object("ConfigMap", "c"), object("ValidatingWebhookConfiguration", "w")];

test("rules stand where those of the first part do, by namespace and name in one", () => {
  const sorted = [rule("a", "a-b"), rule("a", "a.b"), rule("a", "a"), rule("b", "a"), rule("a")];
  expect(
    mergeParts([
      [before, rule("b", "a"), after],
      [rule("a"), rule("a", "a")],
      [],
      [rule("a", "a.b"), rule("a", "a-b")],
    ]),
  ).toEqual([before, ...sorted, after]);
});

describe("the whole is asked where", () => {
  test.each([
    ["the first part has no rule", [[before], [rule("a")]]],
    ["there is no part", []],
    ["another part has anything else", [[rule("a")], [before]]],
    ["rules do not stand together", [[rule("a"), before, rule("b")]]],
    ["two have one name", [[rule("a", "m")], [rule("a", "m")]]],
    ["two have one name in the default namespace", [[rule("a")], [rule("a", "default")]]],
    ["a name is none", [[rule("a|b")]]],
    ["a name is beyond ASCII", [[rule("ä")]]],
    ["a name is a number", [[rule(12)]]],
    ["a namespace is a number", [[rule("a", 12)]]],
  ])("%s", (_, parts) => {
    expect(mergeParts(parts)).toBeNull();
  });
});

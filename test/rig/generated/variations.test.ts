import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readTree } from "./tree.ts";
import { generatedCases, varied } from "./variations.ts";

const good = readTree(resolve(import.meta.dirname, "../../../fixtures/prometheus-stack"));

test("the same seed gives the same stacks, another seed others", () => {
  expect(generatedCases(7, 20)).toEqual(generatedCases(7, 20));
  expect(generatedCases(8, 20)).not.toEqual(generatedCases(7, 20));
});

test("a case changes what it names, and the tree that it was made from stays", () => {
  const before = structuredClone(good);
  const changed = varied(good, [
    { file: "monitor", at: ["metadata", "labels", "release"], value: undefined },
    { file: "values", at: ["prometheus", "prometheusSpec", "ruleSelector"], value: { matchLabels: { team: "gpu" } } },
  ]);
  expect(changed.monitor).toMatchObject({ metadata: { labels: {} } });
  expect(changed.values).toMatchObject({
    prometheus: { prometheusSpec: { ruleSelector: { matchLabels: { team: "gpu" } } } },
  });
  expect(changed.rules).toBe(good.rules);
  expect(good).toEqual(before);
});

import { describe, expect, test } from "vitest";
import { answeredOnce, recordedFrom, recordingsIn } from "../../../src/signal/rules/recorded-from.ts";
import { worldOf } from "../world-of.ts";

const rules = (...pairs: readonly (readonly [string, string])[]) =>
  recordingsIn(
    worldOf({
      tree: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: records, namespace: monitoring}
spec: {groups: [{name: a, rules: ${JSON.stringify(pairs.map(([record, expr]) => ({ record, expr })))}}]}`,
    }),
  );
const namesOf = (all: readonly { readonly metric: string | null }[]) => all.map(({ metric }) => metric);

describe("what an expression reads in the end", () => {
  test("records before what reads them, each once, and what none records", () => {
    const recordings = rules(["top", "middle + left"], ["middle", "bottom"], ["left", "bottom"], ["bottom", "up"]);
    const { records, leaves, expressions } = recordedFrom("top / other", recordings);
    expect(records.map(({ name }) => name)).toEqual(["bottom", "middle", "left", "top"]);
    expect(namesOf(leaves)).toEqual(["up", "other"]);
    expect(expressions.map(({ text }) => text)).toEqual(["top / other", "middle + left", "bottom", "up", "bottom"]);
  });

  test("every rule of a metric, and one that reads itself", () => {
    const recordings = rules(["a", "a + x"], ["a", "y"]);
    const { records, leaves } = recordedFrom("a", recordings);
    expect(records.map(({ expr }) => expr)).toEqual(["a + x", "y"]);
    expect(namesOf(leaves)).toEqual(["x", "y"]);
  });

  test("a chain longer than anybody writes ends", () => {
    const chain = Array.from({ length: 3000 }, (_, i) => [`m${i}`, `m${i + 1}`] as const);
    expect(recordedFrom("m0", rules(...chain)).records.length).toBeLessThan(300);
  });
});

test("an answer is found once, and what asks for itself gets the fallback", () => {
  const asked: string[] = [];
  const of = answeredOnce((metric, deeper: boolean): string => {
    asked.push(metric);
    return deeper ? `${metric} of ${of(metric, false, "itself")}` : metric;
  });
  expect([of("a", true, "?"), of("a", true, "?"), of("b", false, "?")]).toEqual(["a of itself", "a of itself", "b"]);
  expect(asked).toEqual(["a", "b"]);
});

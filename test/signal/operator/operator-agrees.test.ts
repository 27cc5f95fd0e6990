import { load } from "js-yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import type { Outside } from "../../../src/outside/outside.ts";
import { operatorRelease } from "../../../src/signal/operator/operator-release.ts";
import { askRelease, releaseWeSay } from "../../judge/ask-release.ts";
import { type Court, openCourt } from "../../judge/court.ts";
import { judge } from "../../judge/judge.ts";
import { observe } from "../../judge/observe.ts";
import { realOutside } from "../../validate/real-outside.ts";
import { acceptanceBatch, acceptanceSetting } from "./acceptance-batch.ts";
import { acceptanceCases } from "./acceptance-cases.ts";

const object = (text: string): JsonObject => load(text) as JsonObject;
const moved =
  (namespace: string) =>
  (one: JsonObject): JsonObject => ({
    ...one,
    metadata: { ...(one["metadata"] as JsonObject), namespace },
  });
const renamed = (one: JsonObject, index: number): JsonObject => {
  const metadata = one["metadata"] as JsonObject;
  return { ...one, metadata: { ...metadata, name: `${String(metadata["name"])}${index}` } };
};
let court: Court;
let outside: Outside & { close(): Promise<void> };
beforeAll(async () => {
  [court, outside] = await Promise.all([openCourt(), realOutside()]);
}, 180_000);
afterAll(async () => {
  await court?.close();
  await outside?.close();
});

/** What became of each object before the one Prometheus. */
const verdictsOf = async (objects: readonly JsonObject[], mark: string) => {
  const [seen = []] = await observe(
    court,
    [{ setting: acceptanceSetting(mark), cases: objects.map(moved(mark)) }],
    `${mark}-mark`,
  );
  return seen.map(({ applied, fates }) => {
    const { fate, why = "" } = fates.get(`${mark}/main`) ?? {};
    if (applied.admission !== "accepted") return { verdict: applied.admission, why: applied.message };
    return { verdict: why === "" ? "accepted" : "rejected", why, fate };
  });
};

describe("the table of acceptance", () => {
  it("is what the real operator does, and Prometheus with what it writes", { timeout: 120_000 }, async () => {
    const judged = await judge(court, [acceptanceBatch("acceptance")], outside);
    expect(judged).toHaveLength(acceptanceCases.length);
    expect(judged.flatMap(({ object, differences }) => differences.map((one) => ({ object, ...one })))).toEqual([]);
  });
});

describe("what promtool 3.14 takes and the operator does not", () => {
  it("is what the real operator and its webhook do", { timeout: 120_000 }, async () => {
    const rule = (name: string, text: string) =>
      object(`
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: ${name}}
spec: {groups: [{name: a, rules: [{${text}}]}]}
`);
    const pair = (text: string) => [rule("guarded", text), rule("open-", text)];
    const texts = [
      "alert: A, expr: up > 0",
      "alert: A, expr: up > 0, labels: {gpu.model: x}",
      "alert: A, expr: up > 0, annotations: {gpu.model: x}",
      "record: gpu.hot, expr: up",
      "alert: A, expr: 'first_over_time(up[5m]) > 0'",
      "alert: A, expr: up > 0, for: 5 minutes",
    ];
    const objects = texts.flatMap((text, i) => pair(text).map((one) => renamed(one, i)));
    const verdicts = await verdictsOf(objects, "rules");
    const found = texts.map((_, i) =>
      verdicts.slice(2 * i, 2 * i + 2).map(({ verdict, fate }) => (verdict === "accepted" ? fate : verdict)),
    );
    const differing = ["refused-by-webhook", "loaded"];
    expect(found).toEqual([
      ["loaded", "loaded"],
      differing,
      differing,
      differing,
      ["refused-by-webhook", "rejected"],
      ["refused-by-schema", "refused-by-schema"],
    ]);
  });
});

describe("all that hangs on the operator's release", () => {
  it("is what the real operator has: functions, bytes, the Prometheus it deploys", { timeout: 120_000 }, async () => {
    expect(await askRelease(court)).toEqual(releaseWeSay(court.version));
    const large = /is above the maximum limit of (\d+) bytes/.exec(court.operator.log())?.[1];
    expect(large).toBe(String(operatorRelease.maxRuleBytes));
  });
});

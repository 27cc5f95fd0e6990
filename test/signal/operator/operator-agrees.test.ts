import { load } from "js-yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Json, type JsonObject, valueAt } from "../../../src/kubernetes/manifest.ts";
import { operatorRelease } from "../../../src/signal/operator/operator-release.ts";
import { type Court, openCourt } from "../../judge/court.ts";
import { observe } from "../../judge/observe.ts";
import { acceptanceCases } from "./acceptance-cases.ts";

const object = (text: string): JsonObject => load(text) as JsonObject;
const inNamespace = (namespace: string) => ({
  namespaces: [object(`{apiVersion: v1, kind: Namespace, metadata: {name: ${namespace}}}`)],
  others: [
    object(
      `{apiVersion: v1, kind: Secret, metadata: {name: creds, namespace: ${namespace}}, stringData: {user: admin, password: secret}}`,
    ),
    object(
      `{apiVersion: v1, kind: ConfigMap, metadata: {name: creds, namespace: ${namespace}}, data: {user: admin, password: secret}}`,
    ),
  ],
  prometheuses: [
    object(`
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: ${namespace}}
spec: {version: v3.14.0-distroless, serviceMonitorSelector: {}, podMonitorSelector: {}, probeSelector: {}, scrapeConfigSelector: {}, ruleSelector: {}, scrapeClasses: [{name: tls}]}
`),
  ],
});
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
const cases = acceptanceCases.map(({ name, kind, spec }) =>
  object(`
apiVersion: monitoring.coreos.com/${kind === "ScrapeConfig" ? "v1alpha1" : "v1"}
kind: ${kind}
metadata: {name: ${name}}
spec: ${spec}
`),
);

let court: Court;
beforeAll(async () => {
  court = await openCourt();
}, 180_000);
afterAll(() => court.close());

/** What became of each object before the one Prometheus. */
const verdictsOf = async (objects: readonly JsonObject[], mark: string) => {
  const [seen = []] = await observe(
    court,
    [{ setting: inNamespace(mark), cases: objects.map(moved(mark)) }],
    `${mark}-mark`,
  );
  return seen.map(({ applied, fates }) => {
    const { fate, why = "" } = fates.get(`${mark}/main`) ?? {};
    if (applied.admission !== "accepted") return { verdict: applied.admission, why: applied.message };
    return { verdict: why === "" ? "accepted" : "rejected", why, fate };
  });
};

describe("the table of acceptance", () => {
  it("is what the real operator does", { timeout: 120_000 }, async () => {
    const verdicts = await verdictsOf(cases, "acceptance");
    const ours = acceptanceCases.map(({ name, check }) => {
      if (check === "kubernetes-schema-invalid") return { name, verdict: "refused-by-schema" };
      return { name, verdict: check === null ? "accepted" : "rejected" };
    });
    expect(verdicts).toHaveLength(ours.length);
    expect(
      ours.flatMap((own, i) => (own.verdict === verdicts[i]?.verdict ? [] : [{ own, real: verdicts[i] }])),
    ).toEqual([]);
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
    const { experimentalFunctions, unknownFunctions, maxRuleBytes } = operatorRelease;
    const rule = (name: string, expr: string, count = 1): JsonObject => ({
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: { name, namespace: "release" },
      spec: { groups: [{ name: "a", rules: Array(count).fill({ record: "a", expr }) }] },
    });
    const called = [...experimentalFunctions, ...unknownFunctions];
    // The webhook, which tells no reasons, is not asked for names with `open`.
    const calls = called.map((name, i) => rule(`open-${i}`, `${name}(${name.startsWith("limit") ? "1, up" : ""})`));
    const large = rule("open-large", `up > ${"1".repeat(1024)}`, maxRuleBytes / 1024);
    const setting = inNamespace("release");
    const unversioned = setting.prometheuses.map((one) => ({ ...one, spec: { replicas: 0, ruleSelector: {} } }));
    await observe(
      court,
      [{ setting: { ...setting, prometheuses: unversioned }, cases: [...calls, large] }],
      "release-mark",
    );
    const log = court.operator.log();
    const refusals = called.map((name, i) => {
      const why = new RegExp(` prometheusrule=open-${i} .* err=.*(is not enabled|is experimental|unknown function)`);
      return `${name}: ${why.exec(log)?.[1]}`;
    });
    expect(refusals).toEqual([
      ...experimentalFunctions.map(
        (name) => `${name}: is ${name.startsWith("limit") ? "experimental" : "not enabled"}`,
      ),
      ...unknownFunctions.map((name) => `${name}: unknown function`),
    ]);
    expect(/is above the maximum limit of (\d+) bytes/.exec(log)?.[1]).toBe(String(maxRuleBytes));
    expect(await imageOf("release", "main")).toMatch(new RegExp(`:v${operatorRelease.defaultPrometheus}$`));
  });
});

/** The image that the operator deploys for a Prometheus, once it has. */
const imageOf = async (namespace: string, name: string): Promise<string> => {
  let image: Json | undefined;
  await court.cluster.processes.until("the operator has deployed the Prometheus", async () => {
    const path = `/apis/apps/v1/namespaces/${namespace}/statefulsets/prometheus-${name}`;
    const { body } = await court.cluster.request("GET", path);
    image = valueAt(body as Json, ["spec", "template", "spec", "containers", 0, "image"]);
    return image !== undefined;
  });
  return String(image);
};

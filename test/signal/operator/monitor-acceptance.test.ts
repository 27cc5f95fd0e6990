import { describe, expect, it } from "vitest";
import { parseDuration } from "../../../src/promql/prometheus-duration.ts";
import { acceptanceHop, refusalsOf, rejectionOf } from "../../../src/signal/operator/monitor-acceptance.ts";
import { overlayFile, the, worldOf } from "../world-of.ts";
import { type AcceptanceCase, acceptanceCases } from "./acceptance-cases.ts";

const prometheus = (spec = "") => `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: monitoring}
spec: {version: v3.14.0-distroless, serviceMonitorSelector: {}, podMonitorSelector: {}, probeSelector: {}, scrapeConfigSelector: {}, scrapeClasses: [{name: tls}]${spec}}
`;
const credentials = `
apiVersion: v1
kind: Secret
metadata: {name: creds, namespace: monitoring}
stringData: {user: admin, empty: ""}
data: {password: c2VjcmV0}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: creds, namespace: monitoring}
data: {user: admin, password: secret}
`;
const objectOf = ({ kind, spec }: Pick<AcceptanceCase, "kind" | "spec">) =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: one, namespace: monitoring}\nspec: ${spec}\n`;
const judge = (one: Pick<AcceptanceCase, "kind" | "spec">, chart = prometheus()) => {
  const world = worldOf({ chart: `${chart}---${credentials}`, tree: objectOf(one) });
  const monitor = the(world, one.kind);
  return { hop: acceptanceHop(monitor, world), refusals: refusalsOf(monitor, the(world, "Prometheus"), world), world };
};
const endpoint = (fields: string) => ({
  kind: "ServiceMonitor" as const,
  spec: `{selector: {}, endpoints: [{${fields}}]}`,
});

describe("what the operator refuses", () => {
  it.each(acceptanceCases)("$name: $check", (one) => {
    const { hop, refusals } = judge(one);
    const [first] = refusals;
    expect(first?.check ?? null).toBe(one.check);
    expect(hop.status).toBe(one.check === null ? "ok" : first?.unseen === true ? "unknown" : "broken");
    expect(hop.why).toContain(one.says ?? "");
    for (const { source } of refusals) expect(source).toMatch(/^https:\/\/github\.com\/prometheus-operator\/.*\.go$/);
  });

  it("is told by its line, with a longest timeout that is accepted", () => {
    const tree = [
      "apiVersion: monitoring.coreos.com/v1",
      "kind: ServiceMonitor",
      "metadata: {name: one, namespace: monitoring}",
      "spec:",
      "  selector: {}",
      "  endpoints:",
      "    - interval: 15s",
      "      scrapeTimeout: 30s # too long",
      "      relabelings:",
      "        - regex: (",
      "          action: drop",
      "",
    ].join("\n");
    const world = worldOf({ chart: prometheus(), tree });
    expect(acceptanceHop(the(world, "ServiceMonitor"), world)).toEqual({
      hop: "operator-accepts-monitor",
      status: "broken",
      why: "scrapeTimeout 30s is more than the interval, 15s: the operator refuses the whole object. It is refused for 1 more reason.",
      at: { file: overlayFile, line: 8, column: 22 },
      fix: {
        description: "Set scrapeTimeout to the interval, 15s.",
        edits: [{ file: overlayFile, startLine: 8, endLine: 8, text: "      scrapeTimeout: 15s # too long" }],
      },
      check: "servicemonitor-scrape-timeout-exceeds-interval",
    });
  });

  it.each([
    [", arbitraryFSAccessThroughSMs: {deny: true}", "bearerTokenFile: /token", "broken"],
    [", arbitraryFSAccessThroughSMs: {deny: true}", "tlsConfig: {caFile: /ca}", "broken"],
    [", arbitraryFSAccessThroughSMs: {deny: true}", "port: a", "ok"],
    [", arbitraryFSAccessThroughSMs: {}", "bearerTokenFile: /token", "ok"],
    [", scrapeInterval: 1m", "scrapeTimeout: 45s", "ok"],
    [", scrapeInterval: 10s, scrapeTimeout: 20s", "port: a", "broken"],
    [", scrapeTimeout: 20s", "port: a", "ok"],
  ])("hangs on the Prometheus %s", (spec, fields, status) => {
    expect(judge(endpoint(fields), prometheus(spec)).hop.status).toBe(status);
  });

  it.each([
    ["2.53.0", "relabelings: [{targetLabel: gpu.model}]", "broken"],
    ["2.53.0", "relabelings: [{targetLabel: gpu_model}]", "ok"],
    ["2.53.0", "relabelings: [{action: labelmap, regex: a, replacement: 'x_$1'}]", "ok"],
    ["2.53.0", "relabelings: [{action: labelmap, regex: a, replacement: 'x.$1'}]", "broken"],
    ["v2.35.0", "relabelings: [{action: uppercase, targetLabel: a}]", "broken"],
    ["v2.40", "relabelings: [{action: keepequal, targetLabel: a}]", "broken"],
    ["v2.41.0", "relabelings: [{action: keepequal, targetLabel: a}]", "ok"],
  ])("hangs on the version: %s, %s", (version, fields, status) => {
    const chart = prometheus().replace("v3.14.0-distroless", version);
    expect(judge(endpoint(fields), chart).hop.status).toBe(status);
  });

  it("does not call broken what a Secret elsewhere decides, unless something else does", () => {
    const missing = "basicAuth: {username: {name: nope, key: a}, password: {name: nope, key: b}}";
    const { hop, world } = judge(endpoint(missing));
    expect(hop).toMatchObject({ status: "unknown", why: expect.stringContaining("Secret monitoring/nope") });
    expect(rejectionOf(the(world, "ServiceMonitor"), the(world, "Prometheus"), world)).toBeNull();
    expect(judge(endpoint(`${missing}, scrapeTimeout: 2m`)).hop).toMatchObject({ status: "broken" });
  });

  it("reads Secrets of the monitor's own namespace only, and none that others fill", () => {
    const auth = "bearerTokenSecret: {name: creds, key: user}";
    const elsewhere = objectOf(endpoint(auth)).replace("namespace: monitoring", "namespace: gpu");
    const world = worldOf({
      chart: `${prometheus(", serviceMonitorNamespaceSelector: {}")}---${credentials}`,
      tree: elsewhere,
    });
    expect(acceptanceHop(the(world, "ServiceMonitor"), world).status).toBe("unknown");
    const empty = "{apiVersion: v1, kind: Secret, metadata: {name: creds, namespace: monitoring}}";
    const filled = worldOf({ chart: `${prometheus()}---\n${empty}\n`, tree: objectOf(endpoint(auth)) });
    expect(acceptanceHop(the(filled, "ServiceMonitor"), filled)).toMatchObject({
      status: "unknown",
      why: expect.stringContaining("filled by others"),
    });
    const hashed =
      "{apiVersion: v1, kind: Secret, metadata: {name: creds-7b8f9c2d4k, namespace: monitoring}, data: {user: YQ==}}";
    const generated = worldOf({ chart: `${prometheus()}---\n${hashed}\n`, tree: objectOf(endpoint(auth)) });
    expect(acceptanceHop(the(generated, "ServiceMonitor"), generated).why).toContain("disableNameSuffixHash");
  });

  it("is accepted where one of the Prometheuses that select it accepts it", () => {
    const second = prometheus(", scrapeInterval: 2m").replace("name: main", "name: slow");
    expect(judge(endpoint("scrapeTimeout: 1m"), `${prometheus()}---${second}`).hop).toMatchObject({ status: "ok" });
  });

  it("is judged beside selection, and unknown without a Prometheus", () => {
    const closed = prometheus().replace("serviceMonitorSelector: {}", "serviceMonitorSelector: {matchLabels: {a: b}}");
    expect(judge(endpoint("scrapeTimeout: 1m"), closed).hop.status).toBe("broken");
    const world = worldOf({ tree: objectOf(endpoint("scrapeTimeout: 1m")) });
    expect(acceptanceHop(the(world, "ServiceMonitor"), world).status).toBe("unknown");
  });
});

describe("durations", () => {
  it.each([
    ["15s", 15_000],
    ["1h30m", 5_400_000],
    ["1y2w3d4h5m6s7ms", 31_536_000_000 + 1_209_600_000 + 259_200_000 + 14_400_000 + 300_000 + 6_000 + 7],
    ["0", 0],
    ["0s", 0],
    ["", null],
    ["15", null],
    ["1m1h", null],
    ["1s1s", null],
    ["-1s", null],
    ["1.5h", null],
    ["15 s", null],
  ])("%j", (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });
});

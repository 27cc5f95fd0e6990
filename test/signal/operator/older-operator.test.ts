import semver from "semver";
import { describe, expect, it, test } from "vitest";
import { refusalsOf } from "../../../src/signal/operator/monitor-acceptance.ts";
import { discoveryFieldsSince, olderMinors, operatorChanges } from "../../../src/signal/operator/operator-history.ts";
import { operatorAt, operatorOf } from "../../../src/signal/operator/operator-of.ts";
import { minorOf, operatorRelease } from "../../../src/signal/operator/operator-release.ts";
import { ruleOutcome } from "../../../src/signal/operator/rule-acceptance.ts";
import type { RuleError } from "../../../src/validate/promtool/rule-verdict.ts";
import { buildWorld } from "../../../src/world/build-world.ts";
import { chartOrigin, emptyStack, manifestsOf, renderOf } from "../../checks/subject.ts";
import { noExporter, the, worldOf } from "../world-of.ts";

const operator = (image: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: operator, namespace: monitoring}
spec: {template: {spec: {containers: [{image: "${image}", args: [--prometheus-config-reloader=x]}]}}}
`;
const prometheus = (spec = "") => `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: monitoring}
spec: {serviceMonitorSelector: {}, probeSelector: {}, scrapeConfigSelector: {}, ruleSelector: {}${spec}}
`;
const chartOf = (version: string, spec = "") => `${operator(`quay.io/x/operator:v${version}`)}---${prometheus(spec)}`;
const object = (kind: string, spec: string) =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: one, namespace: monitoring}\nspec: ${spec}\n`;

/** What a monitor is refused for by the operator of that release; `breaks` where it is Prometheus that refuses. */
const refused = (version: string, kind: string, spec: string, promSpec = "") => {
  const world = worldOf({ chart: chartOf(version, promSpec), tree: object(kind, spec) });
  return refusalsOf(the(world, kind), the(world, "Prometheus"), world).map(
    ({ why, breaks }) => `${breaks === true ? "breaks: " : ""}${why}`,
  );
};

describe("the operator of a world", () => {
  const inChart = (image: string, chart: { name: string; appVersion: string | null }) => {
    const render = renderOf({ chart: manifestsOf(operator(image), chartOrigin) });
    const world = { ...render, chart: { ...render.chart, chart: { ...render.chart.chart, ...chart } } };
    return operatorOf(buildWorld(emptyStack, world, noExporter)).version;
  };
  const name = "kube-prometheus-stack";

  it("is the one of the rendered image's tag, else the chart's appVersion", () => {
    expect(inChart("quay.io/x/operator:v0.85.0", { name, appVersion: "v0.90.1" })).toBe("0.85.0");
    expect(inChart("host:5000/x/operator:v0.85.0@sha256:abc", { name, appVersion: null })).toBe("0.85.0");
    expect(inChart("quay.io/x/operator:mirrored", { name, appVersion: "v0.90.1" })).toBe("0.90.1");
    expect(inChart("quay.io/x/operator:mirrored", { name: "umbrella", appVersion: "v1.2.3" })).toBe(
      operatorRelease.version,
    );
  });

  it("is the chart's where no operator is rendered, whatever the chart", () => {
    const render = renderOf({});
    const chart = { ...render.chart.chart, appVersion: "v0.76.0" };
    const world = buildWorld(emptyStack, { ...render, chart: { ...render.chart, chart } }, noExporter);
    expect(operatorOf(world).version).toBe(operatorRelease.version);
  });

  it("brings the PromQL of its release; one that nobody has read is told to be unknown", () => {
    expect(operatorAt("0.85.3")).toMatchObject({ isKnown: true, promql: "3.5.0", defaultPrometheus: "3.5.0" });
    expect(operatorAt(null)).toMatchObject({ isKnown: true, promql: operatorRelease.promql });
    expect(operatorAt("0.60.1")).toMatchObject({ isKnown: false, promql: "2.54.0" });
    expect(operatorAt("1.0.0")).toMatchObject({ isKnown: false, promql: operatorRelease.promql });
    const old = operatorAt("0.60.1");
    for (const change of Object.keys(operatorChanges) as (keyof typeof operatorChanges)[]) {
      expect(old.does(change)).toBe(false);
      expect(operatorAt(null).does(change)).toBe(true);
    }
  });
});

test("every change is of a release that we know, and of no patch that is not published", () => {
  const minors = [...Object.keys(olderMinors), minorOf(operatorRelease.version)];
  const since = [
    ...Object.values(operatorChanges).map((one) => one.since),
    ...Object.values(discoveryFieldsSince).flatMap((fields) => Object.values(fields)),
  ];
  expect(since.filter((version) => semver.valid(version) === null || !minors.includes(minorOf(version)))).toEqual([]);
  expect(since.filter((version) => semver.gt(version, operatorRelease.version))).toEqual([]);
});

describe("an older operator", () => {
  const both =
    "{selector: {}, endpoints: [{port: x, bearerTokenSecret: {name: a, key: b}, authorization: {type: Bearer}}]}";
  const secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: monitoring}\nstringData: {b: token}\n";

  it("hands two ways of authentication on, and Prometheus refuses them", () => {
    const judge = (version: string) => {
      const world = worldOf({ chart: `${chartOf(version)}---\n${secret}`, tree: object("ServiceMonitor", both) });
      return refusalsOf(the(world, "ServiceMonitor"), the(world, "Prometheus"), world);
    };
    expect(judge("0.87.1")).toMatchObject([{ breaks: true, check: "servicemonitor-rejected", unseen: false }]);
    const [first] = judge("0.88.0");
    expect(first).toMatchObject({ why: expect.stringContaining("exclude each other") });
    expect(first?.breaks).toBeUndefined();
  });

  it("counts an empty token as none, and does not guess at one that it cannot see", () => {
    const judge = (text: string) => {
      const found = secret.replace("token", text);
      const world = worldOf({ chart: `${chartOf("0.85.0")}---\n${found}`, tree: object("ServiceMonitor", both) });
      return refusalsOf(the(world, "ServiceMonitor"), the(world, "Prometheus"), world);
    };
    expect(judge("''")).toEqual([]);
    expect(refused("0.85.0", "ServiceMonitor", both).length).toBeGreaterThan(0);
    const world = worldOf({ chart: chartOf("0.85.0"), tree: object("ServiceMonitor", both) });
    const all = refusalsOf(the(world, "ServiceMonitor"), the(world, "Prometheus"), world);
    expect(all.every(({ unseen }) => unseen)).toBe(true);
  });

  it("takes ASCII names alone, for Prometheus 3 too", () => {
    const relabeling = (target: string) =>
      `{selector: {}, endpoints: [{port: x, relabelings: [{sourceLabels: [a], targetLabel: "${target}"}]}]}`;
    const v3 = ", version: v3.5.0";
    expect(refused("0.85.0", "ServiceMonitor", relabeling("gpu.model"), v3)).toEqual([
      expect.stringMatching(/is no valid targetLabel/),
    ]);
    expect(refused("0.86.0", "ServiceMonitor", relabeling("gpu.model"), v3)).toEqual([]);
    // A template is what it took, and a name is what the newer one asks for.
    expect(refused("0.85.0", "ServiceMonitor", relabeling("$" + "{1}_x"), v3)).toEqual([]);
    expect(refused("0.86.0", "ServiceMonitor", relabeling("$" + "{1}_x"), ", version: v2.55.1")).toHaveLength(1);
  });

  it("takes any static label of a Probe, and splits its prober's address at the first colon", () => {
    const probe = (url: string, labels = "") =>
      `{prober: {url: "${url}"}, targets: {staticConfig: {static: [x]${labels}}}}`;
    expect(refused("0.91.0", "Probe", probe("blackbox", ", labels: {'': x}"))).toEqual([]);
    expect(refused("0.92.0", "Probe", probe("blackbox", ", labels: {'': x}"))).toHaveLength(1);
    expect(refused("0.88.1", "Probe", probe("[::1]:9115"))).toHaveLength(1);
    expect(refused("0.89.0", "Probe", probe("[::1]:9115"))).toEqual([]);
    expect(refused("0.88.1", "Probe", probe("blackbox:9115:1"))).toEqual([]);
  });

  it("looks at fewer fields of a discovery", () => {
    const kuma = "{kumaSDConfigs: [{server: 'http://x.y', clientID: a}], nomadSDConfigs: [{server: x}]}";
    const old = ", version: v2.45.0";
    expect(refused("0.85.0", "ScrapeConfig", kuma, old)).toEqual([]);
    expect(refused("0.86.0", "ScrapeConfig", kuma, old)).toEqual([
      expect.stringMatching(/clientID needs Prometheus 2.50.0/),
    ]);
    expect(refused("0.90.0", "ScrapeConfig", kuma, old)).toHaveLength(2);
  });

  it("takes a Prometheus without a version for that of its own day", () => {
    const kuma = "{kumaSDConfigs: [{server: 'http://x.y', clientID: a}]}";
    expect(refused("0.86.0", "ScrapeConfig", kuma)).toEqual([]);
    const hetzner = "{hetznerSDConfigs: [{role: hcloud, labelSelector: a}]}";
    expect(refused("0.90.0", "ScrapeConfig", hetzner)).toEqual([]);
  });
});

describe("rules before an older operator", () => {
  const rule = (expr: string, count = 1) =>
    object(
      "PrometheusRule",
      `{groups: [{name: a, rules: [${Array(count).fill(`{record: a, expr: '${expr}'}`).join()}]}]}`,
    );
  const outcome = (version: string, tree: string, spec = "", errors: readonly RuleError[] = []) => {
    const world = worldOf({ chart: chartOf(version, spec), tree });
    const found = the(world, "PrometheusRule");
    if (found.manifest === null) throw new Error("the rule is not of the tree");
    return ruleOutcome(found, { manifest: found.manifest, rules: 1, errors }, world);
  };
  const on = ", enableFeatures: [promql-experimental-functions]";

  it("have the functions of its PromQL", () => {
    expect(outcome("0.85.0", rule("first_over_time(up[5m])"), on)).toBe("silently-dropped");
    expect(outcome("0.85.0", rule("mad_over_time(up[5m])"), on)).toBe("silently-dropped");
    expect(outcome("0.91.0", rule("mad_over_time(up[5m])"), on)).toBe("loaded");
    expect(outcome("0.85.0", rule("rate(up[5m])"))).toBe("loaded");
  });

  it("may call what PromQL has lost since, where the Prometheus is as old", () => {
    const path = ["spec", "groups", 0, "rules", 0, "expr"];
    const message = 'could not parse expression: 1:1: parse error: unknown function with name "holt_winters"';
    const lost: readonly RuleError[] = [{ path, message, about: "expression" }];
    const tree = rule("holt_winters(up[5m], 0.5, 0.5)");
    expect(outcome("0.76.2", tree, ", version: v2.54.1", lost)).toBe("loaded");
    expect(outcome("0.78.2", tree, ", version: v3.0.1", lost)).toBe("breaks-prometheus");
    expect(outcome("0.85.0", tree, ", version: v2.54.1", lost)).toBe("silently-dropped");
  });

  it("come to nothing in a Prometheus 3 that it cannot configure", () => {
    expect(outcome("0.76.2", rule("up > 0"), ", version: v3.0.1")).toBe("stops-operator");
    expect(outcome("0.77.0", rule("up > 0"), ", version: v3.0.1")).toBe("loaded");
  });

  it("group by labels in quotes as its PromQL does", () => {
    expect(outcome("0.85.0", rule('sum by ("gpu.model", "gpu") (up)'))).toBe("silently-dropped");
    expect(outcome("0.86.0", rule('sum by ("gpu.model", "gpu") (up)'))).toBe("loaded");
    expect(outcome("0.85.0", rule('sum by ("gpu") (up{"gpu.model"="x"})'))).toBe("loaded");
    expect(outcome("0.76.2", rule('up * on ("gpu") up'))).toBe("silently-dropped");
    expect(outcome("0.76.2", rule("up * on (gpu) up"))).toBe("loaded");
  });

  it("end its work where they are too large", () => {
    const large = rule(`up > ${"1".repeat(1000)}`, 600);
    expect(outcome("0.76.2", large)).toBe("stops-operator");
    expect(outcome("0.77.0", large)).toBe("silently-dropped");
  });
});

import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../src/fix/apply-edits.ts";
import { type Hop, hopNames } from "../../../src/signal/path/signal-path.ts";
import { editsOf } from "../edits-of.ts";
import { overlayFile } from "../world-of.ts";
import { alertWorld, gpuOperator, hopOf, monitor, pathOf, pathsOf } from "./alert-world.ts";

const good = "- {alert: GPUHot, expr: DCGM_FI_DEV_GPU_TEMP > 85, labels: {severity: warning}}";

test("a good alert passes every hop, in their order", () => {
  const path = pathOf(good);
  expect(path.hops.map(({ hop }) => hop)).toEqual(hopNames.alert);
  expect(path.hops.filter(({ status }) => status !== "ok")).toEqual([]);
  expect(path).toMatchObject({
    signal: "alert",
    subject: "alert GPUHot in PrometheusRule monitoring/gpu",
    status: "ok",
    resource: { kind: "PrometheusRule", name: "gpu" },
  });
});

test("only the tree's alerts have a path; the chart's take part", () => {
  expect(pathsOf(alertWorld(good)).map(({ subject }) => subject)).toEqual([
    "alert GPUHot in PrometheusRule monitoring/gpu",
  ]);
});

describe("metrics-are-exported", () => {
  const hop = (expr: string, options = {}) => hopOf("metrics-are-exported", expr, options);

  test.each([
    ["DCGM_FI_DEV_GPU_TEMP > 85", "ok"],
    ["DCGM_FI_DEV_FB_TOTAL > 1", "broken"],
    ["DCGM_FI_DEV_FB_USED / DCGM_FI_DEV_FB_TOTAL > 0.9", "broken"],
    ["DCGM_FI_DEV_FB_TOTAL > 1 or DCGM_FI_DEV_FB_USED > 1", "ok"],
    ["DCGM_FI_DEV_FB_USED > 1 unless DCGM_FI_DEV_FB_TOTAL", "ok"],
    ["DCGM_FI_DRIVER_VERSION > 1", "broken"],
    ['{__name__=~"DCGM_FI_DEV_FB_.*"} > 1', "ok"],
    ['{__name__=~"node_.*"} > 1', "unknown"],
    ["up == 0", "ok"],
    ['ALERTS{alertname="x"}', "ok"],
    ["kube_pod_info > 1", "unknown"],
    ["DCGM_FI_DEV_FB_TOTAL and kube_pod_info", "broken"],
    ["DCGM_FI_DEV_FB_USED and on (pod) kube_pod_info", "unknown"],
    ["vector(1)", "ok"],
    ["sum(", "unknown"],
  ])("%s is %s", (expr, status) => {
    expect(hop(expr).status).toBe(status);
  });

  test("names the metric at its place, and the one that is meant", () => {
    const world = alertWorld("- alert: A\n  expr: |-\n    sum by (gpu) (\n      DCGM_FI_DEV_GPU_TMEP\n    ) > 85");
    const [path] = pathsOf(world);
    const found = path?.hops.find(({ status }) => status === "broken");
    const text = world.file(overlayFile)?.text ?? "";
    const line = text.split("\n").findIndex((one) => one.includes("TMEP")) + 1;
    expect(found).toMatchObject({
      hop: "metrics-are-exported",
      why: "DCGM has no field DCGM_FI_DEV_GPU_TMEP.",
      at: { file: overlayFile, line, column: 15 },
      check: "dcgm-unknown-field",
    });
    expect(applyEdits(text, editsOf(path === undefined ? [] : [path]))).toBe(text.replace("TMEP", "TEMP"));
  });

  test("offers no name for one that only begins alike", () => {
    expect(hop("DCGM_FI_DEV_FB_TOTAL > 1").fix).toEqual({
      description: "Read a metric that is exported, or add DCGM_FI_DEV_FB_TOTAL to the exporter's list of counters.",
      edits: [],
    });
  });

  test("absent() of what never is there fires all the time, and so is no break", () => {
    expect(hop("absent(DCGM_FI_DEV_FB_TOTAL)")).toMatchObject({
      status: "ok",
      why: "absent() is true all the time, so that it always fires: the GPU exporter (gpu-operator v26.7.0 in gpu-operator) does not export DCGM_FI_DEV_FB_TOTAL.",
    });
    expect(hop("absent(DCGM_FI_DEV_GPU_TEMP)").why).not.toContain("always");
  });

  test("an exporter that no monitor scrapes: broken, and the metrics path tells it", () => {
    const found = hop("DCGM_FI_DEV_GPU_TEMP > 85", { monitors: "" });
    expect(found).toMatchObject({
      status: "broken",
      why: expect.stringContaining("but no monitor brings it into Prometheus"),
    });
    expect(found).not.toHaveProperty("check");
    expect(hop("DCGM_FI_DEV_FB_TOTAL > 1", { monitors: "" }).check).toBe("promql-metric-not-exported");
    const additional = "additionalScrapeConfigs: {name: more, key: scrape.yaml}";
    expect(hop("DCGM_FI_DEV_GPU_TEMP > 85", { monitors: "", prometheus: additional }).status).toBe("unknown");
  });

  test.each<[string, string, Hop["status"]]>([
    ["fixed addresses", "staticConfigs: [{targets: ['nvidia-dcgm-exporter.gpu-operator.svc:9400']}]", "unknown"],
    ["names", "dnsSDConfigs: [{names: [gpus.test], type: A, port: 9400}]", "unknown"],
    ["an address that tells them", "httpSDConfigs: [{url: 'http://gpus.test/targets'}]", "unknown"],
    [
      "selectors",
      "kubernetesSDConfigs: [{role: Pod, selectors: [{role: Pod, label: app=nvidia-dcgm-exporter}]}]",
      "unknown",
    ],
    ["the nodes", "kubernetesSDConfigs: [{role: Node}]", "unknown"],
    ["all pods", "kubernetesSDConfigs: [{role: Pod}]", "ok"],
    ["the pods of another namespace", "kubernetesSDConfigs: [{role: Pod, namespaces: {names: [default]}}]", "broken"],
  ])("a ScrapeConfig finds targets by %s", (_what, spec, status) => {
    const prometheus = "{scrapeConfigSelector: {matchLabels: {release: a}}, scrapeConfigNamespaceSelector: {}}";
    const monitors = (release: string) => `
---
apiVersion: monitoring.coreos.com/v1alpha1
kind: ScrapeConfig
metadata: {name: gpus, namespace: monitoring, labels: {release: ${release}}}
spec: {${spec}}
`;
    expect(hop("DCGM_FI_DEV_GPU_TEMP > 85", { monitors: monitors("a"), prometheus }).status).toBe(status);
    // One that no Prometheus selects finds nothing.
    expect(hop("DCGM_FI_DEV_GPU_TEMP > 85", { monitors: monitors("b"), prometheus }).status).toBe("broken");
  });

  test("nothing is declared, or nothing known: unknown", () => {
    expect(hop("DCGM_FI_DEV_FB_TOTAL > 1", { exporter: {} }).status).toBe("unknown");
    expect(hop("DCGM_FI_DEV_FB_TOTAL > 1", { exporter: { ...gpuOperator, metrics: null } }).status).toBe("unknown");
  });

  test("metric relabelings of the monitor drop it", () => {
    const dropping = monitor(`
metricRelabelings:
  - {action: drop, sourceLabels: [__name__], regex: DCGM_FI_DEV_FB_.*}`);
    expect(hop("DCGM_FI_DEV_FB_USED > 1", { monitors: dropping })).toMatchObject({
      status: "broken",
      why: "The metricRelabelings of ServiceMonitor monitoring/dcgm-exporter drop DCGM_FI_DEV_FB_USED.",
      fix: { description: "Have the monitor keep DCGM_FI_DEV_FB_USED, or read another metric.", edits: [] },
      check: "promql-metric-not-exported",
    });
    expect(hop("DCGM_FI_DEV_GPU_TEMP > 1", { monitors: dropping }).status).toBe("ok");
  });

  test("metric relabelings take its name, and the metrics path tells that the scrape fails", () => {
    const nameless = monitor("\nmetricRelabelings:\n  - {action: labelkeep, regex: gpu|UUID|job}");
    const found = hop("DCGM_FI_DEV_FB_USED > 1", { monitors: nameless });
    expect(found).toMatchObject({ status: "broken", why: expect.stringContaining("but every scrape of it fails") });
    expect(found).not.toHaveProperty("check");
  });

  test("the scrape class of the Prometheus drops it, and is blamed", () => {
    const rule = "{action: drop, sourceLabels: [__name__], regex: DCGM_.*}";
    const prometheus = `scrapeClasses: [{name: d, default: true, metricRelabelings: [${rule}]}]`;
    const why = "The metricRelabelings of the scrape class d of Prometheus monitoring/kps drop DCGM_FI_DEV_FB_USED.";
    const own = monitor("\nmetricRelabelings:\n  - {action: keep, sourceLabels: [__name__], regex: DCGM_.*}");
    for (const monitors of [monitor(""), own]) {
      const found = hop("DCGM_FI_DEV_FB_USED > 1", { prometheus, monitors });
      expect(found).toMatchObject({ status: "broken", why, check: "promql-metric-not-exported" });
      expect(found.at?.file).not.toBe(overlayFile);
    }
  });

  test("metric relabelings drop it by its name, whatever the exporter has", () => {
    const exporter = { ...gpuOperator, metrics: null, labels: null };
    const hopWith = (expr: string, rule: string, options = {}) =>
      hop(expr, { exporter, monitors: monitor(`\nmetricRelabelings:\n  - ${rule}`), ...options });
    const keeping = "{action: keep, sourceLabels: [__name__], regex: DCGM_FI_DEV_GPU_.*}";
    expect(hopWith("DCGM_FI_DEV_FB_USED > 1", keeping)).toMatchObject({
      status: "broken",
      check: "promql-metric-not-exported",
    });
    expect(hopWith("DCGM_FI_DEV_GPU_TEMP > 1", keeping).status).toBe("unknown");
    const additional = { prometheus: "additionalScrapeConfigs: {name: more, key: scrape.yaml}" };
    expect(hopWith("DCGM_FI_DEV_FB_USED > 1", keeping, additional).status).toBe("unknown");
    // The labels that the exporter writes are not known.
    const byLabel = "{action: keep, sourceLabels: [__name__, modelName], regex: DCGM_FI_DEV_FB_USED;.*H100}";
    expect(hopWith("DCGM_FI_DEV_FB_USED > 1", byLabel).status).toBe("unknown");
  });

  test("metric relabelings of the monitor rename it", () => {
    const renaming = monitor(`
metricRelabelings:
  - {sourceLabels: [__name__], regex: DCGM_FI_DEV_FB_USED, targetLabel: __name__, replacement: gpu_memory_used}`);
    expect(hop("gpu_memory_used > 1", { monitors: renaming }).status).toBe("ok");
    expect(hop("DCGM_FI_DEV_FB_USED > 1", { monitors: renaming }).status).toBe("broken");
  });

  describe("recorded metrics", () => {
    const alert = "- {alert: A, expr: gpu:temp:max > 80}";
    const recording = (expr: string) => `${alert}\n- {record: gpu:temp:max, expr: ${expr}}`;
    const status = (rules: string, options = {}) =>
      pathOf(rules, options).hops.find(({ hop }) => hop === "metrics-are-exported")?.status;

    test("from what is there, what is missing, what is not known, and from itself", () => {
      expect(status(recording("max by (gpu) (DCGM_FI_DEV_GPU_TEMP)"))).toBe("ok");
      expect(status(recording("max(DCGM_FI_DEV_FB_TOTAL)"))).toBe("broken");
      expect(status(recording("max(node_load1)"))).toBe("unknown");
      expect(status(recording("gpu:temp:max"))).toBe("unknown");
      expect(status(`${alert}\n- {record: gpu:temp:max, expr: a}\n- {record: a, expr: gpu:temp:max}`)).toBe("unknown");
      expect(status(`${alert}\n- {record: gpu:temp:max, expr: a}\n- {record: a, expr: DCGM_FI_DEV_FB_USED}`)).toBe(
        "ok",
      );
    });

    test("by a PrometheusRule that Prometheus does not select", () => {
      const objects = `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: records, namespace: monitoring}
spec: {groups: [{name: a, rules: [{record: "gpu:temp:max", expr: DCGM_FI_DEV_GPU_TEMP}]}]}`;
      expect(status(alert, { objects })).toBe("broken");
      expect(
        status(alert, { objects: objects.replace("monitoring}", "monitoring, labels: {release: prometheus-stack}}") }),
      ).toBe("ok");
    });
  });
});

describe("labels-exist", () => {
  const hop = (expr: string, options = {}) => hopOf("labels-exist", expr, options);

  test.each([
    ['DCGM_FI_DEV_GPU_TEMP{hostname="gpu-1"} > 85', "ok"],
    ['DCGM_FI_DEV_GPU_TEMP{Hostname="gpu-1"} > 85', "broken"],
    ['DCGM_FI_DEV_GPU_TEMP{Hostname=""} > 85', "ok"],
    ['DCGM_FI_DEV_GPU_TEMP{Hostname!="gpu-1"} > 85', "ok"],
    ['DCGM_FI_DEV_GPU_TEMP{kubernetes_node="a"} > 85', "broken"],
    ['DCGM_FI_DEV_GPU_TEMP{job="nvidia-dcgm-exporter"} > 85', "ok"],
    ['DCGM_FI_DEV_GPU_TEMP{job=~"nvidia-.*", service=~"a|b|nvidia-dcgm-exporter"} > 85', "ok"],
    ['DCGM_FI_DEV_GPU_TEMP{job!~".*dcgm.*"} > 85', "broken"],
    ['DCGM_FI_DEV_GPU_TEMP{namespace="ml"} > 85', "broken"],
    ['DCGM_FI_DEV_GPU_TEMP{exported_namespace="ml"} > 85', "ok"],
    ['DCGM_FI_DEV_GPU_TEMP{namespace="ml"} > 85 or DCGM_FI_DEV_FB_USED > 1', "ok"],
    ['DCGM_FI_DEV_XID_ERRORS{err_code="79"} > 0', "ok"],
    ['DCGM_FI_DEV_GPU_TEMP{err_code="79"} > 0', "broken"],
    ['DCGM_FI_DEV_GPU_TEMP{instance=~".*:9400", pod=~"x.*"} > 85', "ok"],
    ['up{job="nvidia-dcgm-exporter"} == 0', "ok"],
    ['up{job="dcgm-exporter"} == 0', "broken"],
    ['up{job="node-exporter"} == 0', "unknown"],
    ["up == 0", "ok"],
    ['ALERTS{alertname="Watchdog"}', "ok"],
    ['ALERTS{alertname="Elsewhere"}', "unknown"],
    ['kube_pod_info{node="x"}', "unknown"],
    ["sum(", "unknown"],
  ])("%s is %s", (expr, status) => {
    expect(hop(expr).status).toBe(status);
  });

  test("honorLabels: the workload's labels are called as they are", () => {
    const monitors = monitor("honorLabels: true");
    expect(hop('DCGM_FI_DEV_GPU_TEMP{namespace="ml"} > 85', { monitors }).status).toBe("ok");
    expect(hop('DCGM_FI_DEV_GPU_TEMP{exported_namespace="ml"} > 85', { monitors }).status).toBe("broken");
  });

  test("relabelings of the monitor make labels", () => {
    const monitors = monitor(`
relabelings:
  - {targetLabel: cluster, replacement: east}`);
    expect(hop('DCGM_FI_DEV_GPU_TEMP{cluster="east"} > 85', { monitors }).status).toBe("ok");
    expect(hop('DCGM_FI_DEV_GPU_TEMP{cluster="west"} > 85', { monitors }).status).toBe("broken");
  });

  test("aggregation in a recording rule takes labels away", () => {
    const rules = (label: string) =>
      `- {record: "gpu:temp:max", expr: "max by (gpu) (DCGM_FI_DEV_GPU_TEMP)", labels: {team: ml}}\n- {alert: A, expr: 'gpu:temp:max{${label}="ml"} > 80'}`;
    const status = (label: string) => pathOf(rules(label)).hops.find((one) => one.hop === "labels-exist")?.status;
    expect([status("gpu"), status("team"), status("hostname")]).toEqual(["ok", "ok", "broken"]);
  });

  test("a target that relabeling may drop is one that may have no `up`", () => {
    const byNode = "relabelings: [{ action: keep, sourceLabels: [__meta_kubernetes_pod_node_name], regex: gpu-1 }]";
    expect(hop('up{job="nvidia-dcgm-exporter"} == 0', { monitors: monitor(byNode) }).status).toBe("unknown");
  });

  test("labels of an exporter without data are unknown, and so are its targets", () => {
    const exporter = { ...gpuOperator, labels: null };
    expect(hop('DCGM_FI_DEV_GPU_TEMP{Hostname="a"} > 85', { exporter }).status).toBe("unknown");
    expect(hop('DCGM_FI_DEV_GPU_TEMP{job="x"} > 85', { exporter: {}, monitors: "" }).status).toBe("unknown");
    expect(hop('up{job="dcgm-exporter"} == 0', { exporter: {}, monitors: "" }).status).toBe("unknown");
  });

  test("without a target the exporter's own labels still are known", () => {
    expect(hop('DCGM_FI_DEV_GPU_TEMP{Hostname="a"} > 85', { monitors: "" }).check).toBe("dcgm-label-renamed");
    const right = hop('up{job="nvidia-dcgm-exporter"} == 0', { monitors: "" });
    expect(right).toMatchObject({
      status: "broken",
      why: 'No monitor brings the GPU exporter into Prometheus, whose job would be nvidia-dcgm-exporter: `job="nvidia-dcgm-exporter"` never matches.',
    });
    expect(right.check).toBeUndefined();
    expect(hop('absent(up{job="nvidia-dcgm-exporter"})', { monitors: "" }).status).toBe("ok");
    expect(hop('up{job="dcgm-exporter"} == 0', { monitors: "" }).check).toBe("promql-job-label-mismatch");
  });

  test("a job is called like the Service, not like the monitor", () => {
    const monitors = monitor().replace("name: dcgm-exporter", "name: gpus");
    expect(hop('up{job="gpus"} == 0', { monitors })).toMatchObject({
      status: "broken",
      why: 'Series of up have job "nvidia-dcgm-exporter": `job="gpus"` never matches.',
      check: "promql-job-label-mismatch",
    });
  });

  test("a renamed label is changed wherever the expression names it", () => {
    const rules = `- alert: A
  expr: >-
    sum by (Hostname) (DCGM_FI_DEV_GPU_TEMP{Hostname="a"})
    / on (Hostname) DCGM_FI_DEV_FB_USED{Hostname="a"} > 1
  annotations: {summary: "{{ $labels.Hostname }}"}`;
    const world = alertWorld(rules);
    const text = world.file(overlayFile)?.text ?? "";
    const paths = pathsOf(world);
    expect(paths[0]?.hops.find(({ status }) => status === "broken")).toMatchObject({
      hop: "labels-exist",
      check: "dcgm-label-renamed",
      at: { file: overlayFile, column: 53 },
    });
    const fixed = applyEdits(text, editsOf(paths));
    expect(fixed.split("\n").filter((line) => line.includes("ostname"))).toEqual([
      '            sum by (hostname) (DCGM_FI_DEV_GPU_TEMP{hostname="a"})',
      '            / on (hostname) DCGM_FI_DEV_FB_USED{hostname="a"} > 1',
      '          annotations: {summary: "{{ $labels.Hostname }}"}',
    ]);
  });

  test.each([
    ["up{job='dcgm-exporter'} == 0", "up{job='nvidia-dcgm-exporter'} == 0"],
    ["DCGM_FI_DEV_FB_USED{pod='a', namespace='ml'} > 1", "DCGM_FI_DEV_FB_USED{pod='a', exported_namespace='ml'} > 1"],
  ])("the repair of %s", (expr, wanted) => {
    const world = alertWorld(`- alert: A\n  expr: "${expr}"`);
    const text = world.file(overlayFile)?.text ?? "";
    expect(applyEdits(text, editsOf(pathsOf(world)))).toBe(text.replace(expr, wanted));
  });

  test("a label that stays empty in a text or a grouping does not keep the alert from firing", () => {
    const rules = `- alert: A
  expr: max by (Hostname) (DCGM_FI_DEV_GPU_TEMP) > 85
  annotations: {summary: "{{ $labels.Hostname }}"}`;
    const found = pathOf(rules).hops.find((one) => one.hop === "labels-exist");
    expect(found).toMatchObject({
      status: "ok",
      why: "It asks for no label; $labels.Hostname and Hostname stay empty, for the exporter writes the label in other letters.",
    });
  });
});

describe("result-is-vector", () => {
  test.each([
    ["DCGM_FI_DEV_GPU_TEMP", "ok"],
    ["1", "ok"],
    ["DCGM_FI_DEV_GPU_TEMP[5m]", "broken"],
    ['"hot"', "broken"],
    ["sum(", "ok"],
    ["foo(", "unknown"],
  ])("%s is %s", (expr, status) => {
    const found = hopOf("result-is-vector", expr);
    expect([found.status, found.check]).toEqual([status, status === "broken" ? "promql-rule-result-type" : undefined]);
  });
});

describe("what nobody writes", () => {
  const chain = (length: number): string =>
    [
      "- {alert: A, expr: r0 > 1}",
      ...Array.from({ length }, (_, i) => `- {record: r${i}, expr: r${i + 1} + r${i + 1}}`),
      `- {record: r${length}, expr: DCGM_FI_DEV_GPU_TEMP}`,
    ].join("\n");
  const status = (rules: string) => pathOf(rules).hops.find(({ hop }) => hop === "metrics-are-exported")?.status;

  test("chains of recording rules, each read twice", () => {
    expect(status(chain(100))).toBe("ok");
    expect(status(chain(2000))).toBe("unknown");
  });

  test("expressions of hundreds of alternatives", () => {
    const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `DCGM_FI_DEV_NO_${i}`);
    const either = (all: readonly string[]) => `- {alert: A, expr: "${all.join(" or ")}"}`;
    expect(status(either(names(150)))).toBe("broken");
    expect(status(either([...names(150), "DCGM_FI_DEV_FB_USED"]))).toBe("ok");
    // The grammar's parser gives up long chains of operators, after two or three hundred.
    expect(status(either(names(900)))).toBe("unknown");
  });
});

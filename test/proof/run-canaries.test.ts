import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExporterModel } from "../../src/dcgm/exporter-model.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { readExpression } from "../../src/promql/parse-expression.ts";
import { alertCanaries } from "../../src/proof/alert-canaries.ts";
import { runCanaries } from "../../src/proof/run-canaries.ts";
import { alertWays } from "../../src/signal/alerts/alert-path.ts";
import { resolveSignals } from "../../src/signal/resolve-signals.ts";
import { knownMetrics } from "../../src/signal/series/known-metrics.ts";
import { emptyStack, manifestsOf, noExporter, renderOf } from "../checks/subject.ts";
import { alertWorld, gpuOperator, monitor } from "../signal/alerts/alert-world.ts";
import { realOutside } from "../validate/real-outside.ts";

let outside: Outside & { close(): Promise<void> };
beforeAll(async () => {
  outside = await realOutside();
});
afterAll(() => outside.close());

const metric = (name: string, type: "gauge" | "counter", unit: "celsius" | "percent" | "MiB" | null = null) => ({
  name: `DCGM_FI_DEV_${name}`,
  type,
  unit,
  help: "",
});
const exporter: ExporterModel = {
  ...noExporter,
  source: "gpu-operator",
  known: true,
  labels: ["gpu", "UUID", "Hostname"],
  metrics: [
    metric("GPU_TEMP", "gauge", "celsius"),
    metric("GPU_UTIL", "gauge", "percent"),
    metric("FB_USED", "gauge", "MiB"),
    metric("FB_FREE", "gauge", "MiB"),
    { ...metric("XID_ERRORS", "gauge"), labels: ["err_code"] },
    metric("PCIE_REPLAY_COUNTER", "counter"),
  ],
};

/** The result for each of these rules that is an alert; where it goes to is no matter here. */
const run = async (rules: readonly JsonObject[]) => {
  const object = {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: { name: "a" },
    spec: { groups: [{ name: "a", rules }] },
  };
  const render = renderOf({ overlay: manifestsOf(JSON.stringify(object)) });
  const resolution = resolveSignals(emptyStack, render, [], exporter);
  const alerts = resolution.alerts.map((way) => ({ ...way, path: { ...way.path, status: "ok" as const } }));
  return runCanaries(alertCanaries({ ...resolution, alerts }), [], outside);
};
const expressions = (text: string) => text.replace(/\b(?=[A-Z][A-Z_]+\b(?! *\())/g, "DCGM_FI_DEV_");

const firing: readonly (readonly [string, string?])[] = [
  ["GPU_TEMP > 85", "10m"],
  ["85 < GPU_TEMP"],
  ['GPU_TEMP{gpu=~"[0-9]+", job="dcgm", pod!=""} > 85', "1h"],
  ["XID_ERRORS == 48 or XID_ERRORS == 79"],
  ["FB_USED / (FB_USED + FB_FREE) > 0.97", "15m"],
  ["100 * FB_USED / (FB_USED + FB_FREE) > 95"],
  ["FB_USED / 1024 > 70"],
  ["avg_over_time(GPU_UTIL[30m]) < 5 and FB_USED > 1024", "1h"],
  ["increase(PCIE_REPLAY_COUNTER[10m]) > 50", "10m"],
  ["rate(PCIE_REPLAY_COUNTER[5m]) > 0"],
  ["changes(XID_ERRORS[15m]) > 2"],
  ["absent(GPU_TEMP)", "10m"],
  ["absent_over_time(GPU_TEMP[10m])"],
  ["GPU_TEMP > 80 unless GPU_TEMP > 90"],
  ['GPU_UTIL{gpu="0"} > 90 and on () GPU_UTIL{gpu="1"} < 10'],
  ['GPU_UTIL < 5 and on (node) up{job="kubelet"} == 1'],
  ["GPU_UTIL * on (Hostname) group_left (team) owner > 90"],
  ["count by (Hostname) (GPU_TEMP > 85) > 0"],
  ["sum(GPU_UTIL) by (Hostname) < bool 20 == 1"],
  ["gpu:util:avg5m < 5 and FB_USED > 1024", "5m"],
  ["avg_over_time(gpu:util:avg5m[10m]) > 95"],
  ["gpu:temp:highest > 85"],
];
const records = [
  { record: "gpu:util:avg5m", expr: "avg by (gpu) (gpu:util:max5m)", labels: { team: "gpu" } },
  { record: "gpu:temp:highest", expr: "DCGM_FI_DEV_GPU_TEMP > gpu:temp:highest or DCGM_FI_DEV_GPU_TEMP" },
  { record: "gpu:util:max5m", expr: "max_over_time(DCGM_FI_DEV_GPU_UTIL[5m])" },
];
// The record drops the labels that the join would need.
const joined = "gpu:util:avg5m < 5 and on (gpu) DCGM_FI_DEV_FB_USED > 1024";

test("each alert that can fire does, in promtool", async () => {
  const rules = firing.map(([expr, pending], index) => ({
    alert: `A${index}`,
    expr: expr.startsWith("gpu:util:avg5m < 5") ? joined : expressions(expr),
    ...(pending === undefined ? {} : { for: pending }),
  }));
  const results = await run([...records, ...rules]);
  const failed = results.filter(({ fired }) => !fired).map(({ alert, why }) => [firing[Number(alert.slice(1))], why]);
  expect(failed).toEqual([]);
  expect(results).toHaveLength(firing.length);
});

const nodes = `
---
apiVersion: v1
kind: Service
metadata: {name: ksm, namespace: monitoring, labels: {app: ksm}}
spec: {selector: {app: ksm}, ports: [{name: http, port: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ksm, namespace: monitoring}
spec:
  selector: {matchLabels: {app: ksm}}
  template:
    metadata: {labels: {app: ksm}}
    spec: {containers: [{name: x, image: "kube-state-metrics:v2.20.0", ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: ksm, namespace: monitoring, labels: {release: prometheus-stack}}
spec:
  selector: {matchLabels: {app: ksm}}
  endpoints: [{port: http, honorLabels: true}]
`;

/** Whether an alert fires where the exporter and kube-state-metrics are scraped. */
const firedWhereScraped = async (
  expressions: readonly string[],
  endpoint = "interval: 15s",
  prometheus = "",
): Promise<unknown> => {
  const rules = expressions
    .map((expr, index) => `- {alert: A${index}, for: 10m, expr: ${JSON.stringify(expr)}}`)
    .join("\n");
  const world = alertWorld(rules, { monitors: monitor(endpoint) + nodes, exporter: gpuOperator, prometheus });
  const known = knownMetrics(world, new Map());
  const alerts = alertWays(world, known, new Map())
    .filter(({ entry }) => /^A\d/.test(entry.name))
    .map((way) => ({ ...way, path: { ...way.path, status: "ok" as const } }));
  const results = await runCanaries(alertCanaries({ alerts, known, world }), [], outside);
  return results.map(({ alert, fired }) => [expressions[Number(alert.slice(1))], fired]);
};

test("no alert fires on labels that its metrics never have", async () => {
  const never = [
    "DCGM_FI_DEV_XID_ERRORS > 0 and DCGM_FI_DEV_FB_USED > 0",
    "DCGM_FI_DEV_GPU_TEMP > 92 and up == 1",
    "DCGM_FI_DEV_GPU_TEMP > 92 and on (gpu, instance) up == 1",
    "DCGM_FI_DEV_GPU_TEMP * on (hostname) group_left (node) kube_node_info > 92",
    'DCGM_FI_DEV_GPU_TEMP > 92 and up{job="nvidia-dcgm-exporter"} == 1',
    'DCGM_FI_DEV_GPU_TEMP > 92 and on (cluster, hostname) up{job="nvidia-dcgm-exporter"} == 1',
  ];
  expect(await firedWhereScraped(never)).toEqual(never.map((expr) => [expr, false]));
});

test("no alert fires on the labels of another of the exporter's metrics where nothing in sight scrapes it", async () => {
  const results = await run([
    { alert: "Apart", expr: "DCGM_FI_DEV_XID_ERRORS > 0 and DCGM_FI_DEV_FB_USED > 0" },
    { alert: "UpOfGpu", expr: "DCGM_FI_DEV_GPU_TEMP > 92 and on (gpu) up == 1" },
    { alert: "Alike", expr: "DCGM_FI_DEV_XID_ERRORS > 0 and ignoring (err_code) DCGM_FI_DEV_FB_USED > 0" },
  ]);
  expect(results.map(({ alert, fired }) => [alert, fired])).toEqual([
    ["Apart", false],
    ["UpOfGpu", false],
    ["Alike", true],
  ]);
});

test("an alert fires that matches series by the labels that they have", async () => {
  const working = [
    "DCGM_FI_DEV_XID_ERRORS > 0 and ignoring (err_code) DCGM_FI_DEV_FB_USED > 0",
    "DCGM_FI_DEV_XID_ERRORS > 0 and on (gpu, hostname) DCGM_FI_DEV_FB_USED > 0",
    "DCGM_FI_DEV_GPU_TEMP > 92 and on (instance) up == 1",
    'DCGM_FI_DEV_GPU_TEMP > 92 and on (instance, job) up{job="nvidia-dcgm-exporter"} == 1',
    'DCGM_FI_DEV_GPU_TEMP > 92 and on (namespace, pod) up{job="nvidia-dcgm-exporter"} == 1',
    'DCGM_FI_DEV_GPU_TEMP{job="nvidia-dcgm-exporter", gpu="3"} > 92',
    'label_replace(DCGM_FI_DEV_GPU_TEMP, "node", "$1", "hostname", "(.*)") * on (node) group_left () kube_node_info > 92',
    "sum by (exported_namespace) (DCGM_FI_DEV_FB_USED) / on () group_left () count(kube_node_info) > 92",
    "DCGM_FI_DEV_GPU_TEMP * on (exported_pod, cluster) group_left () label_replace(kube_pod_info, 'exported_pod', '$1', 'pod', '(.*)') > 92",
    "DCGM_FI_DEV_GPU_TEMP * on (hostname) group_left (team) node_owner > 92",
    'DCGM_FI_DEV_GPU_TEMP{hostname=~"gpu-.*"} > 85 or DCGM_FI_DEV_GPU_TEMP{Hostname=~"gpu-.*"} > 85',
    'DCGM_FI_DEV_FB_USED > 5 and on (exported_namespace, exported_pod) label_replace(label_replace(kube_pod_info, "exported_pod", "$1", "pod", "(.*)"), "exported_namespace", "$1", "namespace", "(.*)")',
    'sum by (namespace) (label_replace(DCGM_FI_DEV_FB_USED, "namespace", "$1", "exported_namespace", "(.+)")) > 5 and on (namespace) count by (namespace) (kube_pod_info) > 0',
    'DCGM_FI_DEV_GPU_TEMP > 85 and on (hostname) label_replace(node_load1, "hostname", "$1", "instance", "(.*):.*") > 1',
    "DCGM_FI_DEV_GPU_TEMP > 92 and DCGM_FI_DEV_FB_USED > 1",
  ];
  expect(await firedWhereScraped(working)).toEqual(working.map((expr) => [expr, true]));
});

test("an alert whose samples are gone before the next ones come does not keep firing", async () => {
  const now = "DCGM_FI_DEV_GPU_TEMP > 85";
  const windowed = "max_over_time(DCGM_FI_DEV_GPU_TEMP[15m]) > 85";
  const seldom = "interval: 6m";
  expect(await firedWhereScraped([now, windowed], seldom)).toEqual([
    [now, false],
    [windowed, true],
  ]);
  expect(await firedWhereScraped([now], "interval: 5m")).toEqual([[now, true]]);
  expect(await firedWhereScraped([now], seldom, "query: {lookbackDelta: 7m}")).toEqual([[now, true]]);
  expect(await firedWhereScraped([now], "interval: 12m", "query: {lookbackDelta: 7m}")).toEqual([[now, false]]);
  expect(await firedWhereScraped([now], "interval: 4m", "query: {lookbackDelta: 2m}")).toEqual([[now, false]]);
});

test("what was made for an alert is told: its series, what they are compared with, and since when it fires", async () => {
  const rule = (alert: string, expr: string) => ({ alert, expr, for: "3m" });
  const results = await run([
    rule("Hot", 'max by (gpu) (DCGM_FI_DEV_GPU_TEMP{gpu="7"}) > 85'),
    rule("Idle", "5 > avg_over_time(DCGM_FI_DEV_GPU_UTIL[4m])"),
    rule("Replays", "increase(DCGM_FI_DEV_PCIE_REPLAY_COUNTER[5m]) > 50"),
    rule("Gone", "absent(DCGM_FI_DEV_GPU_TEMP)"),
  ]);
  const told = results.map(({ course }) => ({
    minutes: course?.minutes,
    firesAt: course?.firesAt,
    series: course?.series.map(({ metric, labels, ...how }) => ({ metric, gpu: labels["gpu"], ...how })),
  }));
  expect(told).toEqual([
    {
      minutes: 8,
      firesAt: 3,
      series: [
        {
          metric: "DCGM_FI_DEV_GPU_TEMP",
          gpu: "7",
          behaviour: { kind: "constant", value: 86.7 },
          limits: [{ op: ">", value: 85 }],
        },
      ],
    },
    {
      minutes: 12,
      firesAt: 3,
      series: [
        {
          metric: "DCGM_FI_DEV_GPU_UTIL",
          gpu: "0",
          behaviour: { kind: "constant", value: 1 },
          limits: [{ op: "<", value: 5 }],
        },
      ],
    },
    {
      minutes: 13,
      firesAt: expect.any(Number),
      series: [
        {
          metric: "DCGM_FI_DEV_PCIE_REPLAY_COUNTER",
          gpu: "0",
          behaviour: expect.objectContaining({ kind: "rising" }),
          limits: [],
        },
      ],
    },
    { minutes: 8, firesAt: 3, series: [] },
  ]);
});

test("what does not fire is not said to", async () => {
  const rule = { alert: "Hot", expr: "temp > 80", for: "10m" };
  const [way] = resolveSignals(
    emptyStack,
    renderOf({
      overlay: manifestsOf(
        JSON.stringify({
          apiVersion: "monitoring.coreos.com/v1",
          kind: "PrometheusRule",
          metadata: { name: "a" },
          spec: { groups: [{ name: "a", rules: [rule] }] },
        }),
      ),
    }),
    [],
    exporter,
  ).alerts;
  if (way === undefined) throw new Error("the alert is not there");
  const canary = (value: number, minutes: number) => ({
    entry: way.entry,
    canary: {
      series: [{ metric: "temp", labels: new Map([["gpu", "0"]]), behaviour: { kind: "constant" as const, value } }],
      reads: readExpression(rule.expr).selectors,
      rules: [rule],
      minutes,
    },
  });
  const results = await runCanaries([canary(90, 10), canary(90, 9), canary(80, 10)], [], outside);
  expect(results.map(({ fired }) => fired)).toEqual([true, false, false]);
  expect(results.map(({ course }) => course?.firesAt)).toEqual([10, undefined, undefined]);
  expect(results[1]?.why).toBe("the series made for it do not make it fire");
});

test("says why no canary was made, and is not about other metrics", async () => {
  const results = await run([
    { alert: "Trend", expr: "predict_linear(DCGM_FI_DEV_FB_FREE[1h], 3600) < 0" },
    { alert: "TooHot", expr: "DCGM_FI_DEV_GPU_TEMP > 900" },
    { alert: "Labels", expr: 'DCGM_FI_DEV_GPU_TEMP{gpu="0", gpu="1"} > 9' },
    { alert: "Long", expr: "avg_over_time(DCGM_FI_DEV_GPU_UTIL[7d]) < 5" },
    { alert: "Up", expr: "up == 0" },
    { alert: "Many", expr: "count(DCGM_FI_DEV_GPU_TEMP > 85) > 4" },
    { alert: "Template", expr: "DCGM_FI_DEV_GPU_TEMP > 85", annotations: { summary: "{{ $labels.gpu }}" } },
  ]);
  expect(results.map(({ course: _, ...result }) => result)).toEqual([
    { alert: "Trend", fired: false, why: "predict_linear() is not simulated" },
    { alert: "TooHot", fired: false, why: "no values were found with which its expression holds" },
    { alert: "Labels", fired: false, why: "no labels were found that meet its matchers" },
    { alert: "Long", fired: false, why: "its windows and `for` are longer than three days" },
    { alert: "Many", fired: false, why: "no values were found with which its expression holds" },
    { alert: "Template", fired: true, why: null },
  ]);
});

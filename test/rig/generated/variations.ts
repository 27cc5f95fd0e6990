import fc from "fast-check";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { withValue } from "../with-value.ts";
import type { Tree, TreeFile } from "./tree.ts";

/** One change to a tree, as people make them, right or wrong. */
export interface Variation {
  readonly file: TreeFile;
  readonly at: readonly (string | number)[];
  /** Undefined or null: the field goes. */
  readonly value: unknown;
}

interface Place {
  readonly file: TreeFile;
  readonly at: readonly (string | number)[];
  readonly values: readonly unknown[];
}

const endpoint = ["spec", "endpoints", 0] as const;
const rule = (index: number): readonly (string | number)[] => ["spec", "groups", 0, "rules", index];
const on = { matchLabels: { alerting: "on" } };
const off = { matchLabels: { alerting: "off" } };
const spec = (field: string): readonly string[] => ["prometheus", "prometheusSpec", field];
const expressions = [
  "DCGM_FI_DEV_GPU_TEMP > 85",
  "DCGM_FI_DEV_GPU_TEMPERATURE > 85",
  'DCGM_FI_DEV_GPU_TEMP{job="nvidia-dcgm-exporter"} > 85',
  'DCGM_FI_DEV_GPU_TEMP{job="dcgm-exporter"} > 85',
  'DCGM_FI_DEV_GPU_TEMP{hostname!=""} > 85',
  'DCGM_FI_DEV_GPU_TEMP{Hostname!=""} > 85',
  'DCGM_FI_DEV_GPU_TEMP{namespace="gpu-operator"} > 85',
  'DCGM_FI_DEV_GPU_TEMP{namespace="monitoring"} > 85',
  "DCGM_FI_DEV_FB_USED / DCGM_FI_DEV_FB_TOTAL > 0.9",
  "avg by (hostname) (DCGM_FI_DEV_GPU_UTIL) < 5",
  "max by (gpu, hostname) (DCGM_FI_DEV_POWER_USAGE) > 400 and on (gpu, hostname) DCGM_FI_DEV_GPU_UTIL > 90",
  "rate(DCGM_FI_DEV_PCIE_REPLAY_COUNTER[5m]) > 0",
  "absent(DCGM_FI_DEV_GPU_TEMP)",
  "absent(DCGM_FI_DEV_GPU_TEMPERATURE)",
  "DCGM_FI_DEV_GPU_TEMP > 85 or DCGM_FI_DEV_MEMORY_TEMP > 95",
  "DCGM_FI_DEV_GPU_TEMP > 85 unless on (hostname) DCGM_FI_DEV_NOTHING",
  'up{job="nvidia-dcgm-exporter"} == 0',
  'up{job="gpu"} == 0',
  'count(up{namespace="gpu-operator"}) < 2',
];

const alertPlaces = (file: TreeFile, index: number): readonly Place[] => [
  { file, at: [...rule(index), "expr"], values: expressions },
  {
    file,
    at: [...rule(index), "labels"],
    values: [{ severity: "critical" }, { severity: "info", team: "gpu" }, undefined],
  },
];

/** What is varied, and the values that it takes; half of them are as good as before. */
const places: readonly Place[] = [
  { file: "monitor", at: ["metadata", "labels", "release"], values: [undefined, "prometheus", "prometheus-stack"] },
  { file: "monitor", at: ["metadata", "labels", "team"], values: ["gpu"] },
  {
    file: "monitor",
    at: ["spec", "selector"],
    values: [
      {},
      { matchLabels: { app: "dcgm-exporter" } },
      { matchLabels: { app: "nvidia-dcgm-exporter", "app.kubernetes.io/managed-by": "helm" } },
      { matchExpressions: [{ key: "app", operator: "In", values: ["nvidia-dcgm-exporter", "dcgm-exporter"] }] },
      { matchExpressions: [{ key: "app", operator: "NotIn", values: ["nvidia-dcgm-exporter"] }] },
      { matchExpressions: [{ key: "app", operator: "Exists" }] },
    ],
  },
  {
    file: "monitor",
    at: ["spec", "namespaceSelector"],
    values: [
      undefined,
      { any: true },
      { matchNames: ["gpu-operator", "monitoring"] },
      { matchNames: ["gpu"] },
      { matchNames: ["monitoring"] },
    ],
  },
  {
    file: "monitor",
    at: endpoint,
    values: [
      { port: "metrics", interval: "5s" },
      { targetPort: 9400, interval: "5s" },
      { targetPort: "metrics", interval: "5s" },
      { port: "gpu-metrics", path: "/metrics" },
      { port: "gpu-metrics", path: "/gpu/metrics", interval: "5s" },
      { port: "gpu-metrics", interval: "5s", scrapeTimeout: "10s" },
      { port: "gpu-metrics", interval: "5s", scrapeTimeout: "3s" },
      { port: "gpu-metrics", interval: "5s", honorLabels: true },
      { port: "gpu-metrics", scheme: "https", interval: "5s" },
    ],
  },
  {
    file: "monitor",
    at: [...endpoint, "relabelings"],
    values: [
      [{ targetLabel: "job", replacement: "gpu" }],
      [{ action: "drop", sourceLabels: ["__meta_kubernetes_pod_node_name"], regex: "gpu-node-.*" }],
      [{ action: "keep", sourceLabels: ["__meta_kubernetes_pod_node_name"], regex: "gpu-node-1" }],
      [{ sourceLabels: ["__meta_kubernetes_pod_node_name"], targetLabel: "node" }],
      [{ action: "replace", regex: "(" }],
    ],
  },
  {
    file: "monitor",
    at: [...endpoint, "metricRelabelings"],
    values: [
      [{ action: "drop", sourceLabels: ["__name__"], regex: "DCGM_FI_DEV_GPU_TEMP" }],
      [{ action: "keep", sourceLabels: ["__name__"], regex: "DCGM_FI_DEV_.*" }],
      [{ action: "labeldrop", regex: "hostname" }],
    ],
  },
  { file: "monitor", at: ["spec", "jobLabel"], values: ["app", "team"] },
  { file: "monitors", at: ["namespace"], values: ["gpu-operator", "default"] },
  { file: "rules", at: ["labels"], values: [undefined, [{ pairs: { release: "prometheus" } }]] },
  { file: "rules", at: ["namespace"], values: ["gpu-operator", "default"] },
  ...alertPlaces("exporterAlerts", 0),
  ...alertPlaces("exporterAlerts", 1),
  ...[0, 1, 2, 3, 4, 5].flatMap((index) => alertPlaces("healthAlerts", index)),
  ...[0, 1].flatMap((index) => alertPlaces("usageAlerts", index)),
  { file: "namespace", at: ["metadata", "labels", "alerting"], values: [undefined, "off"] },
  { file: "values", at: spec("ruleNamespaceSelector"), values: [{}, on, off] },
  { file: "values", at: spec("serviceMonitorNamespaceSelector"), values: [on, off] },
  { file: "values", at: spec("ruleSelector"), values: [{ matchLabels: { team: "gpu" } }] },
  {
    file: "values",
    at: spec("serviceMonitorSelector"),
    values: [
      { matchLabels: { team: "gpu" } },
      { matchExpressions: [{ key: "release", operator: "In", values: ["prometheus-stack", "other"] }] },
    ],
  },
  { file: "values", at: spec("ruleSelectorNilUsesHelmValues"), values: [false] },
  { file: "values", at: spec("serviceMonitorSelectorNilUsesHelmValues"), values: [false] },
  { file: "values", at: ["alertmanager", "config", "route", "receiver"], values: ["null"] },
  {
    file: "values",
    at: ["alertmanager", "config", "route", "routes", 1],
    values: [
      { receiver: "null", matchers: ['severity = "warning"'] },
      { receiver: "on-call", matchers: ['severity =~ "critical|warning"'], continue: true },
      { receiver: "null", matchers: ['alertname =~ "GPU.*"'] },
      { receiver: "null", matchers: ['team = "gpu"'] },
    ],
  },
  {
    file: "values",
    at: ["alertmanager", "config", "inhibit_rules"],
    values: [
      [],
      [{ source_matchers: ['alertname = "Watchdog"'], target_matchers: ['severity = "warning"'] }],
      [{ source_matchers: ['severity = "critical"'], target_matchers: ['severity = "warning"'], equal: ["namespace"] }],
    ],
  },
];

const variation: fc.Arbitrary<Variation> = fc
  .constantFrom(...places)
  .chain(({ file, at, values }) => fc.constantFrom(...values).map((value) => ({ file, at, value })));

/** As many cases as asked for, one to four changes each, the same for the same seed. */
export const generatedCases = (seed: number, count: number): readonly (readonly Variation[])[] =>
  fc.sample(
    fc.uniqueArray(variation, { minLength: 1, maxLength: 4, selector: ({ file, at }) => `${file} ${at.join(".")}` }),
    { seed, numRuns: count },
  );

/** The tree with the changes made. */
export const varied = (tree: Tree, variations: readonly Variation[]): Tree => {
  const files: Record<TreeFile, JsonObject> = { ...tree };
  for (const { file, at, value } of variations) files[file] = withValue(files[file], at, value);
  return files;
};

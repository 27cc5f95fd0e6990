import { parse } from "yaml";
import type { ExporterModel } from "../../../src/dcgm/exporter-model.ts";
import { noValues } from "../../../src/dcgm/exporter-values.ts";
import { alertWays } from "../../../src/signal/alerts/alert-path.ts";
import type { Hop, HopName, SignalPath } from "../../../src/signal/path/signal-path.ts";
import { knownMetrics } from "../../../src/signal/series/known-metrics.ts";
import type { World } from "../../../src/world/world.ts";
import { bodiesOf, worldOf } from "../world-of.ts";

const gauge = (name: string) => ({ name, type: "gauge", unit: null, help: "" }) as const;

/** A gpu-operator with few metrics; its host label is `hostname`. */
export const gpuOperator: ExporterModel = {
  source: "gpu-operator",
  version: "26.7.0",
  known: true,
  name: "gpu-operator v26.7.0 in gpu-operator",
  description: "gpu-operator v26.7.0 in gpu-operator: a few metrics",
  objects: bodiesOf(`
apiVersion: v1
kind: Service
metadata: {name: nvidia-dcgm-exporter, namespace: gpu-operator, labels: {app: nvidia-dcgm-exporter}}
spec:
  selector: {app: nvidia-dcgm-exporter}
  ports: [{name: gpu-metrics, port: 9400, targetPort: 9400}]
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: nvidia-dcgm-exporter, namespace: gpu-operator}
spec:
  selector: {matchLabels: {app: nvidia-dcgm-exporter}}
  template:
    metadata: {labels: {app: nvidia-dcgm-exporter}}
    spec:
      containers:
        - name: nvidia-dcgm-exporter
          image: nvcr.io/nvidia/k8s/dcgm-exporter:4.8.3
          ports: [{name: metrics, containerPort: 9400}]
`),
  metrics: [
    gauge("DCGM_FI_DEV_GPU_TEMP"),
    gauge("DCGM_FI_DEV_FB_USED"),
    gauge("DCGM_FI_DEV_FB_FREE"),
    { ...gauge("DCGM_FI_DEV_XID_ERRORS"), labels: ["err_code"] },
    { ...gauge("DCGM_FI_DRIVER_VERSION"), type: "label" },
  ],
  labels: ["gpu", "UUID", "hostname", "namespace", "pod", "container"],
  sources: [],
  release: "4.8.3",
  collectMs: 30_000,
  list: null,
  values: noValues,
};

/** The chart's own default, with one route that notifies. */
export const loudConfig = `
route:
  receiver: on-call
  routes:
    - {receiver: "null", matchers: ['alertname =~ "Watchdog|InfoInhibitor"']}
receivers: [{name: "null"}, {name: on-call, webhook_configs: [{url: "http://127.0.0.1:9/"}]}]
inhibit_rules:
  - {source_matchers: ["severity = critical"], target_matchers: ["severity =~ warning|info"], equal: [namespace, alertname]}
  - {source_matchers: ["alertname = InfoInhibitor"], target_matchers: ["severity = info"], equal: [namespace]}
`;

const indented = (text: string, by: string): string => text.trim().replace(/^/gm, by);

const prometheusSpec = `
ruleSelector: {matchLabels: {release: prometheus-stack}}
ruleNamespaceSelector: {}
serviceMonitorSelector: {matchLabels: {release: prometheus-stack}}
serviceMonitorNamespaceSelector: {}
alerting: {alertmanagers: [{namespace: monitoring, name: kps-alertmanager, port: http-web}]}
`;
const alertmanagerSpec = `
alertmanagerConfigSelector: {}
alertmanagerConfigNamespaceSelector: {}
`;

/** Fields of the second text instead of those of the first; JSON is YAML. */
const merged = (defaults: string, more: string): string =>
  JSON.stringify({ ...(parse(defaults) as object), ...(parse(more) as object | null) });

const chartOf = ({ config = loudConfig, prometheus = "", alertmanager = "" }: Options): string => `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: kps, namespace: monitoring}
spec: ${merged(prometheusSpec, prometheus)}
---
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: {name: kps, namespace: monitoring}
spec: ${merged(alertmanagerSpec, alertmanager)}
---
apiVersion: v1
kind: Service
metadata: {name: kps-alertmanager, namespace: monitoring}
spec: {selector: {alertmanager: kps}, ports: [{name: http-web, port: 9093}]}
---
${
  config === null
    ? ""
    : `apiVersion: v1
kind: Secret
metadata: {name: alertmanager-kps, namespace: monitoring}
data: {alertmanager.yaml: ${Buffer.from(config).toString("base64")}}
---`
}
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: general, namespace: monitoring, labels: {release: prometheus-stack}}
spec:
  groups:
    - name: general
      rules:
        - {alert: Watchdog, expr: vector(1), labels: {severity: none}}
        - alert: InfoInhibitor
          expr: ALERTS{severity="info"} == 1 unless on (namespace) ALERTS{severity=~"warning|critical"} == 1
          labels: {severity: none}
`;

/** Scrapes the exporter of {@link gpuOperator}. */
export const monitor = (endpoint = ""): string => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: dcgm-exporter, namespace: monitoring, labels: {release: prometheus-stack}}
spec:
  selector: {matchLabels: {app: nvidia-dcgm-exporter}}
  namespaceSelector: {matchNames: [gpu-operator]}
  endpoints:
    - port: gpu-metrics
${indented(endpoint, "      ")}
`;

const ruleOf = (rules: string): string => `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: gpu, namespace: monitoring, labels: {release: prometheus-stack}}
spec:
  groups:
    - name: gpu
      rules:
${indented(rules, "        ")}
`;

interface Options {
  /** Text of alertmanager.yaml; null: the render has no such Secret. */
  readonly config?: string | null;
  /** Fields of the Prometheus' and of the Alertmanager's spec. */
  readonly prometheus?: string;
  readonly alertmanager?: string;
  readonly exporter?: Partial<ExporterModel>;
  /** The tree's monitors; by default the one that scrapes the exporter. */
  readonly monitors?: string;
  /** More objects of the tree. */
  readonly objects?: string;
}

/** A stack with these rules (a YAML list), beside a gpu-operator that is scraped and an Alertmanager that notifies. */
export const alertWorld = (rules: string, options: Options = {}): World =>
  worldOf({
    chart: chartOf(options),
    tree: [ruleOf(rules), options.monitors ?? monitor(), options.objects ?? ""].filter(Boolean).join("\n---\n"),
    exporter: options.exporter ?? gpuOperator,
  });

/** The paths of the rules' alerts; promtool found no fault in them. */
export const pathsOf = (world: World): readonly SignalPath[] => {
  const manifests = world.ofKind("PrometheusRule").flatMap(({ manifest }) => manifest ?? []);
  const verdicts = new Map(manifests.map((manifest) => [manifest, { manifest, rules: 1, errors: [] }]));
  return alertWays(world, knownMetrics(world, verdicts), verdicts).map(({ path }) => path);
};

/** The path of the only alert. */
export const pathOf = (rules: string, options: Options = {}): SignalPath => {
  const [path, ...others] = pathsOf(alertWorld(rules, options));
  if (path === undefined || others.length > 0) throw new Error(`${others.length + 1} alerts instead of one`);
  return path;
};

/** One hop of the only alert that has this expression and these labels. */
export const hopOf = (name: HopName, expr: string, options: Options & { readonly labels?: string } = {}): Hop => {
  const path = pathOf(
    `- {alert: Test, labels: ${options.labels ?? "{severity: warning}"}, expr: ${JSON.stringify(expr)}}`,
    options,
  );
  const hop = path.hops.find((one) => one.hop === name);
  if (hop === undefined) throw new Error(`no hop ${name}`);
  return hop;
};

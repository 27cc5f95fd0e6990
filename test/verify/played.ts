import { parse } from "yaml";
import type { Ask } from "../../src/outside/ask.ts";
import { alertWays } from "../../src/signal/alerts/alert-path.ts";
import { readDashboards } from "../../src/signal/dashboards/read-dashboards.ts";
import { metricsPaths } from "../../src/signal/metrics/metrics-path.ts";
import type { Resolution } from "../../src/signal/resolve-signals.ts";
import { knownMetrics } from "../../src/signal/series/known-metrics.ts";
import { type Scene, sceneOf } from "../../src/verify/scene.ts";
import { bodiesOf, worldOf } from "../signal/world-of.ts";

/**
 * What a server answers by the beginning of the path, the longest that fits: JSON, or `{ status, text }` of its own.
 */
export type Answers = Readonly<Record<string, unknown>>;

/** A server that is played: what it is not told answers 404, as the API server does. */
export const playedAsk = (answers: Answers, asked: string[] = []): Ask => {
  const beginnings = Object.keys(answers).sort((a, b) => b.length - a.length);
  return async ({ path, method = "GET" }) => {
    asked.push(`${method} ${decodeURIComponent(path.replaceAll("+", " "))}`);
    const found = beginnings.find((one) => decodeURIComponent(path.replaceAll("+", " ")).startsWith(one));
    if (found === undefined) return { status: 404, text: '{"message":"not found"}', cookies: [] };
    const body = answers[found];
    const own = body as { readonly status?: number; readonly text?: string };
    if (typeof own?.text === "string") return { status: own.status ?? 200, text: own.text, cookies: [] };
    return { status: method === "POST" ? 201 : 200, text: JSON.stringify(body), cookies: [] };
  };
};

/** A stack of one Prometheus, its Alertmanager, a monitor of the GPU exporter and an alert. */
const chart = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: kps, namespace: monitoring}
spec:
  serviceAccountName: kps
  serviceMonitorSelector: {matchLabels: {release: prometheus-stack}}
  serviceMonitorNamespaceSelector: {}
  ruleSelector: {matchLabels: {release: prometheus-stack}}
  ruleNamespaceSelector: {}
  alerting: {alertmanagers: [{namespace: monitoring, name: kps-alertmanager, port: http-web}]}
---
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: {name: am, namespace: monitoring}
spec: {}
---
apiVersion: v1
kind: Service
metadata: {name: kps-alertmanager, namespace: monitoring}
spec:
  selector: {app.kubernetes.io/name: alertmanager, alertmanager: am}
  ports: [{name: http-web, port: 9093, targetPort: 9093}]
---
apiVersion: v1
kind: Service
metadata: {name: kps-prometheus, namespace: monitoring}
spec:
  selector: {app.kubernetes.io/name: prometheus, operator.prometheus.io/name: kps}
  ports: [{name: http-web, port: 9090, targetPort: 9090}]
`;

const tree = `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: dcgm, namespace: monitoring, labels: {release: prometheus-stack}}
spec:
  namespaceSelector: {matchNames: [gpu-operator]}
  selector: {matchLabels: {app: nvidia-dcgm-exporter}}
  endpoints: [{port: gpu-metrics}]
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: gpu, namespace: monitoring, labels: {release: prometheus-stack}}
spec:
  groups:
    - name: gpu
      rules: [{alert: GPUHot, expr: 'DCGM_FI_DEV_GPU_TEMP{job="nvidia-dcgm-exporter"} > 85', labels: {severity: critical}}]
`;

const exporter = bodiesOf(`
apiVersion: v1
kind: Service
metadata: {name: nvidia-dcgm-exporter, namespace: gpu-operator, labels: {app: nvidia-dcgm-exporter}}
spec: {selector: {app: nvidia-dcgm-exporter}, ports: [{name: gpu-metrics, port: 9400, targetPort: 9400}]}
`);

/**
 * What the files of the played stack promise; `more` are further objects of its chart, each after `---`, `spec` is a
 * line more of its Prometheus.
 */
export const playedResolution = (more = "", spec = ""): Resolution => {
  const own = chart.replace("spec:\n", `spec:\n  ${spec}\n`);
  const world = worldOf({ chart: `${own}${more}`, tree, exporter: { objects: exporter } });
  const known = knownMetrics(world, new Map());
  const alerts = alertWays(world, known, new Map());
  const dashboards = readDashboards(world);
  return { world, known, alerts, dashboards, paths: [...metricsPaths(world), ...alerts.map(({ path }) => path)] };
};

const operator = "/apis/monitoring.coreos.com/v1/namespaces/monitoring";
export const prometheusProxy = "/api/v1/namespaces/monitoring/services/kps-prometheus:http-web/proxy";
export const alertmanagerProxy = "/api/v1/namespaces/monitoring/services/kps-alertmanager:http-web/proxy";

const now = Date.parse("2026-05-01T12:00:00Z");
const at = (secondsAgo: number): string => new Date(now - secondsAgo * 1000).toISOString();

export const liveTarget = {
  scrapePool: "serviceMonitor/monitoring/dcgm/0",
  labels: { job: "nvidia-dcgm-exporter", instance: "10.0.0.1:9400" },
  discoveredLabels: {
    __meta_kubernetes_namespace: "gpu-operator",
    __meta_kubernetes_service_name: "nvidia-dcgm-exporter",
  },
  scrapeUrl: "http://10.0.0.1:9400/metrics",
  health: "up",
  lastError: "",
  lastScrape: at(10),
  scrapeInterval: "30s",
};

const conditions = [
  { type: "Reconciled", status: "True", observedGeneration: 2 },
  { type: "Available", status: "True", observedGeneration: 2 },
];
const uid = "0f5c31d2-8a3d-4a2c-9d63-1f0a5f0d7a11";

export const liveRule = { name: "GPUHot", type: "alerting", health: "ok", lastError: "", alerts: [] };
export const ruleGroup = (rule: object = liveRule) => ({
  name: "gpu",
  file: `/etc/prometheus/rules/x/monitoring-gpu-${uid}.yaml`,
  interval: 30,
  lastEvaluation: at(10),
  rules: [rule],
});

const result = (...values: readonly (readonly [Readonly<Record<string, string>>, number])[]) => ({
  data: { result: values.map(([metric, value]) => ({ metric, value: [now / 1000, String(value)] })) },
});

export const alertmanagerConfig = `
route: {receiver: on-call}
receivers: [{name: on-call, webhook_configs: [{url: "<secret>"}]}]
`;

/** All that the servers of a stack say in which everything arrives; a test says otherwise what it is about. */
export const goodAnswers: Answers = {
  [`${operator}/prometheuses/kps`]: {
    ...parse(chart.split("---")[0] ?? ""),
    metadata: { generation: 2 },
    status: { conditions },
  },
  [`${operator}/alertmanagers/am`]: { metadata: { generation: 2 }, status: { conditions } },
  [`${operator}/servicemonitors?labelSelector=release=prometheus-stack`]: { items: [{ metadata: { name: "dcgm" } }] },
  [`${operator}/servicemonitors/dcgm`]: { metadata: { name: "dcgm" } },
  [`${operator}/prometheusrules?labelSelector=release=prometheus-stack`]: { items: [{ metadata: { name: "gpu" } }] },
  "/api/v1/namespaces/monitoring/events": { items: [] },
  [`${prometheusProxy}/api/v1/targets`]: { data: { activeTargets: [liveTarget] } },
  [`${prometheusProxy}/api/v1/rules`]: { data: { groups: [ruleGroup()] } },
  [`${prometheusProxy}/api/v1/status/config`]: {
    data: { yaml: "scrape_configs:\n  - job_name: serviceMonitor/monitoring/dcgm/0\n" },
  },
  [`${prometheusProxy}/api/v1/status/runtimeinfo`]: { data: { reloadConfigSuccess: true } },
  [`${prometheusProxy}/api/v1/alertmanagers`]: { data: { activeAlertmanagers: [{ url: "http://10.0.0.2:9093" }] } },
  [`${prometheusProxy}/api/v1/query?query=time()`]: {
    data: { resultType: "scalar", result: [now / 1000, String(now / 1000)] },
  },
  [`${prometheusProxy}/api/v1/query?query=time() - max(timestamp(up))`]: result([{}, 3]),
  [`${prometheusProxy}/api/v1/query?query=sum by (integration`]: result([{ integration: "webhook" }, 0]),
  [`${prometheusProxy}/api/v1/query?query=count by (__name__)`]: result([{ __name__: "DCGM_FI_DEV_GPU_TEMP" }, 8]),
  [`${prometheusProxy}/api/v1/query?query=label_replace(count(`]: result([{ at: "0" }, 8]),
  [`${alertmanagerProxy}/api/v2/status`]: { config: { original: alertmanagerConfig } },
  [`${alertmanagerProxy}/api/v2/alerts`]: [],
  [`${alertmanagerProxy}/api/v2/silences`]: [],
};

/** A look's scene over played answers. */
export const playedScene = (
  answers: Answers,
  asked: string[] = [],
  resolution = playedResolution(),
  patienceMs = 0,
): Scene =>
  sceneOf({
    resolution,
    patienceMs,
    api: { ask: playedAsk(answers, asked), close: async () => {} },
    addresses: { prometheusUrl: undefined, alertmanagerUrl: undefined, grafanaUrl: undefined },
    outside: { askAddress: () => playedAsk({}), mask: () => {} },
  });

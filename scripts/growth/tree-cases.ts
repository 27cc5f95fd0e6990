import type { Subject } from "../../src/checks/check.ts";
import { isObject, type JsonObject, type Manifest, type Origin } from "../../src/kubernetes/manifest.ts";
import { runChecks } from "../../src/policy/run-checks.ts";
import { unknownSize } from "../../src/signal/capacity/cluster-size.ts";
import { resolveSignals } from "../../src/signal/resolve-signals.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { emptyStack, renderOf } from "../../test/checks/subject.ts";
import { gpuOperator } from "../../test/signal/alerts/alert-world.ts";
import type { GrowthCase } from "./measure-growth.ts";

const many = <T>(count: number, one: (n: number) => T): readonly T[] => Array.from({ length: count }, (_, n) => one(n));

const file = "stack/overlays/alerting/manifest.yaml";
const origin: Origin = { from: "kustomize", root: "stack/overlays/alerting", layer: "overlay", file, generated: false };
const fromChart: Origin = { from: "chart", template: "kube-prometheus-stack/templates/x.yaml", hooks: [] };

const release = { ...emptyStack.release, name: { value: "prometheus-stack", from: "default" as const } };

/** The Prometheus and the Grafana that everything of the tree is for. */
const chart = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: prometheus-stack, namespace: monitoring}
spec:
  serviceMonitorSelector: {matchLabels: {release: prometheus-stack}}
  serviceMonitorNamespaceSelector: {}
  ruleSelector: {matchLabels: {release: prometheus-stack}}
  ruleNamespaceSelector: {}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: prometheus-stack-grafana, namespace: monitoring}
spec:
  template:
    spec:
      containers:
        - name: grafana
          image: docker.io/grafana/grafana:12.1.0
          volumeMounts: [{name: dashboards, mountPath: /tmp/dashboards}]
        - name: grafana-sc-dashboard
          image: quay.io/kiwigrid/k8s-sidecar:1.30.0
          env:
            - {name: LABEL, value: grafana_dashboard}
            - {name: FOLDER, value: /tmp/dashboards}
            - {name: RESOURCE, value: both}
            - {name: NAMESPACE, value: ALL}
          volumeMounts: [{name: dashboards, mountPath: /tmp/dashboards}]
      volumes: [{name: dashboards, emptyDir: {}}]
`;

const manifestsIn = (text: string, from: Origin): readonly Manifest[] =>
  parseYaml(text, file).documents.flatMap(({ value, locate }) => {
    if (!isObject(value)) return [];
    return [{ ref: refOf(value), body: value, origin: from, text: "", locate }];
  });

const refOf = (body: JsonObject) => {
  const metadata = isObject(body["metadata"]) ? body["metadata"] : {};
  return {
    apiVersion: String(body["apiVersion"]),
    kind: String(body["kind"]),
    namespace: typeof metadata["namespace"] === "string" ? metadata["namespace"] : null,
    name: String(metadata["name"]),
  };
};

/** What checks get of a tree with these objects, beside a chart with a Prometheus and a Grafana. */
export const subjectOf = (text: string): Subject => {
  const stack = { ...emptyStack, release, files: [parseYaml(text, file)] };
  const manifests = manifestsIn(text, origin);
  const render = renderOf({ chart: manifestsIn(chart, fromChart), overlay: manifests });
  const rules = manifests
    .filter(({ ref }) => ref.kind === "PrometheusRule")
    .map((manifest) => ({ manifest, rules: 1, errors: [] }));
  const resolution = resolveSignals(stack, render, rules, gpuOperator);
  const validation = { verdicts: [], unjudgedRules: [], locations: [], unreachable: null };
  const empty = { unknownValues: [], alertTests: [] };
  return { stack, render, validation, rules, ...empty, clusterSize: unknownSize, resolution };
};

const resolving = (name: string, size: number, text: (size: number) => string): GrowthCase => ({
  name: `resolve and check ${name}`,
  size,
  prepare: (n) => {
    const source = text(n);
    return () => runChecks(subjectOf(source), new Map());
  },
});

const service = (n: number): string => `apiVersion: v1
kind: Service
metadata: {name: s${n}, namespace: monitoring, labels: {app: a${n}}}
spec: {selector: {app: a${n}}, ports: [{name: metrics, port: 9400}]}`;
const monitor = (n: number, label = `app: a${n}`): string => `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: m${n}, namespace: monitoring, labels: {release: prometheus-stack}}
spec: {selector: {matchLabels: {${label}}}, endpoints: [{port: metrics}]}`;
const workload = (n: number): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: d${n}, namespace: monitoring}
spec:
  selector: {matchLabels: {app: a${n}}}
  template:
    metadata: {labels: {app: a${n}}}
    spec: {containers: [{name: c, image: "a/b:1", ports: [{name: metrics, containerPort: 9400}]}]}`;
const alert = (n: number): string =>
  `        - {alert: A${n}, expr: "DCGM_FI_DEV_GPU_TEMP > ${n}", for: 5m, labels: {severity: warning}, annotations: {summary: "{{ $labels.gpu }}", description: "{{ $labels.nope }}"}}`;
const rule = (n: number, rules: string): string => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: r${n}, namespace: monitoring, labels: {release: prometheus-stack}}
spec:
  groups:
    - name: g${n}
      rules:
${rules}`;
const panel = (n: number): object => ({
  id: n,
  type: "timeseries",
  title: `Panel ${n}`,
  targets: [{ expr: `DCGM_FI_DEV_GPU_TEM${n}{gpu="$gpu"}`, refId: "A" }],
});
const dashboard = (n: number, panels: number): string => `apiVersion: v1
kind: ConfigMap
metadata: {name: c${n}, namespace: monitoring, labels: {grafana_dashboard: "1"}}
data:
  d${n}.json: |
    ${JSON.stringify({ uid: `u${n}`, title: `T${n}`, schemaVersion: 39, panels: many(panels, panel) }, null, 1).replaceAll("\n", "\n    ")}`;

const documents = (texts: readonly string[]): string => texts.join("\n---\n");

/** The way of signals, and every check, over trees with much of one thing. */
export const treeCases: readonly GrowthCase[] = [
  resolving("ServiceMonitors, each with its Service and its pods", 25, (n) =>
    documents(many(n, (at) => [monitor(at), service(at), workload(at)]).flat()),
  ),
  resolving("ServiceMonitors without a Service", 25, (n) => documents(many(n, (at) => monitor(at)))),
  resolving("Services without a ServiceMonitor", 50, (n) => documents(many(n, service))),
  resolving("one object again and again", 50, (n) => documents(many(n, () => service(1)))),
  resolving("PrometheusRules", 25, (n) => documents(many(n, (at) => rule(at, alert(at))))),
  resolving("alerts of one PrometheusRule", 25, (n) => rule(1, many(n, alert).join("\n"))),
  resolving("one alert again and again", 25, (n) => rule(1, many(n, () => alert(1)).join("\n"))),
  resolving("recording rules in a chain", 25, (n) =>
    rule(1, many(n, (at) => `        - {record: "a:b:c${at + 1}", expr: "a:b:c${at}"}`).join("\n")),
  ),
  resolving("dashboards", 15, (n) => documents(many(n, (at) => dashboard(at, 2)))),
  resolving("one dashboard again and again", 15, (n) => documents(many(n, () => dashboard(1, 2)))),
  resolving("panels of one dashboard", 25, (n) => dashboard(1, n)),
  resolving("other objects", 100, (n) =>
    documents(many(n, (at) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${at}}\ndata: {a: b}`)),
  ),
];

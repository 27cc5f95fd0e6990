import { isObject, type JsonObject, type Manifest, valueAt } from "../kubernetes/manifest.ts";
import type { ValuesKey } from "../render/chart/value-sources.ts";
import { allManifests, type Render } from "../render/render.ts";

/** How one component of the stack is known in a render, and which of the chart's values switch it. */
export interface ComponentKind {
  readonly name: string;
  /** What is lost without it, as a clause. */
  readonly loss: string;
  /** Charts of its own that bring it, by their names. */
  readonly charts: readonly string[];
  /** The value that switches it on and off. */
  readonly enabled: ValuesKey;
  /** The value that says how many of it there are; null where the chart has none. */
  readonly replicas: ValuesKey | null;
  is(manifest: Manifest): boolean;
}

/** The components that a kube-prometheus-stack is made of. */
export const componentKinds: readonly ComponentKind[] = [
  {
    name: "Prometheus",
    loss: "nothing scrapes a metric or evaluates a rule",
    charts: ["prometheus"],
    enabled: ["prometheus", "enabled"],
    replicas: ["prometheus", "prometheusSpec", "replicas"],
    // The chart's `agentMode` makes a PrometheusAgent instead.
    is: ({ ref }) =>
      (ref.kind === "Prometheus" || ref.kind === "PrometheusAgent") &&
      ref.apiVersion.startsWith("monitoring.coreos.com/"),
  },
  {
    name: "Grafana",
    loss: "no dashboard is shown",
    charts: ["grafana", "grafana-operator"],
    enabled: ["grafana", "enabled"],
    replicas: ["grafana", "replicas"],
    is: (manifest) =>
      runs(manifest, ["grafana"], ["grafana", "grafana-oss", "grafana-enterprise"]) ||
      (manifest.ref.kind === "Grafana" && manifest.ref.apiVersion.startsWith("grafana.integreatly.org/")),
  },
  {
    name: "Alertmanager",
    loss: "no alert reaches anybody",
    charts: ["alertmanager"],
    enabled: ["alertmanager", "enabled"],
    replicas: ["alertmanager", "alertmanagerSpec", "replicas"],
    is: ({ ref }) => ref.kind === "Alertmanager" && ref.apiVersion.startsWith("monitoring.coreos.com/"),
  },
  {
    name: "node exporter",
    loss: "no metric of the nodes' hardware and operating system exists",
    charts: ["prometheus-node-exporter"],
    enabled: ["nodeExporter", "enabled"],
    replicas: null,
    is: (manifest) => runs(manifest, ["prometheus-node-exporter", "node-exporter"], ["node-exporter"]),
  },
  {
    name: "kube-state-metrics",
    loss: "no metric of Kubernetes objects (kube_…) exists",
    charts: ["kube-state-metrics"],
    enabled: ["kubeStateMetrics", "enabled"],
    replicas: ["kube-state-metrics", "replicas"],
    is: (manifest) => runs(manifest, ["kube-state-metrics"], ["kube-state-metrics"]),
  },
];

/** The objects of a render that run a component, and whether each is meant to run at all: zero replicas are none. */
export const workloadsOf = (
  render: Render,
  kind: ComponentKind,
): readonly { readonly manifest: Manifest; readonly enabled: boolean }[] =>
  allManifests(render)
    .filter((manifest) => kind.is(manifest))
    .map((manifest) => ({ manifest, enabled: valueAt(manifest.body, ["spec", "replicas"]) !== 0 }));

const workloadKinds = new Set(["Deployment", "StatefulSet", "DaemonSet"]);

/**
 * By the recommended name label, or by the image: a mirror changes the image's folder, rarely its
 * name, and never the label.
 */
const runs = ({ ref, body }: Manifest, labels: readonly string[], images: readonly string[]): boolean => {
  if (!workloadKinds.has(ref.kind)) return false;
  const label = valueAt(body, ["metadata", "labels", "app.kubernetes.io/name"]);
  if (typeof label === "string" && labels.includes(label)) return true;
  return imagesOf(body).some((image) => images.includes(baseName(image)));
};

const imagesOf = (body: JsonObject): readonly string[] => {
  const containers = valueAt(body, ["spec", "template", "spec", "containers"]);
  if (!Array.isArray(containers)) return [];
  return containers.map((container) => (isObject(container) ? String(container["image"] ?? "") : ""));
};

/** `quay.io:443/prometheus/node-exporter:v1.12.1@sha256:…` -> `node-exporter`. */
const baseName = (image: string): string => image.split("@")[0]?.split("/").at(-1)?.split(":")[0] ?? "";

/** One of the components that the stack is made of. */
export interface Component {
  readonly name: string;
  readonly present: boolean;
  /** Workload objects found: Deployments, DaemonSets, StatefulSets and the operator's own kinds. */
  readonly resources: number;
}

import { objectAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import data from "./data/gpu-operator.json" with { type: "json" };
import type { DeclaredRelease, ExporterWishes } from "./declared-release.ts";

type OperatorRelease = (typeof data.releases)[number];

/** First and last release of which there is data, and the one that counts where none is named. */
export const gpuOperatorVersions = {
  default: data.default,
  from: `v${data.releases[0]?.version}`,
  to: `v${data.releases.at(-1)?.version}`,
};

/** What the second exporter of a gpu-operator, that of dynamic resource allocation, is called. */
export const draExporterName = "nvidia-dcgm-exporter-dra";

/**
 * What a release of the gpu-operator makes in its namespace: the exporter's DaemonSet, its Service, the ServiceMonitor
 * where it is on, and the same of the exporter for dynamic resource allocation, which clusters run instead where
 * `gpuCluster.deployCR` is on (off by default). Null where there is no data.
 */
export const gpuOperatorRelease = (
  version: string,
  namespace: string,
  wishes: ExporterWishes,
): DeclaredRelease | null => {
  const release = data.releases.find((entry) => entry.version === version);
  if (release === undefined) return null;
  const assets = `https://github.com/NVIDIA/gpu-operator/tree/v${version}/assets/state-dcgm-exporter`;
  const manifests = `https://github.com/NVIDIA/gpu-operator/tree/v${version}/manifests/state-dcgm-exporter`;
  const values = `https://github.com/NVIDIA/gpu-operator/blob/v${version}/deployments/gpu-operator/values.yaml`;
  const names = release.dra ? ["nvidia-dcgm-exporter", draExporterName] : ["nvidia-dcgm-exporter"];
  return {
    exporter: release.image,
    objects: names.flatMap((name) => exporterObjects(name, namespace, release, wishes)),
    sources: release.dra ? [assets, manifests, values] : [assets, values],
  };
};

const exporterObjects = (
  name: string,
  namespace: string,
  release: OperatorRelease,
  wishes: ExporterWishes,
): readonly JsonObject[] => {
  const labels = { app: name };
  const metadata = { name, namespace, labels };
  const monitor = serviceMonitor(metadata, release, wishes);
  return [
    daemonSet(metadata, release, wishes),
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { ...metadata, annotations: { "prometheus.io/scrape": "true" } },
      spec: { selector: labels, ports: [{ name: "gpu-metrics", port: 9400, targetPort: 9400, protocol: "TCP" }] },
    },
    ...(monitor === null ? [] : [monitor]),
  ];
};

const daemonSet = (metadata: JsonObject, release: OperatorRelease, wishes: ExporterWishes): JsonObject => {
  const name = textOrEmpty(metadata, ["name"]);
  const labels = objectAt(metadata, ["labels"]);
  const file = "dcgm-metrics.csv";
  const config = wishes.configMap;
  const collectors = `/etc/dcgm-exporter/${config === null ? "dcp-metrics-included.csv" : file}`;
  const env = [
    { name: "DCGM_EXPORTER_LISTEN", value: ":9400" },
    { name: "DCGM_EXPORTER_KUBERNETES", value: "true" },
    { name: "DCGM_EXPORTER_COLLECTORS", value: collectors },
    ...(name.endsWith("-dra") ? [{ name: "KUBERNETES_ENABLE_DRA", value: "true" }] : []),
    ...(wishes.podLabels ? [{ name: "DCGM_EXPORTER_KUBERNETES_ENABLE_POD_LABELS", value: "true" }] : []),
    ...(wishes.podUid ? [{ name: "DCGM_EXPORTER_KUBERNETES_ENABLE_POD_UID", value: "true" }] : []),
    ...wishes.env,
  ];
  const container: JsonObject = {
    name,
    image: `nvcr.io/nvidia/k8s/dcgm-exporter:${wishes.version ?? release.image}`,
    env,
    ports: [{ name: "metrics", containerPort: 9400 }],
    ...(config === null
      ? {}
      : { volumeMounts: [{ name: "metrics-config", mountPath: collectors, subPath: file, readOnly: true }] }),
  };
  const volumes =
    config === null
      ? {}
      : { volumes: [{ name: "metrics-config", configMap: { name: config, items: [{ key: file, path: file }] } }] };
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata,
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container], ...volumes } },
    },
  };
};

const serviceMonitor = (
  metadata: JsonObject,
  release: OperatorRelease,
  { monitor }: ExporterWishes,
): JsonObject | null => {
  if (!(monitor.enabled ?? release.serviceMonitor)) return null;
  const scrapeTimeout = monitor.scrapeTimeout ?? release.scrapeTimeout;
  const labels = objectAt(metadata, ["labels"]);
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "ServiceMonitor",
    metadata: { ...metadata, labels: { ...labels, ...monitor.labels } },
    spec: {
      jobLabel: "app",
      namespaceSelector: { matchNames: [textOrEmpty(metadata, ["namespace"])] },
      selector: { matchLabels: labels },
      endpoints: [
        {
          port: "gpu-metrics",
          path: "/metrics",
          interval: monitor.interval ?? release.interval,
          ...(scrapeTimeout === null ? {} : { scrapeTimeout }),
          honorLabels: monitor.honorLabels ?? false,
          ...(monitor.relabelings.length === 0 ? {} : { relabelings: monitor.relabelings }),
        },
      ],
    },
  };
};

import type { JsonObject } from "../kubernetes/manifest.ts";
import data from "./data/dcgm-exporter-chart.json" with { type: "json" };
import type { DeclaredRelease, ExporterWishes } from "./declared-release.ts";
import { counterText, shippedCounters } from "./default-counters.ts";

type ChartRelease = (typeof data.releases)[number];

/** First and last release of which there is data, and the one that counts where none is named. */
export const chartVersions = {
  default: data.default,
  from: data.releases[0]?.version ?? "",
  to: data.releases.at(-1)?.version ?? "",
};

const configMapName = "exporter-metrics-config-map";

/**
 * What NVIDIA's dcgm-exporter chart makes: DaemonSet, Service, ServiceMonitor and the ConfigMap with its counter list,
 * which since 3.6.0 is mounted over the list of the image and differs from it. Null where there is no data.
 * https://github.com/NVIDIA/dcgm-exporter/tree/4.5.3-4.8.2/deployment
 */
export const chartRelease = (
  version: string,
  place: { readonly release: string; readonly namespace: string },
  wishes: ExporterWishes,
): DeclaredRelease | null => {
  const release = data.releases.find((entry) => entry.version === version);
  if (release === undefined) return null;
  const base = baseOf(release, place);
  const shipped = shippedCounters("chart", version);
  const counters = wishes.counters ?? counterText(shipped?.metrics ?? []);
  const monitor = serviceMonitor(base, release, wishes);
  return {
    exporter: release.image,
    objects: [
      daemonSet(base, release, wishes),
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: base.metadata,
        spec: {
          type: "ClusterIP",
          ports: [{ name: "metrics", port: 9400, targetPort: 9400, protocol: "TCP" }],
          selector: release.componentInSelector ? base.selector : withoutComponent(base.selector),
        },
      },
      ...(monitor === null ? [] : [monitor]),
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { ...base.metadata, name: configMapName },
        data: { metrics: counters },
      },
    ],
    sources: [
      `https://github.com/NVIDIA/dcgm-exporter/releases/tag/${releaseTag(release.image)}`,
      ...(shipped?.sources ?? []),
    ],
  };
};

interface Base {
  readonly namespace: string;
  readonly metadata: JsonObject;
  readonly selector: Readonly<Record<string, string>>;
}

const baseOf = (
  { version }: ChartRelease,
  { release, namespace }: { readonly release: string; readonly namespace: string },
): Base => {
  const selector = {
    "app.kubernetes.io/name": "dcgm-exporter",
    "app.kubernetes.io/instance": release,
    "app.kubernetes.io/component": "dcgm-exporter",
  };
  const labels = {
    "helm.sh/chart": `dcgm-exporter-${version}`,
    ...selector,
    "app.kubernetes.io/version": version,
    "app.kubernetes.io/managed-by": "Helm",
  };
  return { namespace, metadata: { name: fullName(release), namespace, labels }, selector };
};

/** The chart's own rule: the release's name where it has the chart's in it, cut to what a label holds. */
const fullName = (release: string): string =>
  (release.includes("dcgm-exporter") ? release : `${release}-dcgm-exporter`).slice(0, 63).replace(/-$/, "");

const withoutComponent = (selector: Base["selector"]): JsonObject =>
  Object.fromEntries(Object.entries(selector).filter(([key]) => key !== "app.kubernetes.io/component"));

const daemonSet = ({ metadata, selector }: Base, release: ChartRelease, wishes: ExporterWishes): JsonObject => {
  // From 4.8.3 on the chart passes no list, and the exporter takes its default, over which the
  // ConfigMap is mounted all the same.
  const path = release.collectors ?? "/etc/dcgm-exporter/default-counters.csv";
  const file = path.split("/").at(-1) ?? "";
  const volume = "exporter-metrics-volume";
  const container: JsonObject = {
    name: "exporter",
    image: `nvcr.io/nvidia/k8s/dcgm-exporter:${wishes.version ?? release.image}`,
    ...(release.collectors === null ? {} : { args: ["-f", path] }),
    env: [
      { name: "DCGM_EXPORTER_KUBERNETES", value: "true" },
      ...(wishes.podLabels ? [{ name: "DCGM_EXPORTER_KUBERNETES_ENABLE_POD_LABELS", value: "true" }] : []),
      ...(wishes.podUid ? [{ name: "DCGM_EXPORTER_KUBERNETES_ENABLE_POD_UID", value: "true" }] : []),
      { name: "DCGM_EXPORTER_LISTEN", value: ":9400" },
      ...wishes.env,
    ],
    ports: [{ name: "metrics", containerPort: 9400 }],
    ...(release.configMapMounted ? { volumeMounts: [{ name: volume, mountPath: path, subPath: file }] } : {}),
  };
  const volumes = [{ name: volume, configMap: { name: configMapName, items: [{ key: "metrics", path: file }] } }];
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata,
    spec: {
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: selector },
        spec: { containers: [container], ...(release.configMapMounted ? { volumes } : {}) },
      },
    },
  };
};

const serviceMonitor = (base: Base, release: ChartRelease, { monitor }: ExporterWishes): JsonObject | null => {
  if (!(monitor.enabled ?? release.serviceMonitor)) return null;
  const labels = base.metadata["labels"] as JsonObject;
  const scrapeTimeout = monitor.scrapeTimeout ?? release.scrapeTimeout;
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "ServiceMonitor",
    metadata: { ...base.metadata, labels: { ...labels, ...monitor.labels } },
    spec: {
      selector: { matchLabels: base.selector },
      namespaceSelector: { matchNames: [base.namespace] },
      endpoints: [
        {
          port: "metrics",
          path: "/metrics",
          interval: monitor.interval ?? release.interval,
          ...(scrapeTimeout === null ? {} : { scrapeTimeout }),
          honorLabels: monitor.honorLabels ?? false,
          relabelings: monitor.relabelings,
        },
      ],
    },
  };
};

/** `4.6.0-4.8.3-distroless` was released as `4.6.0-4.8.3`. */
const releaseTag = (image: string): string => image.split(/-[a-z]/, 1)[0] ?? image;

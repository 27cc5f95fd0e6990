import type { Labels } from "../kubernetes/labels.ts";
import { containerMetrics } from "./container-metrics.ts";
import { type Amount, always, type ExportedSeries, usually } from "./exported-series.ts";
import type { ListedMetric } from "./metric-list.ts";

/**
 * Series of containers that a kubelet exports at `/metrics/cadvisor`: of each container, and of each pod's own cgroup
 * and sandbox, which has the network. Groups of the system above the pods are not counted.
 */
export const containerSeries = (): readonly ExportedSeries[] => {
  const { from, to, names, metric: find } = containerMetrics();
  const listed = names
    .flatMap((name) => find(name) ?? [])
    // Which release of cAdvisor a kubelet has is not known: what all have had is counted.
    .filter((metric) => metric.from === from && metric.to === to && isOfKubelet(metric));
  return [...listed.flatMap(seriesOf), ...unlisted.flatMap(seriesOfUnlisted)];
};

/**
 * Metrics that cAdvisor's documentation does not list, and a kubelet of Kubernetes 1.35 has:
 * https://github.com/google/cadvisor/blob/v0.53.0/metrics/prometheus.go
 */
const unlisted: readonly string[] = [
  ...["kernel_usage", "total_active_file_bytes", "total_inactive_file_bytes"].map((name) => `container_memory_${name}`),
  ...["cpu", "memory", "io"].flatMap((what) =>
    ["stalled", "waiting"].map((how) => `container_pressure_${what}_${how}_seconds_total`),
  ),
];

/**
 * What the kubelet asks cAdvisor for:
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/kubelet/server/server.go
 */
const isOfKubelet = ({ parts }: ListedMetric): boolean =>
  parts.length === 0 || parts.some((part) => ofKubelet.has(part));

const ofKubelet: ReadonlySet<string> = new Set([
  ...["cpu", "memory", "cpuLoad", "disk", "diskIO", "network", "process", "oom_event"],
]);

const container = { container: "container" };

const made = (metric: string, per: string, each: Amount, more: Labels = {}): ExportedSeries => ({
  ...{ metric, per, each },
  labels: { id: "/kubepods/pod", pod: "pod", namespace: "namespace", image: "image", name: "name", ...more },
});

const seriesOfUnlisted = (name: string): readonly ExportedSeries[] => [
  made(name, "container", usually(1), container),
  made(name, "pod", usually(2)),
];

const seriesOf = ({ name, parts }: ListedMetric): readonly ExportedSeries[] => {
  const of = (per: string, each: Amount, more: Labels = {}): ExportedSeries => made(name, per, each, more);
  if (parts.includes("network")) return [of("pod", usually(1), { interface: "eth0" })];
  // Of the root alone, where the runtime is reached by CRI.
  if (parts.includes("disk")) return [];
  if (name === "container_memory_failures_total")
    return ["container", "hierarchy"].flatMap((scope) => [
      of("container", always(2), { ...container, scope }),
      of("pod", usually(4), { scope }),
    ]);
  if (name === "container_tasks_state") return [of("container", always(5), container), of("pod", usually(10))];
  if (name === "container_health_state") return [];
  // Those of a container that has used a disk, or has a limit.
  const isPart = parts.includes("diskIO") || /_cfs_/.test(name);
  const each = name === "container_blkio_device_usage_total" ? 2 : 1;
  return [of("container", isPart ? usually(each) : always(each), container), of("pod", usually(isPart ? 1 : 2))];
};

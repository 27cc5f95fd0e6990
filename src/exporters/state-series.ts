import { compare } from "semver";
import { type Amount, always, type ExportedSeries, usually } from "./exported-series.ts";
import type { ExporterProgram } from "./exporter-program.ts";
import type { ListedMetric } from "./metric-list.ts";
import { stateMetrics } from "./state-metrics.ts";

/**
 * Series of kube-state-metrics by object, for objects that are well: what they have while they start, fail or go is not
 * counted. How many a metric has is read in its generators:
 * https://github.com/kubernetes/kube-state-metrics/tree/v2.20.0/internal/store
 */
export const stateSeries = (program: ExporterProgram): readonly ExportedSeries[] =>
  stateMetrics.list().names.flatMap((name): readonly ExportedSeries[] => {
    const exported = stateMetrics.exported(name, program);
    if (exported.status !== "yes" || passing.test(name)) return [];
    const { labels } = exported.metric;
    const values = Object.fromEntries(labels.filter((label) => !label.endsWith("*")).map((label) => [label, label]));
    return [{ metric: name, labels: values, per: perOf(exported.metric), each: eachOf(exported.metric, program) }];
  });

/** Metrics that an object has for a while or by exception only. */
const passing = new RegExp(
  [
    ...["^kube_pod_(?:init_container|overhead|resourceclaim|runtimeclass|spec_volumes)", "_deletion_timestamp$"],
    ...["^kube_pod_container_status_(?:last_)?(?:terminated|waiting)_", "_(?:completion|unscheduled)_time$"],
    ...["_status_(?:unschedulable|disruption_reason)$", "_external_ip$", "_load_balancer_ingress$"],
    ...["_deadline_seconds$", "_spec_taint$", "_endpoints_hints$", "^kube_endpoint_address_not_ready$"],
  ].join("|"),
);

const perOf = ({ name, parts: [resource = ""] }: ListedMetric): string => {
  if (resource === "pods") return name.startsWith("kube_pod_container_") ? "container" : "pod";
  // Every node has a lease.
  return resource === "nodes" || resource === "leases" ? "node" : resource;
};

const eachOf = ({ name }: ListedMetric, { version }: ExporterProgram): Amount => {
  // Since 2.20.0 only a reason that a pod has is told.
  if (name === "kube_pod_status_reason") return compare(version ?? "2.20.0", "2.20.0") < 0 ? always(5) : always(0);
  return multiples.get(name) ?? always(1);
};

const multiples: ReadonlyMap<string, Amount> = new Map([
  // Requests and limits of CPU and memory, where there are any.
  ["kube_pod_container_resource_requests", usually(2)],
  ["kube_pod_container_resource_limits", usually(2)],
  ["kube_pod_status_phase", always(5)],
  ["kube_pod_status_qos_class", always(3)],
  ["kube_pod_status_ready", always(3)],
  ["kube_pod_status_scheduled", always(3)],
  // The two that admission adds: not ready, unreachable.
  ["kube_pod_tolerations", always(2)],
  // Address and host name.
  ["kube_node_status_addresses", always(2)],
  ["kube_node_role", usually(1)],
  ["kube_node_spec_pod_cidrs", usually(1)],
  // CPU, memory, pods, ephemeral storage and two sizes of huge pages.
  ["kube_node_status_allocatable", { least: 4, expected: 6 }],
  ["kube_node_status_capacity", { least: 4, expected: 6 }],
  // Ready and the pressure on memory, disk and process IDs, each true, false or unknown.
  ["kube_node_status_condition", always(12)],
  ["kube_deployment_status_condition", always(6)],
  ["kube_namespace_status_phase", always(2)],
  ["kube_namespace_status_condition", always(0)],
  ["kube_job_complete", always(3)],
  ["kube_job_failed", always(0)],
  ["kube_statefulset_persistentvolumeclaim_retention_policy", usually(1)],
]);

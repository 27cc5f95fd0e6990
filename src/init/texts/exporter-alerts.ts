import type { TreeNames } from "../tree-names.ts";
import type { FailureAlert } from "./failure-alert.ts";

/** Alerts that metrics are not what they seem, by what Prometheus and kube-state-metrics say beside the exporter. */
export const exporterAlerts = (names: TreeNames): readonly FailureAlert[] => [empty(names), slow(names), missing];

const empty = ({ service: { name, namespace } }: TreeNames): FailureAlert => {
  const pod = (id: string) => `{job="${name}", namespace="${namespace}", pod="${name}-${id}"}`;
  return {
    name: "GPUExporterEmpty",
    class: "exporter-gone",
    why: [
      "One that started before the driver was ready answers with an empty page for as long as it lives, and `up` is 1.",
      "https://github.com/NVIDIA/dcgm-exporter/pull/744",
    ],
    expr: `scrape_samples_scraped{job="${name}"} == 0 and up{job="${name}"} == 1`,
    pending: "15m",
    severity: "warning",
    summary: "A DCGM exporter answers without any metric.",
    description:
      "{{ $labels.namespace }}/{{ $labels.pod }} has had no metric for 15 minutes, though it answers. The GPUs of its node are not watched.",
    proof: {
      name: "one exporter of two answers with an empty page",
      series: [
        [`up${pod("a")}`, "1x20"],
        [`scrape_samples_scraped${pod("a")}`, "0x20"],
        [`up${pod("b")}`, "1x20"],
        [`scrape_samples_scraped${pod("b")}`, "240x20"],
      ],
      ...{ quiet: 14, fires: 15, labels: `job: ${name}, namespace: ${namespace}, pod: ${name}-a` },
      says: `${namespace}/${name}-a has had no metric for 15 minutes, though it answers. The GPUs of its node are not watched.`,
    },
  };
};

const slow = ({ service: { name, namespace } }: TreeNames): FailureAlert => {
  const pod = (id: string) => `{job="${name}", namespace="${namespace}", pod="${name}-${id}"}`;
  return {
    name: "GPUExporterSlow",
    class: "exporter-stale",
    why: ["Half of the chart's scrape timeout of 10 seconds, after which it counts as down; five seconds are ours."],
    expr: `scrape_duration_seconds{job="${name}"} > 5`,
    pending: "15m",
    severity: "warning",
    summary: "A DCGM exporter answers slowly.",
    description:
      "{{ $labels.namespace }}/{{ $labels.pod }} takes {{ $value | humanizeDuration }} to answer: driver or DCGM of its node may hang.",
    proof: {
      name: "one exporter of two is slow",
      series: [
        [`scrape_duration_seconds${pod("a")}`, "0.2x2 7x20"],
        [`scrape_duration_seconds${pod("b")}`, "0.2x20"],
      ],
      ...{ quiet: 17, fires: 18, labels: `job: ${name}, namespace: ${namespace}, pod: ${name}-a` },
      says: `${namespace}/${name}-a takes 7s to answer: driver or DCGM of its node may hang.`,
    },
  };
};

const resources = 'resource=~"nvidia_com_gpu.*|nvidia_com_mig_.+"';
const node = (name: string, resource: string) => `{node="${name}", resource="${resource}", unit="integer"}`;

const missing: FailureAlert = {
  name: "GPUMissing",
  class: "gpu-missing",
  why: [
    "What the device plugin has found and calls unhealthy is part of the capacity and not allocatable. The number of GPUs that have",
    "metrics would say another thing where they are shared or sliced. Ten minutes: longer than a plugin that restarts is waited for.",
    "https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/kubelet/cm/devicemanager/manager.go",
  ],
  expr: `kube_node_status_capacity{${resources}} > kube_node_status_allocatable{${resources}}`,
  pending: "10m",
  severity: "warning",
  summary: "A node has fewer usable GPUs than it has GPUs.",
  description: "Of the {{ $value }} {{ $labels.resource }} of {{ $labels.node }} not all can be used.",
  proof: {
    name: "one GPU of a node is unhealthy, those of another are shared, a third has slices",
    series: [
      [`kube_node_status_capacity${node("gpu-node-a", "nvidia_com_gpu")}`, "8x20"],
      [`kube_node_status_allocatable${node("gpu-node-a", "nvidia_com_gpu")}`, "8x2 7x20"],
      [`kube_node_status_capacity${node("gpu-node-b", "nvidia_com_gpu_shared")}`, "32x20"],
      [`kube_node_status_allocatable${node("gpu-node-b", "nvidia_com_gpu_shared")}`, "32x20"],
      [`kube_node_status_capacity${node("gpu-node-c", "nvidia_com_mig_1g_10gb")}`, "7x20"],
      [`kube_node_status_allocatable${node("gpu-node-c", "nvidia_com_mig_1g_10gb")}`, "7x20"],
    ],
    ...{ quiet: 12, fires: 13, labels: "node: gpu-node-a, resource: nvidia_com_gpu, unit: integer" },
    says: "Of the 8 nvidia_com_gpu of gpu-node-a not all can be used.",
  },
};

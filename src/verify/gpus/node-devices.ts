import { labelsAt, objectAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";

/** What one node has of NVIDIA's devices, as Kubernetes counts them. */
export interface NodeDevices {
  readonly node: string;
  /** Whole GPUs that pods can get; those of which several pods get a share count once. */
  readonly allocatable: number;
  /** Slices of GPUs in MIG mode that pods can get. */
  readonly migAllocatable: number;
  /**
   * GPUs and slices that the node has and gives to nobody: the device plugin takes one that is ill out of what is
   * allocatable, and leaves it in the capacity.
   * https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins/#device-plugin-implementation
   */
  readonly unhealthy: number;
  readonly migUnhealthy: number;
}

/**
 * The devices of a Node object; null where it has none. A node whose GPUs are given out in another way (dynamic
 * resource allocation) has none here but the label `nvidia.com/gpu.count` of NVIDIA's GPU feature discovery, which
 * counts then.
 */
export const devicesOf = (node: JsonObject): NodeDevices | null => {
  const labels = labelsAt(node, ["metadata", "labels"]);
  const [given, held] = ["allocatable", "capacity"].map((field) => objectAt(node, ["status", field]));
  const name = textOrEmpty(node, ["metadata", "name"]);
  const [whole, wholeHeld] = [wholeOf(given, labels), wholeOf(held, labels)];
  const [slices, slicesHeld] = [slicesOf(given), slicesOf(held)];
  if (wholeHeld + slicesHeld === 0) {
    const counted = Number(labels["nvidia.com/gpu.count"] ?? 0);
    if (!(counted > 0)) return null;
    return kindOf(labels, { node: name, given: counted, held: counted, slices: 0, slicesHeld: 0 });
  }
  return kindOf(labels, { node: name, given: whole, held: wholeHeld, slices, slicesHeld });
};

interface Counts {
  readonly node: string;
  readonly given: number;
  readonly held: number;
  readonly slices: number;
  readonly slicesHeld: number;
}

/**
 * With the MIG strategy `single` what is called `nvidia.com/gpu` are slices; labels of a node in MIG mode show it.
 * https://github.com/NVIDIA/k8s-device-plugin/blob/main/docs/gpu-feature-discovery/README.md#mig-single-strategy
 */
const kindOf = (labels: Labels, { node, given, held, slices, slicesHeld }: Counts): NodeDevices => {
  const isSliced = labels["nvidia.com/mig.strategy"] === "single" && labels["nvidia.com/gpu.slices.gi"] !== undefined;
  const [whole, wholeHeld] = isSliced ? [0, 0] : [given, held];
  const [mig, migHeld] = isSliced ? [given + slices, held + slicesHeld] : [slices, slicesHeld];
  return {
    node,
    allocatable: whole,
    migAllocatable: mig,
    unhealthy: Math.max(wholeHeld - whole, 0),
    migUnhealthy: Math.max(migHeld - mig, 0),
  };
};

/**
 * `nvidia.com/gpu`, and `nvidia.com/gpu.shared` where shares have a name of their own. A node whose GPUs are shared
 * (time slicing, MPS) offers each as often as the label `nvidia.com/gpu.replicas` says.
 * https://docs.nvidia.com/datacenter/cloud-native/gpu-operator/latest/gpu-sharing.html
 */
const wholeOf = (resources: JsonObject | undefined, labels: Labels): number => {
  const shared = !["none", undefined].includes(labels["nvidia.com/gpu.sharing-strategy"]);
  const replicas = shared ? Math.max(Number(labels["nvidia.com/gpu.replicas"] ?? 1) || 1, 1) : 1;
  const offered = quantity(resources, "nvidia.com/gpu") + quantity(resources, "nvidia.com/gpu.shared");
  return Math.ceil(offered / replicas);
};

/**
 * `nvidia.com/mig-1g.10gb` and the like of the MIG strategy `mixed`. Compute instances (`mig-1c.3g.20gb`) are parts of
 * a slice, whose metrics they share: they are not counted.
 */
const slicesOf = (resources: JsonObject | undefined): number =>
  Object.keys(resources ?? {})
    .filter((name) => /^nvidia\.com\/mig-\d+g\./.test(name))
    .reduce((sum, name) => sum + quantity(resources, name), 0);

const quantity = (resources: JsonObject | undefined, name: string): number => Number(resources?.[name] ?? 0) || 0;

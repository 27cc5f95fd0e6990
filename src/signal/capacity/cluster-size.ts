import type { Amount } from "../../exporters/exported-series.ts";
import { numberAt, objectAt } from "../../kubernetes/json-fields.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { podMakers } from "../../kubernetes/pod-template.ts";
import { type Workload, workloadsIn } from "../../world/workloads.ts";
import type { World } from "../../world/world.ts";

/** What the configuration may state of a cluster's size, and a cluster says of itself. */
export const sizeNames = ["nodes", "gpus", "mig-devices", "cpus", "pods", "containers"] as const;
export type SizeName = (typeof sizeNames)[number];

/** Numbers as they are stated; a part that nobody states is absent. */
export type StatedSize = Readonly<Partial<Record<SizeName, number>>>;

/** What is known of a cluster's size before anything is deployed to it. */
export interface ClusterSize {
  readonly stated: StatedSize;
  /** Series of all targets of a monitor together, by the monitor's name, as somebody has counted them. */
  readonly series: Readonly<Record<string, number>>;
}

export const unknownSize: ClusterSize = { stated: {}, series: {} };

/**
 * What is taken where nobody states it. The pods of a node and the containers of a pod are those of the largest cluster
 * that Kubernetes is tested with, 150,000 pods in 300,000 containers on 5,000 nodes:
 * https://kubernetes.io/docs/setup/best-practices/cluster-large/
 */
export const assumed = { podsOfNode: 30, containersOfPod: 2, cpusOfNode: 16 } as const;

/** Kinds of things that series are counted by, beside objects by their resource. */
export const sizedThings: readonly string[] = [
  ...["GPU", "MIG device", "node", "CPU", "network interface", "disk", "file system", "pod", "container"],
];

/** How many things of a kind there are; null where nothing tells. */
export type Count = (thing: string) => Amount | null;

/**
 * Counts what series are counted by. At the least there is what is stated and what the stack itself makes; of objects
 * that other applications have nobody knows.
 */
export const thingCount = ({ stated }: ClusterSize, world: World): Count => {
  const { nodes, gpus } = stated;
  const own = ownPods(world, nodes ?? 1);
  const pods = given(stated.pods) ?? atLeast(own.pods, nodes, assumed.podsOfNode);
  const containers =
    given(stated.containers) ??
    (pods === null
      ? null
      : { least: Math.max(own.containers, stated.pods ?? 0), expected: pods.expected * assumed.containersOfPod });
  const known: Readonly<Record<string, Amount | null>> = {
    node: given(nodes),
    pod: pods,
    container: containers,
    GPU: given(gpus),
    "MIG device": given(stated["mig-devices"] ?? (gpus === undefined ? undefined : 0)),
    // Stated of a node, not of all.
    CPU:
      nodes === undefined
        ? null
        : { least: nodes * (stated.cpus ?? 1), expected: nodes * (stated.cpus ?? assumed.cpusOfNode) },
    // Loopback and one that leads out; a disk with one file system for the node and one for all else.
    "network interface": atLeast(0, nodes, 2),
    disk: atLeast(0, nodes, 1),
    "file system": atLeast(0, nodes, 2),
  };
  return (thing) => (thing in known ? (known[thing] ?? null) : objectsOf(thing, world));
};

const given = (count: number | undefined): Amount | null =>
  count === undefined ? null : { least: count, expected: count };

const atLeast = (least: number, nodes: number | undefined, ofNode: number): Amount | null =>
  nodes === undefined ? null : { least, expected: Math.max(least, nodes * ofNode) };

/** Objects that are rendered, by the name of their resource. */
const objectsOf = (resource: string, world: World): Amount => {
  const kind = kinds[resource];
  const count = kind === undefined ? 0 : world.ofKind(kind).length;
  return { least: count, expected: count };
};

const kinds: Readonly<Record<string, string>> = {
  configmaps: "ConfigMap",
  cronjobs: "CronJob",
  daemonsets: "DaemonSet",
  deployments: "Deployment",
  // Every Service has one.
  endpoints: "Service",
  endpointslices: "Service",
  ingresses: "Ingress",
  jobs: "Job",
  namespaces: "Namespace",
  networkpolicies: "NetworkPolicy",
  poddisruptionbudgets: "PodDisruptionBudget",
  // One is in use for each.
  replicasets: "Deployment",
  secrets: "Secret",
  services: "Service",
  statefulsets: "StatefulSet",
};

/** Pods and containers that the rendered workloads make. */
const ownPods = (world: World, nodes: number): { readonly pods: number; readonly containers: number } => {
  let [pods, containers] = [0, 0];
  for (const workload of [...workloadsIn(world).values()].flat()) {
    const count = podsOf(workload, nodes);
    pods += count;
    containers += count * workload.containers.filter(({ init, sidecar }) => !init || sidecar).length;
  }
  return { pods, containers };
};

/** Of a DaemonSet that may leave nodes out, and of what runs for a while, none is certain. */
export const podsOf = ({ object: { ref, body } }: Workload, nodes: number): number => {
  if (!podMakers.includes(ref.kind) || /Job$/.test(ref.kind)) return 0;
  if (ref.kind === "DaemonSet") return isEverywhere(body) ? nodes : 0;
  return valueAt(body, ["spec", "replicas"]) === undefined ? 1 : numberAt(body, ["spec", "replicas"]);
};

const isEverywhere = (body: JsonObject): boolean => {
  const spec = valueAt(body, ["spec", "template", "spec"]);
  const selector = Object.keys(objectAt(spec, ["nodeSelector"]));
  return (
    selector.every((key) => key === "kubernetes.io/os") && valueAt(spec, ["affinity", "nodeAffinity"]) === undefined
  );
};

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { isObject, type JsonObject } from "../../src/kubernetes/manifest.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { tool } from "../tools-dir.ts";

export type ClusterObject = JsonObject;

const run = promisify(execFile);

/** Kinds that clusters write for themselves, each time otherwise. */
const volatileKinds = new Set([
  "Event",
  "Lease",
  "Node",
  "CSINode",
  "EndpointSlice",
  "Endpoints",
  "ComponentStatus",
  "IPAddress",
  "APIService",
]);

/**
 * Every object of a cluster that somebody deployed, by kind, namespace and name, without what differs between any two
 * clusters. Left out, and why: what a controller owns (Pods, ReplicaSets: random names), helm's release records (they
 * hold the time of the deploy).
 */
export const liveObjects = async (cluster: EmbeddedCluster): Promise<ReadonlyMap<string, ClusterObject>> => {
  const kubectl = async (...args: readonly string[]): Promise<string> => {
    const options = { maxBuffer: 256 * 1024 * 1024 };
    return (await run(await tool("kubectl"), ["--kubeconfig", cluster.kubeconfig, ...args], options)).stdout;
  };
  const resources = (await kubectl("api-resources", "--verbs=list", "--output=name")).split("\n").filter(Boolean);
  const list: unknown = JSON.parse(await kubectl("get", resources.join(","), "--all-namespaces", "--output=json"));
  const items = isObject(list) && Array.isArray(list["items"]) ? (list["items"] as readonly unknown[]) : [];
  return new Map(
    items
      .filter(isObject)
      .filter((item) => !isVolatile(item))
      .map((item) => [keyOf(item), normal(item) as ClusterObject] as const),
  );
};

const metadataOf = ({ metadata }: JsonObject): JsonObject => (isObject(metadata) ? metadata : {});

const keyOf = (item: JsonObject): string => {
  const { namespace, name } = metadataOf(item);
  return [item["apiVersion"], item["kind"], namespace ?? "", name].join(" ");
};

/** The Service of the API server itself has that server's port. */
const apiServer = "v1 Service default kubernetes";

const isVolatile = (item: JsonObject): boolean =>
  keyOf(item) === apiServer ||
  volatileKinds.has(String(item["kind"])) ||
  metadataOf(item)["ownerReferences"] !== undefined ||
  item["type"] === "helm.sh/release.v1";

/** Keys that the API server or a controller fills in, and what the two ways state differently on purpose. */
const volatileKeys = new Set([
  // The API server's own.
  ...[
    "uid",
    "resourceVersion",
    "generation",
    "creationTimestamp",
    "managedFields",
    "status",
    "clusterIP",
    "clusterIPs",
    "healthCheckNodePort",
  ],
  // kubectl apply keeps a copy of what it applied; server-side apply does not need one.
  "kubectl.kubernetes.io/last-applied-configuration",
  // Our stamp, on objects of base and overlays.
  ...["repository", "commit", "run"].map((name) => `prometheus-stack-action.dev/${name}`),
  // The chart draws Grafana's password anew with every render, and its Deployment carries the checksum.
  ...["admin-password", "checksum/secret"],
  // Each cluster has its own certificate authority.
  "ca.crt",
]);

/** The value with sorted keys and without the volatile ones; a mapping that is empty without them is left out. */
const normal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(normal);
  if (!isObject(value)) return value;
  const kept = Object.entries(value)
    .filter(([key]) => !volatileKeys.has(key))
    .map(([key, inner]) => [key, normal(inner)] as const)
    .filter(([, inner]) => !(isObject(inner) && Object.keys(inner).length === 0))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept);
};

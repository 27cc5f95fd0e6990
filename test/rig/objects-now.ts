import { objectAt } from "../../src/kubernetes/json-fields.ts";
import type { Json, JsonObject } from "../../src/kubernetes/manifest.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { listAt, textAt } from "./pod.ts";

/** Without those that programs make for themselves, and helm's records, of which a way back has one more. */
const kinds = [
  ...["namespaces", "configmaps", "secrets", "services", "serviceaccounts", "persistentvolumeclaims"],
  ...["deployments.apps", "daemonsets.apps", "statefulsets.apps"],
  ...["roles", "rolebindings", "clusterroles", "clusterrolebindings"],
  ...["prometheuses", "alertmanagers", "prometheusrules", "servicemonitors", "podmonitors"].map(
    (kind) => `${kind}.monitoring.coreos.com`,
  ),
  ...["validatingwebhookconfigurations", "mutatingwebhookconfigurations"],
];

/** Every object of these kinds as text, by its name: what it states, and who owns which field. */
export const readObjects = async ({ kubeconfig }: EmbeddedCluster): Promise<ReadonlyMap<string, string>> => {
  const text = await kubectl(kubeconfig, [
    "get",
    kinds.join(),
    "--all-namespaces",
    "--output=json",
    "--show-managed-fields",
  ]);
  return new Map(
    listAt(JSON.parse(text) as Json, ["items"])
      .filter((one) => textAt(one, ["metadata", "labels", "owner"]) !== "helm")
      .map((one) => [keyOf(one), JSON.stringify(stated(one as JsonObject), null, 1)]),
  );
};

const keyOf = (one: Json): string =>
  `${textAt(one, ["kind"])} ${textAt(one, ["metadata", "namespace"])}/${textAt(one, ["metadata", "name"])}`;

/**
 * How often a Deployment was rolled out, and the operator's digest of all that it read, generations included: neither
 * goes back.
 */
const counted = ["deployment.kubernetes.io/revision", "prometheus-operator-input-hash"];

/** Without what moves by itself: versions, times, counts, status. */
const stated = ({ status: _status, metadata, ...rest }: JsonObject): JsonObject => {
  const {
    resourceVersion: _version,
    generation: _generation,
    uid: _uid,
    creationTimestamp: _time,
    ...kept
  } = metadata as JsonObject;
  const managers = listAt(kept, ["managedFields"])
    .filter((one) => textAt(one, ["subresource"]) === "")
    .map((one) => {
      const { time: _written, ...field } = one as JsonObject;
      return JSON.stringify(field);
    });
  const annotations = Object.entries(objectAt(kept, ["annotations"])).filter(([name]) => !counted.includes(name));
  return {
    ...rest,
    metadata: { ...kept, annotations: Object.fromEntries(annotations), managedFields: managers.sort() },
  };
};

/** What differs, each with the lines that do. */
export const changedObjects = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] => [
  ...[...before].flatMap(([key, text]) => {
    const now = after.get(key);
    if (now === undefined) return [`${key} is gone`];
    if (now === text) return [];
    const had = new Set(text.split("\n"));
    const lines = now.split("\n").filter((line) => !had.has(line));
    return [`${key} differs: ${lines.slice(0, 5).join(" ").slice(0, 600)}`];
  }),
  ...[...after.keys()].filter((key) => !before.has(key)).map((key) => `${key} is new`),
];

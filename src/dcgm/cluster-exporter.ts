import { allDone } from "../core/all-done.ts";
import { OperatorError } from "../core/errors.ts";
import { accessTrouble } from "../kubectl/cluster-error.ts";
import { objectAt, objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import { matches } from "../kubernetes/label-selector.ts";
import { labelsOf } from "../kubernetes/labels.ts";
import { isObject, type JsonObject } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine, type Flag } from "../outside/command-line.ts";
import {
  exporterContainer,
  isExporterService,
  isExporterWorkload,
  namespaceOfBody,
  podOf,
} from "./exporter-objects.ts";
import { exporterSettingsOf } from "./exporter-settings.ts";

type Kubectl = Pick<Cluster, "kubectl" | "server">;

/**
 * The exporters that run in a cluster: their workloads and the pods that no workload made, Services, counter
 * ConfigMaps, ServiceMonitors that select one of the Services, and the Namespaces with their labels. Reads only. Throws
 * OperatorError `unauthorized` or `cluster-unreachable`.
 */
export const clusterObjects = async (cluster: Kubectl): Promise<readonly JsonObject[]> => {
  const [found, serviceMonitors] = await allDone([
    list(cluster, "services,daemonsets.apps,deployments.apps,statefulsets.apps", [everywhere]),
    list(cluster, "servicemonitors.monitoring.coreos.com", [everywhere], { mayLack: true }),
  ]);
  const workloads = found.filter(isExporterWorkload);
  const services = found.filter((body) => isExporterService(body, workloads, "default"));
  const namespaces = [...new Set([...workloads, ...services].map((body) => namespaceOfBody(body, "default")))].sort();
  const [pods, configMaps, spaces] = await allDone([
    each(namespaces, (namespace) => list(cluster, "pods", [["namespace", namespace]])),
    each(configMapsOf(workloads), ({ namespace, name }) =>
      list(cluster, "configmaps", [["namespace", namespace], named(name)]),
    ),
    each(namespaces, (name) => list(cluster, "namespaces", [named(name)])),
  ]);
  const ownPods = pods.filter(
    (pod) => isExporterWorkload(pod) && objectsAt(pod, ["metadata", "ownerReferences"]).length === 0,
  );
  const monitors = serviceMonitors.filter((monitor) => services.some((service) => aimsAt(monitor, service)));
  return [...spaces, ...workloads, ...ownPods, ...services, ...configMaps, ...monitors].map(withoutNoise);
};

const each = async <T>(items: readonly T[], of: (item: T) => Promise<readonly JsonObject[]>) =>
  (await allDone(items.map(of))).flat();

const everywhere: Flag = ["all-namespaces", true];
const named = (name: string): Flag => ["field-selector", `metadata.name=${name}`];

const list = async (
  { kubectl, server }: Kubectl,
  kinds: string,
  flags: readonly Flag[],
  { mayLack = false }: { readonly mayLack?: boolean } = {},
): Promise<readonly JsonObject[]> => {
  const done = await kubectl(commandLine({ verb: ["get", "--output=json"], flags, positionals: [kinds] }));
  if (done.code === 0) {
    const answer: unknown = JSON.parse(done.stdout);
    return isObject(answer) ? objectsAt(answer, ["items"]) : [];
  }
  // Without the operator's CRDs there can be no ServiceMonitor.
  if (mayLack && /the server doesn't have a resource type/.test(done.stderr)) return [];
  throw notReadable(done.stderr, server, kinds);
};

const notReadable = (stderr: string, server: string, what: string): OperatorError => {
  const trouble = accessTrouble(stderr);
  const message = `exporter is cluster, and the ${what.replaceAll(",", ", ")} of ${server} cannot be read: ${trouble?.why ?? stderr.trim()}`;
  return trouble?.kind === "forbidden"
    ? new OperatorError(
        "unauthorized",
        message,
        `Grant this account ${trouble.permission}, or name the exporter instead.`,
      )
    : new OperatorError("cluster-unreachable", message, "Check the kubeconfig, or name the exporter instead.");
};

/** ConfigMaps that the exporters read or mount. */
const configMapsOf = (
  workloads: readonly JsonObject[],
): readonly { readonly namespace: string; readonly name: string }[] => {
  const found = workloads.flatMap((workload) => {
    const pod = podOf(workload) ?? {};
    const namespace = namespaceOfBody(workload, "default");
    const mounted = objectsAt(pod, ["spec", "volumes"]).map((volume) => textOrEmpty(volume, ["configMap", "name"]));
    const [space = "", name = ""] = (exporterSettingsOf(exporterContainer(pod) ?? {}).configMap ?? "").split(":");
    return [...mounted.map((volume) => ({ namespace, name: volume })), { namespace: space, name }];
  });
  const named = found.filter(({ namespace, name }) => namespace !== "" && name !== "");
  return [...new Map(named.map((item) => [`${item.namespace}/${item.name}`, item])).values()];
};

const aimsAt = (monitor: JsonObject, service: JsonObject): boolean => {
  const selector = objectAt(monitor, ["spec", "namespaceSelector"]);
  const names = selector["matchNames"];
  const namespace = namespaceOfBody(service, "default");
  const inNamespace =
    selector["any"] === true ||
    (Array.isArray(names) && names.length > 0
      ? names.includes(namespace)
      : namespaceOfBody(monitor, "default") === namespace);
  return inNamespace && matches(objectAt(monitor, ["spec", "selector"]), labelsOf(service));
};

/** What the API server adds and nobody reads: a quarter of the bytes. */
const withoutNoise = (body: JsonObject): JsonObject => {
  const { managedFields, ...metadata } = objectAt(body, ["metadata"]);
  const { "kubectl.kubernetes.io/last-applied-configuration": applied, ...annotations } = objectAt(metadata, [
    "annotations",
  ]);
  return { ...body, metadata: { ...metadata, annotations } };
};

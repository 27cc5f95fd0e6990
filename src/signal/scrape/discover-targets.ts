import { labelsAt, listOf, objectAt, objectsAt, textsAt } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import { servicesIn } from "../../world/services.ts";
import { workloadsIn } from "../../world/workloads.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { type Discovered, endpointTargets, podTargets, serviceTargets } from "./discovery.ts";
import { ingressTargets } from "./ingress-discovery.ts";
import { staticTargets } from "./monitor-jobs.ts";
import { inNamespaces, monitoredNamespaces } from "./monitor-namespaces.ts";
import { monitorSelects } from "./monitor-selector.ts";
import { roleOf } from "./scrape-job.ts";

/**
 * Something that a monitor finds; not certain where its selector reads labels whose values are decided in the cluster.
 */
export interface Candidate extends Discovered {
  readonly certain: boolean;
}

/**
 * What Prometheus finds for a monitor before relabeling, as far as it can be seen; the monitor's
 * selector has been applied.
 */
export const discover = (monitor: WorldObject, prometheus: WorldObject | null, world: World): readonly Candidate[] => {
  switch (monitor.ref.kind) {
    case "ServiceMonitor": {
      const role = roleOf(monitor, prometheus);
      return inNamespaces(servicesIn(world), monitoredNamespaces(monitor, prometheus, world)).flatMap((service) =>
        selected(monitor, service.labels, () => endpointTargets(service, role, world)),
      );
    }
    case "PodMonitor":
      return inNamespaces(workloadsIn(world), monitoredNamespaces(monitor, prometheus, world)).flatMap((workload) =>
        selected(monitor, workload.labels, () => podTargets(workload)),
      );
    case "Probe":
      return probed(monitor, prometheus, world).map(certainly);
    default:
      return configured(monitor, world).map(certainly);
  }
};

const certainly = (found: Discovered): Candidate => ({ ...found, certain: true });

const selected = (monitor: WorldObject, labels: Labels, find: () => readonly Discovered[]): readonly Candidate[] => {
  const verdict = monitorSelects(monitor, labels);
  return verdict === false ? [] : find().map((found) => ({ ...found, certain: verdict === true }));
};

const probed = (monitor: WorldObject, prometheus: WorldObject | null, world: World): readonly Discovered[] => {
  const fixed = staticTargets(monitor.body);
  if (fixed === null) return ingressTargets(monitor, prometheus, world);
  const labels = { namespace: namespaceOf(monitor, world), ...labelsAt(fixed, ["labels"]) };
  return textsAt(fixed, ["static"]).map((address) => fixedTarget(address, labels));
};

const fixedTarget = (address: string, labels: Labels): Discovered => ({
  labels: { ...labels, __address__: address },
  service: null,
  workload: null,
});

/** Static targets and the cluster's own objects; what other discoveries find cannot be seen from here. */
const configured = ({ body }: WorldObject, world: World): readonly Discovered[] => [
  ...objectsAt(body, ["spec", "staticConfigs"]).flatMap((one) =>
    textsAt(one, ["targets"]).map((address) => fixedTarget(address, labelsAt(one, ["labels"]))),
  ),
  ...objectsAt(body, ["spec", "kubernetesSDConfigs"]).flatMap((one) => kubernetesTargets(one, world)),
];

/** The field by which a ScrapeConfig finds what cannot be seen here; null where all that it finds can be. */
export const unseenDiscovery = ({ body }: WorldObject): string | null => {
  const filled = ([field, value]: readonly [string, Json | undefined]): boolean =>
    (field === "staticConfigs" || field.endsWith("SDConfigs")) && listOf(value).length > 0;
  const isSeen = (field: string): boolean =>
    field === "kubernetesSDConfigs" && objectsAt(body, ["spec", field]).every(isEvaluated);
  const fields = Object.entries(objectAt(body, ["spec"])).filter(filled);
  return fields.find(([field]) => !isSeen(field))?.[0] ?? null;
};

const isEvaluated = (config: JsonObject): boolean =>
  config["selectors"] === undefined &&
  config["apiServer"] === undefined &&
  /^(?:endpoints|endpointslice|pod|service)$/i.test(String(config["role"]));

const kubernetesTargets = (config: JsonObject, world: World): readonly Discovered[] => {
  // Selectors narrow the search by strings of their own grammar, and another API server has other objects.
  if (config["selectors"] !== undefined || config["apiServer"] !== undefined) return [];
  const names = namespacesOf(valueAt(config, ["namespaces"]), world);
  switch (String(config["role"]).toLowerCase()) {
    case "endpoints":
      return inNamespaces(servicesIn(world), names).flatMap((service) => endpointTargets(service, "endpoints", world));
    case "endpointslice":
      return inNamespaces(servicesIn(world), names).flatMap((service) =>
        endpointTargets(service, "endpointslice", world),
      );
    case "pod":
      return inNamespaces(workloadsIn(world), names).flatMap(podTargets);
    case "service":
      return inNamespaces(servicesIn(world), names).flatMap(serviceTargets);
    default:
      return [];
  }
};

/** `ownNamespace` means that of Prometheus' pod. */
const namespacesOf = (namespaces: Json | undefined, world: World): readonly string[] | "all" => {
  const names = textsAt(namespaces, ["names"]);
  const own = valueAt(namespaces, ["ownNamespace"]) === true ? [world.releaseNamespace] : [];
  return names.length + own.length === 0 ? "all" : [...names, ...own];
};

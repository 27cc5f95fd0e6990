import { nameOf } from "../../core/finding.ts";
import { isObject, type Json, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { type Account, type Listed, mayWatch } from "../../world/granted-access.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { selectionOf } from "../operator/monitor-selection.ts";
import { choicesOf, nearestOf, selectingObjects } from "../operator/selection.ts";
import type { Hop, HopStatus } from "../path/signal-path.ts";
import { placed } from "../path/verdict.ts";

/** Whether the account under which Prometheus runs may list and watch what the monitor makes it discover. */
export const rbacHop = (monitor: WorldObject, world: World): Hop => {
  const hop = "rbac-allows-discovery";
  const selecting = selectingObjects(monitor, selectionOf(monitor.ref.kind), world);
  const nearest = nearestOf(choicesOf(monitor, selectionOf(monitor.ref.kind), world))?.selecting;
  const judging = selecting.length > 0 ? selecting : nearest === undefined ? [] : [nearest];
  const verdicts = judging.map((prometheus) => judge(monitor, prometheus, world));
  const best =
    verdicts.find(({ status }) => status === "ok") ??
    verdicts.find(({ status }) => status === "unknown") ??
    verdicts[0];
  if (best === undefined)
    return { hop, status: "unknown", why: "No Prometheus is in sight whose account could be judged." };
  const { status, why } = best;
  if (status === "ok") return { hop, status, why };
  return {
    hop,
    status,
    why,
    ...placed(monitor, best.path),
    ...(status === "broken" ? { check: "prometheus-rbac-insufficient" } : {}),
  };
};

interface Verdict {
  readonly status: HopStatus;
  readonly why: string;
  readonly path: Path;
}

const judge = (monitor: WorldObject, prometheus: WorldObject, world: World): Verdict => {
  const account = accountOf(prometheus, world);
  const who = `the ServiceAccount ${account.namespace}/${account.name} of ${nameOf(prometheus.ref)}`;
  const needs = needsOf(monitor, prometheus, world);
  const path = ["spec", "namespaceSelector"];
  if (needs.length === 0) return { status: "ok", why: "Its targets are not discovered through Kubernetes.", path };
  const asked = needs.map((need) => ({ ...need, may: mayWatch(account, need.listed, need.namespace, world) }));
  const refused = asked.filter(({ may }) => may === false);
  const unseen = asked.filter(({ may }) => may === "unknown");
  const words = (list: typeof asked) => [...new Set(list.map(describe))].join(", ");
  if (refused.length > 0) {
    const why = `No Role or ClusterRole bound to ${who} lets it list and watch ${words(refused)}: it discovers no target there.`;
    return { status: "broken", why, path };
  }
  if (unseen.length > 0) {
    const why = `Whether ${who} may list and watch ${words(unseen)} cannot be seen: the account or its role is not of the tree.`;
    return { status: "unknown", why, path };
  }
  return { status: "ok", why: `${upper(who)} may list and watch ${words(asked)}.`, path };
};

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Need {
  readonly listed: Listed;
  readonly namespace: string | null;
}

const describe = ({ listed, namespace }: Need): string =>
  `${listed.resource} in ${namespace === null ? "all namespaces" : namespace}`;

/** Without a name the pods run under the namespace's own account. */
const accountOf = (prometheus: WorldObject, world: World): Account => {
  const name = valueAt(prometheus.body, ["spec", "serviceAccountName"]);
  return {
    namespace: namespaceOf(prometheus, world),
    name: typeof name === "string" && name !== "" ? name : "default",
  };
};

const services: Listed = { group: "", resource: "services" };
const endpoints: Listed = { group: "", resource: "endpoints" };
const slices: Listed = { group: "discovery.k8s.io", resource: "endpointslices" };
const pods: Listed = { group: "", resource: "pods" };
const nodes: Listed = { group: "", resource: "nodes" };
const ingresses: Listed = { group: "networking.k8s.io", resource: "ingresses" };

/** What each role of Kubernetes service discovery lists and watches. https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config */
const byRole: Readonly<Record<string, readonly Listed[]>> = {
  pod: [pods],
  service: [services],
  endpoints: [services, endpoints, pods],
  endpointslice: [services, slices, pods],
  node: [nodes],
  ingress: [ingresses],
};

const needsOf = (monitor: WorldObject, prometheus: WorldObject, world: World): readonly Need[] => {
  const { body, ref } = monitor;
  const own = namespaceOf(monitor, world);
  const withNodes =
    valueAt(body, ["spec", "attachMetadata", "node"]) === true ? [{ listed: nodes, namespace: null }] : [];
  const inNamespaces = (listed: readonly Listed[], selector: Json | undefined): readonly Need[] =>
    namespacesOf(selector, own, prometheus).flatMap((namespace) => listed.map((one) => ({ listed: one, namespace })));
  const selector = valueAt(body, ["spec", "namespaceSelector"]);
  if (ref.kind === "ServiceMonitor")
    return [...inNamespaces(endpointRole(monitor, prometheus), selector), ...withNodes];
  if (ref.kind === "PodMonitor") return [...inNamespaces([pods], selector), ...withNodes];
  if (ref.kind === "Probe") {
    const ingress = valueAt(body, ["spec", "targets", "ingress"]);
    return isObject(ingress) ? inNamespaces([ingresses], ingress["namespaceSelector"]) : [];
  }
  // Its "own" namespace is the one in which Prometheus runs.
  return scrapeConfigNeeds(body["spec"], namespaceOf(prometheus, world));
};

const endpointRole = (monitor: WorldObject, prometheus: WorldObject): readonly Listed[] => {
  const role =
    valueAt(monitor.body, ["spec", "serviceDiscoveryRole"]) ??
    valueAt(prometheus.body, ["spec", "serviceDiscoveryRole"]);
  return byRole[role === "EndpointSlice" ? "endpointslice" : "endpoints"] ?? [];
};

/** `any` wins over `matchNames`; neither means the monitor's own. */
const namespacesOf = (selector: Json | undefined, own: string, prometheus: WorldObject): readonly (string | null)[] => {
  if (valueAt(prometheus.body, ["spec", "ignoreNamespaceSelectors"]) === true) return [own];
  if (valueAt(selector, ["any"]) === true) return [null];
  const names = valueAt(selector, ["matchNames"]);
  return Array.isArray(names) && names.length > 0 ? names.map(String) : [own];
};

const scrapeConfigNeeds = (spec: Json | undefined, own: string): readonly Need[] => {
  const list = valueAt(spec, ["kubernetesSDConfigs"]);
  return (Array.isArray(list) ? list : [])
    .filter(isObject)
    .filter((config) => (config["apiServer"] ?? null) === null)
    .flatMap((config) => {
      const names = valueAt(config, ["namespaces", "names"]);
      const ownToo = valueAt(config, ["namespaces", "ownNamespace"]) === true ? [own] : [];
      const all = [...(Array.isArray(names) ? names.map(String) : []), ...ownToo];
      const role = String(config["role"]).toLowerCase();
      // Nodes lie in no namespace.
      const namespaces = all.length === 0 || role === "node" ? [null] : all;
      return namespaces.flatMap((namespace) => (byRole[role] ?? []).map((listed) => ({ listed, namespace })));
    });
};

import { nameOf } from "../../core/finding.ts";
import { capital } from "../../core/sentence.ts";
import { objectsAt, textsAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { type Account, type Listed, mayWatch } from "../../world/granted-access.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { selectionOf } from "../operator/monitor-selection.ts";
import { judging } from "../operator/selection.ts";
import type { Hop, HopStatus } from "../path/signal-path.ts";
import { placed } from "../path/verdict.ts";
import { staticTargets } from "../scrape/monitor-jobs.ts";
import { monitoredNamespaces } from "../scrape/monitor-namespaces.ts";
import { attachesNode, discoveryAttachesNode } from "../scrape/scrape-class.ts";
import { roleOf } from "../scrape/scrape-job.ts";

/** Whether the account under which Prometheus runs may list and watch what the monitor makes it discover. */
export const rbacHop = (monitor: WorldObject, world: World): Hop => {
  const hop = "rbac-allows-discovery";
  const judges = judging(monitor, selectionOf(monitor.ref.kind), world);
  const verdicts = judges.map((prometheus) => judge(monitor, prometheus, world));
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

interface AccessVerdict {
  readonly status: HopStatus;
  readonly why: string;
  readonly path: Path;
}

const judge = (monitor: WorldObject, prometheus: WorldObject, world: World): AccessVerdict => {
  const account = accountOf(prometheus, world);
  const who = `the ServiceAccount ${account.namespace}/${account.name} of ${nameOf(prometheus.ref)}`;
  const needs = discoveryNeeds(monitor, prometheus, world);
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
  return { status: "ok", why: `${capital(who)} may list and watch ${words(asked)}.`, path };
};

/** Something that must be listed and watched, in a namespace or (null) in all. */
export interface Need {
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

/**
 * What each role of Kubernetes service discovery lists and watches.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config
 */
const byRole: Readonly<Record<string, readonly Listed[]>> = {
  pod: [pods],
  service: [services],
  endpoints: [services, endpoints, pods],
  endpointslice: [services, slices, pods],
  node: [nodes],
  ingress: [ingresses],
};

/**
 * What the Prometheus lists and watches to find the monitor's targets; nothing where they are not discovered
 * through its own API server.
 */
export const discoveryNeeds = (monitor: WorldObject, prometheus: WorldObject, world: World): readonly Need[] => {
  const { body, ref } = monitor;
  const looksIn = monitoredNamespaces(monitor, prometheus, world);
  const namespaces = looksIn === "all" ? [null] : looksIn;
  const of = (role: string): readonly Need[] =>
    namespaces.flatMap((namespace) => (byRole[role] ?? []).map((listed) => ({ listed, namespace })));
  const withNodes = attachesNode(monitor, prometheus, world) ? [allNodes] : [];
  if (ref.kind === "ServiceMonitor") return [...of(roleOf(monitor, prometheus)), ...withNodes];
  if (ref.kind === "PodMonitor") return [...of("pod"), ...withNodes];
  if (ref.kind === "Probe")
    return staticTargets(body) === null && isObject(valueAt(body, ["spec", "targets", "ingress"])) ? of("ingress") : [];
  return scrapeConfigNeeds(monitor, prometheus, world);
};

const allNodes: Need = { listed: nodes, namespace: null };

const scrapeConfigNeeds = (monitor: WorldObject, prometheus: WorldObject, world: World): readonly Need[] =>
  objectsAt(monitor.body, ["spec", "kubernetesSDConfigs"])
    .filter((config) => (config["apiServer"] ?? null) === null)
    .flatMap((config) => {
      const role = String(config["role"]).toLowerCase();
      // Its "own" namespace is the one in which Prometheus runs.
      const own = valueAt(config, ["namespaces", "ownNamespace"]) === true ? [namespaceOf(prometheus, world)] : [];
      const all = [...textsAt(config, ["namespaces", "names"]), ...own];
      // Nodes lie in no namespace.
      const namespaces = all.length === 0 || role === "node" ? [null] : all;
      const needs = namespaces.flatMap((namespace) => (byRole[role] ?? []).map((listed) => ({ listed, namespace })));
      return discoveryAttachesNode(config, prometheus, world) ? [...needs, allNodes] : needs;
    });

import { isObject, type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import type { SignalPath } from "../../src/signal/path/signal-path.ts";
import type { LiveStack } from "./live-stack.ts";
import { type Observation, observation } from "./observation.ts";
import { observeSelection, prometheusOf, selectedNames } from "./observe-selection.ts";
import { listAt, textAt } from "./pod.ts";
import type { Snapshot } from "./snapshot.ts";

/** What can be seen of a ServiceMonitor's way. Throws where the API server does not know it. */
export const observeMetrics = async (
  { resource, hops }: SignalPath,
  live: LiveStack,
  seen: Snapshot,
): Promise<readonly Observation[]> => {
  const { cluster } = live;
  const [namespace, name] = [resource.namespace ?? "monitoring", resource.name];
  const monitor = await bodyOf(live, `/apis/monitoring.coreos.com/v1/namespaces/${namespace}/servicemonitors/${name}`);
  const selection = await observeSelection(cluster, {
    ...{ resource: "servicemonitors", namespace, name, hop: "prometheus-selects-monitor" },
    ...{ selector: "serviceMonitorSelector", namespaceSelector: "serviceMonitorNamespaceSelector" },
  });
  const isSelected = selection.every((one) => one.seen === "ok");
  const pool = `serviceMonitor/${namespace}/${name}/`;
  const jobs = seen.scrapeConfigs.filter((job) => textAt(job, ["job_name"]).startsWith(pool));
  const targets = seen.activeTargets.filter((target) => textAt(target, ["scrapePool"]).startsWith(pool));
  const up = targets.filter((target) => target["health"] === "up");
  void hops;
  return [
    ...selection,
    observation(
      "operator-accepts-monitor",
      isSelected ? jobs.length > 0 : null,
      `${jobs.length} scrape jobs of it in the operator's configuration`,
    ),
    await observeAccess(live, monitor),
    ...(await observeServices(live, monitor, jobs.length > 0, targets.length)),
    observeUniqueness(targets, seen),
    observation("arrives", up.length > 0, `${up.length} of ${targets.length} targets of it are up in Prometheus`),
  ];
};

const bodyOf = async ({ cluster }: LiveStack, path: string): Promise<JsonObject> => {
  const { status, body } = await cluster.request("GET", path);
  if (status !== 200 || !isObject(body)) throw new Error(`${path} cannot be read: ${status}`);
  return body;
};

/** Namespaces that a ServiceMonitor looks into; null: all. */
const namespacesOf = (monitor: JsonObject): readonly string[] | null => {
  if (valueAt(monitor, ["spec", "namespaceSelector", "any"]) === true) return null;
  const names = listAt(monitor, ["spec", "namespaceSelector", "matchNames"]).map(String);
  return names.length > 0 ? names : [textAt(monitor, ["metadata", "namespace"])];
};

/** Whether Prometheus' service account may discover there: the API server's authorizer decides. */
const observeAccess = async ({ cluster }: LiveStack, monitor: JsonObject): Promise<Observation> => {
  const prometheus = await prometheusOf(cluster);
  const account = textAt(prometheus, ["spec", "serviceAccountName"]);
  const user = `system:serviceaccount:${textAt(prometheus, ["metadata", "namespace"])}:${account}`;
  const questions = (namespacesOf(monitor) ?? [""]).flatMap((namespace) =>
    ["endpoints", "services", "pods"].flatMap((resource) =>
      ["list", "watch"].map((verb) => ({ namespace, resource, verb, version: "v1" })),
    ),
  );
  const answers = await Promise.all(
    questions.map(async (resourceAttributes) => {
      const review = {
        apiVersion: "authorization.k8s.io/v1",
        kind: "SubjectAccessReview",
        spec: { user, resourceAttributes },
      };
      const { body } = await cluster.request("POST", "/apis/authorization.k8s.io/v1/subjectaccessreviews", review);
      return valueAt(body as Json, ["status", "allowed"]) === true;
    }),
  );
  const allowed = answers.filter((answer) => answer).length;
  return observation(
    "rbac-allows-discovery",
    allowed === answers.length,
    `the API server allows ${allowed} of ${answers.length} requests of ${account}`,
  );
};

/** Service and pods as the API server lists them; the port as Prometheus finds it. */
const observeServices = async (
  live: LiveStack,
  monitor: JsonObject,
  hasJob: boolean,
  targets: number,
): Promise<readonly Observation[]> => {
  const { cluster } = live;
  const chosen = namespacesOf(monitor) ?? (await selectedNames(cluster, "/api/v1/namespaces", {}));
  const existing = await selectedNames(cluster, "/api/v1/namespaces", {});
  const namespaces = chosen.filter((namespace) => existing.includes(namespace));
  const services = (
    await Promise.all(
      namespaces.map(async (namespace) => {
        const path = `/api/v1/namespaces/${namespace}/services`;
        const names = await selectedNames(cluster, path, valueAt(monitor, ["spec", "selector"]));
        return names.map((name) => ({ namespace, name }));
      }),
    )
  ).flat();
  const addresses = (await Promise.all(services.map((service) => addressesOf(live, service)))).flat();
  const reached = hasJob && addresses.length > 0;
  return [
    observation(
      "monitor-selects-namespace",
      // A namespace of another name may hold Services that the labels do not match either: only a hit tells.
      services.length > 0 ? true : namespaces.length === 0 ? false : null,
      `${namespaces.length} of ${chosen.length} namespaces exist`,
    ),
    observation(
      "monitor-selects-service",
      namespaces.length > 0 ? services.length > 0 : null,
      `${services.length} Services in ${namespaces.join(", ")} as the API server lists them`,
    ),
    observation(
      "port-exists",
      reached ? targets > 0 : null,
      `Prometheus makes ${targets} targets of ${addresses.length} addresses`,
    ),
    observation(
      "pods-exist",
      services.length > 0 ? addresses.length > 0 : null,
      `${addresses.length} addresses behind the Service`,
    ),
  ];
};

const addressesOf = async (
  { cluster }: LiveStack,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): Promise<readonly Json[]> => {
  const query = new URLSearchParams({ labelSelector: `kubernetes.io/service-name=${name}` });
  const path = `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices?${query}`;
  const { body } = await cluster.request("GET", path);
  return listAt(body as Json, ["items"]).flatMap((slice) =>
    listAt(slice, ["endpoints"]).flatMap((endpoint) => listAt(endpoint, ["addresses"])),
  );
};

const observeUniqueness = (targets: readonly JsonObject[], seen: Snapshot): Observation => {
  const urls = new Set(targets.map((target) => textAt(target, ["scrapeUrl"])));
  const others = seen.activeTargets.filter(
    (target) => !targets.includes(target) && urls.has(textAt(target, ["scrapeUrl"])),
  );
  const doubled = targets.length - urls.size + others.length;
  return observation(
    "target-is-unique",
    targets.length > 0 ? doubled === 0 : null,
    `${doubled} targets have the address of another one`,
  );
};

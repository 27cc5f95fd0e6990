import { allDone } from "../../core/all-done.ts";
import { capital } from "../../core/sentence.ts";
import { listOf, objectAt, objectsAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { requirementsOf } from "../../kubernetes/label-selector.ts";
import { type Json, valueAt } from "../../kubernetes/manifest.ts";
import { listPath } from "../../kubernetes/resource-path.ts";
import { monitoredNamespaces } from "../../signal/scrape/monitor-namespaces.ts";
import { roleOf } from "../../signal/scrape/scrape-job.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import { servicesIn } from "../../world/services.ts";
import { itemNames, listedNames, selecting } from "../prometheus/selected-live.ts";
import { type Known, knownFrom } from "../reach/known.ts";
import { withQuery } from "../reach/reader.ts";
import type { ObservedHop } from "../verification.ts";
import { targetHops } from "./missing-targets.ts";
import type { SeenMonitor, Tell } from "./seen-monitor.ts";

/** Why a monitor has no target: its namespaces, Services and pods as the API server lists them. */
export const discoveredHops = async (
  seen: SeenMonitor,
  hasJob: boolean,
  told: Tell,
): Promise<readonly ObservedHop[]> => {
  const access = await observeAccess(seen, told);
  const { kind } = seen.monitor.ref;
  if (kind !== "ServiceMonitor" && kind !== "PodMonitor") return [access];
  return [
    access,
    ...(kind === "ServiceMonitor" ? await serviceHops(seen, hasJob, told) : await podHops(seen, hasJob, told)),
  ];
};

const namespacesOf = ({ monitor, prometheus, scene }: SeenMonitor): readonly string[] | "all" =>
  monitoredNamespaces(monitor, prometheus, scene.resolution.world);

/** Those that exist, and how many were asked for. */
const existing = async (seen: SeenMonitor) => {
  const chosen = namespacesOf(seen);
  const listed = await seen.scene.api.get(listPath("v1", "namespaces", null));
  if (!listed.ok) return { ok: false as const, why: capital(listed.why) };
  const names = listedNames(listed);
  const there = chosen === "all" ? names : chosen.filter((name) => names.includes(name));
  return { ok: true as const, there, asked: chosen === "all" ? names.length : chosen.length };
};

const serviceHops = async (seen: SeenMonitor, hasJob: boolean, told: Tell): Promise<readonly ObservedHop[]> => {
  const { monitor, scene } = seen;
  const namespaces = await existing(seen);
  if (!namespaces.ok) return [told("monitor-selects-service", "cannot-be-seen", `${namespaces.why}.`)];
  const { there, asked } = namespaces;
  const labelled = (places: readonly string[]) =>
    inEach(places, async (namespace) => {
      const path = selecting(listPath("v1", "services", namespace), valueAt(monitor.body, ["spec", "selector"]));
      return knownFrom(await scene.api.get(path), (body) => itemNames(body).map((name) => ({ namespace, name })));
    });
  const { all: services, unread } = await labelled(there);
  // A monitor whose labels are right and whose namespaces are not has its Service where the files know of some.
  const others = servicesIn(scene.resolution.world).keys();
  const isTold = services.length === 0 && saysWhich(valueAt(monitor.body, ["spec", "selector"]));
  const { all: elsewhere } = isTold ? await labelled([...others].filter((one) => !there.includes(one))) : { all: [] };
  const { all: addresses, unread: unreadSlices } = await inEach(services, async ({ namespace, name }) => {
    const query = { labelSelector: `kubernetes.io/service-name=${name}` };
    const slices = await scene.api.get(withQuery(listPath("discovery.k8s.io/v1", "endpointslices", namespace), query));
    return knownFrom(slices, (body) =>
      objectsAt(body, ["items"])
        .flatMap((slice) => objectsAt(slice, ["endpoints"]))
        .flatMap((endpoint) => listOf(endpoint["addresses"])),
    );
  });
  return [
    told(
      "monitor-selects-namespace",
      // In a namespace of another name may be Services that the labels do not match either: only a hit tells.
      services.length > 0 ? "seen" : there.length === 0 || elsewhere.length > 0 ? "not-seen" : "cannot-be-seen",
      `${there.length} of ${asked} namespaces exist${elsewhere.length > 0 ? `, and its Services are in ${[...new Set(elsewhere.map(({ namespace }) => namespace))].join(", ")}` : ""}.`,
    ),
    told(
      "monitor-selects-service",
      services.length + elsewhere.length > 0
        ? "seen"
        : there.length === 0 || unread !== null
          ? "cannot-be-seen"
          : "not-seen",
      elsewhere.length > 0
        ? `Its labels are those of ${elsewhere.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")}.`
        : listedText(`${services.length} Services`, there, unread),
    ),
    ...(await targetHops(
      seen,
      hasJob && addresses.length > 0
        ? { names: new Set(services.map(({ name }) => name)), what: `${addresses.length} addresses` }
        : null,
      told,
    )),
    told(
      "pods-exist",
      services.length === 0 || (addresses.length === 0 && unreadSlices !== null)
        ? "cannot-be-seen"
        : addresses.length > 0
          ? "seen"
          : "not-seen",
      `${addresses.length} addresses are behind its Services${unreadSlices === null ? "" : ` as far as can be seen: ${unreadSlices}`}.`,
    ),
  ];
};

const listedText = (what: string, there: readonly string[], unread: string | null): string =>
  `The API server lists ${what} with its labels in ${there.join(", ") || "none of them"}${unread === null ? "" : `, as far as can be seen: ${unread}`}.`;

/** Whether a selector says what is meant, and not only what is not: that, every other Service meets somewhere. */
const saysWhich = (selector: Json | undefined): boolean =>
  requirementsOf(selector).some(({ operator }) => operator !== "NotIn" && operator !== "DoesNotExist");

const podHops = async (seen: SeenMonitor, hasJob: boolean, told: Tell): Promise<readonly ObservedHop[]> => {
  const { monitor, scene } = seen;
  const namespaces = await existing(seen);
  if (!namespaces.ok) return [told("pods-exist", "cannot-be-seen", `${namespaces.why}.`)];
  const { there, asked } = namespaces;
  const { all: pods, unread } = await inEach(there, async (namespace) => {
    const path = selecting(listPath("v1", "pods", namespace), valueAt(monitor.body, ["spec", "selector"]));
    return knownFrom(await scene.api.get(path), itemNames);
  });
  return [
    told(
      "monitor-selects-namespace",
      pods.length > 0 ? "seen" : there.length === 0 ? "not-seen" : "cannot-be-seen",
      `${there.length} of ${asked} namespaces exist.`,
    ),
    told(
      "pods-exist",
      pods.length > 0 ? "seen" : there.length === 0 || unread !== null ? "cannot-be-seen" : "not-seen",
      listedText(`${pods.length} pods`, there, unread),
    ),
    ...(await targetHops(
      seen,
      hasJob && pods.length > 0 ? { names: new Set(pods), what: `${pods.length} pods` } : null,
      told,
    )),
  ];
};

/** What is told of all of them together, and why of the first that is not told; a clause. */
const inEach = async <K, T>(keys: readonly K[], ask: (key: K) => Promise<Known<readonly T[]>>) => {
  const answers = await allDone(keys.map(ask));
  return {
    all: answers.flatMap((one) => (one.ok ? one.value : [])),
    unread: answers.flatMap((one) => (one.ok ? [] : [one.why]))[0] ?? null,
  };
};

/** Whether Prometheus' service account may discover there: the API server's authorizer decides. */
const observeAccess = async (seen: SeenMonitor, told: Tell): Promise<ObservedHop> => {
  const { prometheus, scene } = seen;
  const home = namespaceOf(prometheus, scene.resolution.world);
  const account = textOrEmpty(prometheus.body, ["spec", "serviceAccountName"]) || "default";
  const chosen = namespacesOf(seen);
  const questions = (chosen === "all" ? [""] : chosen).flatMap((namespace) =>
    discoveredKinds(seen).flatMap((kind) => ["list", "watch"].map((verb) => ({ namespace, verb, ...kind }))),
  );
  const user = `system:serviceaccount:${home}:${account}`;
  // A review is told the groups, too: https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/
  const groups = ["system:serviceaccounts", `system:serviceaccounts:${home}`, "system:authenticated"];
  const answers = await allDone(questions.map((attributes) => mayDo({ user, groups }, attributes, scene)));
  const lacks = questions[answers.indexOf(false)];
  if (lacks !== undefined)
    return told(
      "rbac-allows-discovery",
      "not-seen",
      `The API server refuses ${account}: ${lacks.verb} ${lacks.resource}${lacks.namespace && ` in ${lacks.namespace}`}.`,
    );
  return answers.includes(null)
    ? told("rbac-allows-discovery", "cannot-be-seen", "This account may not ask what others may do.")
    : told("rbac-allows-discovery", "seen", `The API server allows ${account} all that discovery asks for.`);
};

/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config */
const discoveredKinds = ({ monitor, prometheus }: SeenMonitor) => {
  const pods = { group: "", version: "v1", resource: "pods" };
  if (monitor.ref.kind === "PodMonitor") return [pods];
  const ends =
    roleOf(monitor, prometheus) === "endpoints"
      ? { group: "", version: "v1", resource: "endpoints" }
      : { group: "discovery.k8s.io", version: "v1", resource: "endpointslices" };
  return [ends, { group: "", version: "v1", resource: "services" }, pods];
};

/** A review is no object: nothing is written. Null where this account may not ask. */
const mayDo = async (
  subject: { readonly user: string; readonly groups: readonly string[] },
  resourceAttributes: Readonly<Record<string, string>>,
  scene: SeenMonitor["scene"],
): Promise<boolean | null> => {
  const answer = await scene.api.ask({
    method: "POST",
    path: listPath("authorization.k8s.io/v1", "subjectaccessreviews", null),
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      apiVersion: "authorization.k8s.io/v1",
      kind: "SubjectAccessReview",
      spec: { ...subject, resourceAttributes },
    }),
  });
  if (answer.status !== 201) return null;
  return objectAt(JSON.parse(answer.text), ["status"])["allowed"] === true;
};

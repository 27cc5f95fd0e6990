import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { objectAt, objectsAt, textAt, textOrEmpty, textsAt } from "../../src/kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { waitUntil } from "../cluster/wait-until.ts";
import { applyText, tokenOf } from "./accounts.ts";
import { exampleChart, repository, sourcesOf } from "./stack-sources.ts";
import { type WriteAnswer, type WriteRequest, type Written, writer, writesOf } from "./write-requests.ts";

const [accounts, account] = ["prometheus-stack-ci", "prometheus-stack-plan"];

/** What a deploy writes beside the objects of the stack: the lock, what is deployed, helm's record. */
const ofDeploy = `
apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: prometheus-stack-action.monitoring.prometheus-stack, namespace: default }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: prometheus-stack-action.prometheus-stack, namespace: monitoring }
---
apiVersion: v1
kind: Secret
metadata: { name: sh.helm.release.v1.prometheus-stack.v1, namespace: monitoring }
type: helm.sh/release.v1
---
apiVersion: v1
kind: Pod
metadata: { name: one, namespace: monitoring }
spec: { containers: [{ name: main, image: registry.test/app:1 }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: one, namespace: monitoring }
spec:
  serviceName: one
  selector: { matchLabels: { app: one } }
  template:
    metadata: { labels: { app: one } }
    spec: { containers: [{ name: main, image: registry.test/app:1 }] }
`;

let cluster: EmbeddedCluster;
let objects: readonly JsonObject[];
beforeAll(async () => {
  cluster = await startCluster({ nodes: 1 });
  await applyText(cluster, await readFile(join(repository, "docs/rbac/plan.yaml"), "utf8"));
  const sources = await sourcesOf(exampleChart);
  const crds = sources.filter(({ layer }) => layer === "crds").flatMap(({ bodies }) => bodies);
  const others = sources.filter(({ layer }) => layer !== "crds").flatMap(({ bodies }) => bodies);
  await apply(crds);
  await kubectl(cluster.kubeconfig, ["wait", "crd", "--all", "--for=condition=Established"]);
  await apply(others);
  await applyText(cluster, ofDeploy);
  // A Job that ends meanwhile would not take its own status of before.
  await kubectl(cluster.kubeconfig, ["wait", "jobs", "--all", "-n", "monitoring", "--for=condition=Complete"]);
  const seen = await kubectl(
    cluster.kubeconfig,
    ["get", "--filename=-", "--output=json"],
    [...[...crds, ...others].map((body) => JSON.stringify(body)), ...ofDeploy.split(/^---$/m)].join("\n---\n"),
  );
  objects = objectsAt(JSON.parse(seen) as Json, ["items"]);
});
afterAll(() => cluster?.stop());

const apply = (bodies: readonly JsonObject[]): Promise<void> =>
  applyServerSide(bodies.map((body) => JSON.stringify(body)).join("\n---\n"));
const applyServerSide = async (text: string): Promise<void> => {
  await kubectl(cluster.kubeconfig, ["apply", "--server-side", "--filename=-"], text);
};

/** The object as it is now, and those of its subresources that can be written. */
const asItIs = async (object: JsonObject): Promise<Written> => {
  const apiVersion = textOrEmpty(object, ["apiVersion"]);
  const path = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const all = objectsAt((await cluster.request("GET", path)).body as Json, ["resources"]);
  const own = all.find((one) => one["kind"] === object["kind"] && !textOrEmpty(one, ["name"]).includes("/")) ?? {};
  const served = {
    path,
    resource: textOrEmpty(own, ["name"]),
    namespaced: own["namespaced"] === true,
    verbs: textsAt(own, ["verbs"]),
  };
  const [namespace, name] = ["namespace", "name"].map((field) => textOrEmpty(object, ["metadata", field]));
  const at = `${path}${served.namespaced ? `/namespaces/${namespace}` : ""}/${served.resource}/${encodeURIComponent(name ?? "")}`;
  const subresources = new Map<string, JsonObject>();
  for (const one of all) {
    const [of, sub] = textOrEmpty(one, ["name"]).split("/");
    // A proxy is no object: see what no policy judges.
    if (of !== served.resource || sub === undefined || sub === "proxy") continue;
    if (!textsAt(one, ["verbs"]).includes("patch")) continue;
    const { body } = await cluster.request("GET", `${at}/${sub}`);
    if (isObject(body as Json)) subresources.set(sub, body as JsonObject);
  }
  return { served, subresources, object: (await cluster.request("GET", at)).body as JsonObject };
};

interface Tried extends WriteAnswer {
  readonly told: string;
}

/** One object of each kind and namespace, and by name the lock and what is noted of a deploy. */
const everyWrite = async (): Promise<readonly WriteRequest[]> => {
  const kindOf = (one: JsonObject): string =>
    `${one["apiVersion"]} ${one["kind"]} ${textAt(one, ["metadata", "namespace"])}`;
  const first = [...Map.groupBy(objects, kindOf).values()].map((same) => same[0] as JsonObject);
  const noted = objects.filter((one) => /action|helm\.release/.test(textOrEmpty(one, ["metadata", "name"])));
  const chosen = await Promise.all([...new Set([...first, ...noted])].map(asItIs));
  return chosen.flatMap(writesOf);
};

const tryAll = async (token: string, dryRun = false): Promise<readonly Tried[]> => {
  const send = writer(cluster, token);
  const tried: Tried[] = [];
  for (const one of await everyWrite()) {
    let answer = await send(one, dryRun);
    for (let left = 5; answer.status === 409 && left > 0; left--) answer = await send(await newest(one), dryRun);
    tried.push({ ...answer, told: tell(one) });
  }
  return tried;
};
/** A controller may have written since the object was read: the request with the version of now. */
const newest = async (one: WriteRequest): Promise<WriteRequest> => {
  const resourceVersion = textOrEmpty((await cluster.request("GET", one.path)).body as Json, [
    "metadata",
    "resourceVersion",
  ]);
  return { ...one, body: { ...one.body, metadata: { ...objectAt(one.body ?? {}, ["metadata"]), resourceVersion } } };
};
const tell = ({ method, path, type }: WriteRequest): string => `${method} ${path} (${type})`;

/** Everything in the cluster that is no one's heartbeat, by uid, with its version. */
const snapshot = async (): Promise<ReadonlyMap<string, string>> => {
  const kinds = [...new Set(objects.map((one) => textOrEmpty(one, ["kind"]).toLowerCase()))].filter(
    (one) => one !== "lease",
  );
  const text = await kubectl(cluster.kubeconfig, ["get", kinds.join(), "--all-namespaces", "--output=json"]);
  return new Map(
    objectsAt(JSON.parse(text) as Json, ["items"]).map((one) => [
      `${one["kind"]} ${textOrEmpty(one, ["metadata", "namespace"])}/${textOrEmpty(one, ["metadata", "name"])}`,
      JSON.stringify([
        valueAt(one, ["metadata", "uid"]),
        valueAt(one, ["metadata", "labels"]),
        one["spec"] ?? one["data"] ?? one["rules"],
      ]),
    ]),
  );
};

test("an administrator's dry runs of the same writes succeed, so that none is refused for what it says", async () => {
  const tried = await tryAll(cluster.adminToken, true);
  expect(tried.filter(({ status }) => status >= 300)).toEqual([]);
});

describe("the account of mode plan", () => {
  test("is denied every write of every kind that is touched", async () => {
    const token = await tokenOf(cluster, accounts, account);
    const before = await snapshot();
    const tried = await tryAll(token);
    console.log(`${tried.length} writes tried, ${tried.filter(({ status }) => status === 403).length} denied`);
    expect(tried.filter(({ status }) => status !== 403)).toEqual([]);
    // Those that RBAC would let pass are denied by the policy.
    expect(tried.filter(({ message }) => message.includes("changes-nothing")).length).toBeGreaterThan(20);
    expect(await snapshot()).toEqual(before);
  });

  test("is denied every one of them by the policy alone, were it an administrator", async () => {
    const administrator = ["create", "clusterrolebinding", "all", "--clusterrole=cluster-admin"];
    await kubectl(cluster.kubeconfig, [...administrator, `--serviceaccount=${accounts}:${account}`]);
    const token = await tokenOf(cluster, accounts, account);
    const body = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "tried", namespace: "default" } };
    const path = "/api/v1/namespaces/default/configmaps";
    const send = writer(cluster, token);
    const dry = { method: "POST", path, type: "application/json", body };
    await waitUntil("the binding holds", async () => (await send(dry, true)).status === 201);
    const before = await snapshot();
    const tried = await tryAll(token);
    expect(tried.filter(({ status, message }) => status !== 403 || !message.includes("changes-nothing"))).toEqual([]);
    expect(await snapshot()).toEqual(before);
  });

  test("what no policy judges is not granted to it", async () => {
    await kubectl(cluster.kubeconfig, ["delete", "clusterrolebinding", "all"]);
    const may = async (verb: string, named: string): Promise<unknown> => {
      const [whole = "", group = ""] = named.split(/\.(.*)/);
      const [resource, subresource] = whole.split("/");
      const user = `system:serviceaccount:${accounts}:${account}`;
      const resourceAttributes = { verb, group, resource, subresource, namespace: "monitoring" };
      const review = {
        apiVersion: "authorization.k8s.io/v1",
        kind: "SubjectAccessReview",
        spec: { user, resourceAttributes },
      };
      const { body } = await cluster.request("POST", "/apis/authorization.k8s.io/v1/subjectaccessreviews", review);
      return valueAt(body as Json, ["status", "allowed"]);
    };
    expect(await may("patch", "configmaps")).toBe(true);
    for (const resource of [
      "validatingadmissionpolicies.admissionregistration.k8s.io",
      "validatingadmissionpolicybindings.admissionregistration.k8s.io",
      "mutatingadmissionpolicies.admissionregistration.k8s.io",
      "pods/exec",
      "pods/attach",
      "pods/portforward",
      "pods/eviction",
      "services/proxy",
      "nodes/proxy",
      "serviceaccounts/token",
      "users",
    ])
      for (const verb of ["create", "update", "patch", "delete", "get", "impersonate"])
        expect([resource, verb, await may(verb, resource)]).toEqual([resource, verb, false]);
  });
});

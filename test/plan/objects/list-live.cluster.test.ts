import { beforeAll, describe, expect, test } from "vitest";
import { type ApiResources, readApiResources } from "../../../src/kubectl/api-resources.ts";
import type { Cluster } from "../../../src/outside/cluster.ts";
import { listLive } from "../../../src/plan/objects/list-live.ts";
import { readLive } from "../../../src/plan/objects/live-objects.ts";
import { openTestCluster } from "../../deploy/rig.ts";
import { kubeconfigAs } from "../../rbac/one-less.ts";
import { usePlanRig } from "../plan-rig.ts";

const on = usePlanRig();
const [quiet, crowded] = ["listed", "crowded"];

const namesOf = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
const refs = (kind: string, namespace: string, names: readonly string[]) =>
  names.map((name) => ({ apiVersion: "v1", kind, namespace, name }));
const wanted = namesOf("wanted", 9);

let api: ApiResources;
beforeAll(async () => {
  await on.kubectl(["create", "namespace", quiet]);
  await on.kubectl(["create", "namespace", crowded]);
  const objects = [
    ...refs("ConfigMap", quiet, wanted),
    ...refs("Secret", quiet, wanted),
    ...refs("ServiceAccount", quiet, namesOf("few", 2)),
    // The server answers by name: all of these come before what is looked for.
    ...refs("ConfigMap", crowded, [...namesOf("other", 60), ...wanted]),
  ].map(({ namespace, name, ...kind }) => JSON.stringify({ ...kind, metadata: { namespace, name } }));
  await on.kubectl(["create", "--filename=-", "--output=name"], objects.join("\n---\n"));
  api = await readApiResources(on.cluster, []);
});

/** What was asked for, beside what the cluster serves; the same objects have to be found as one by one. */
const requestsFor = async (asked: ReturnType<typeof refs>, cluster: Cluster): Promise<readonly string[]> => {
  const { result, requests } = await on.audited.during(() => listLive(asked, { api, cluster }));
  const named = await readLive(asked, on.cluster);
  expect(asked.map(result)).toEqual(asked.map(named));
  expect(asked.filter((ref) => result(ref) !== undefined).length).toBeGreaterThan(0);
  return requests.filter(({ path }) => path.includes("/namespaces/")).map(({ verb, path }) => `${verb} ${path}`);
};

describe("objects that are read of the cluster", () => {
  const path = `/api/v1/namespaces/${quiet}`;
  const absent = "not-there";

  test("are listed where many of a kind are wanted, one that is not there among them", async () => {
    const asked = refs("ConfigMap", quiet, [...wanted, absent]);
    expect(await requestsFor(asked, on.cluster)).toEqual([`list ${path}/configmaps?limit=60`]);
  });

  test("are read by name where there are few, or where they are Secrets", async () => {
    const few = refs("ServiceAccount", quiet, namesOf("few", 2));
    const requests = await requestsFor([...few, ...refs("Secret", quiet, wanted)], on.cluster);
    expect(requests).toHaveLength(11);
    expect(requests.filter((one) => one.startsWith("list"))).toEqual([]);
  });

  test("are read by name where the namespace holds more than one answer", async () => {
    const requests = await requestsFor(refs("ConfigMap", crowded, wanted), on.cluster);
    expect(requests.filter((one) => one.startsWith("list"))).toHaveLength(1);
    expect(requests.filter((one) => one.startsWith("get")).length).toBeGreaterThan(0);
  });

  test("are read by name by an account that may not list them", async () => {
    await on.kubectl(["create", "role", "reader", "-n", quiet, "--verb=get", "--resource=configmaps"]);
    await on.kubectl(["create", "rolebinding", "reader", "-n", quiet, "--role=reader", "--user=reader"]);
    const cluster = await openTestCluster(on.rig, await kubeconfigAs(on.audited, "reader"));
    const requests = await requestsFor(refs("ConfigMap", quiet, wanted), cluster);
    expect(requests.filter((one) => one.startsWith("list"))).toHaveLength(1);
    expect(requests.filter((one) => one.startsWith("get"))).toHaveLength(wanted.length);
  });
});

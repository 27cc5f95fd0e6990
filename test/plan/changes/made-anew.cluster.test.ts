import { afterAll, beforeAll, expect, test } from "vitest";
import { type Json, type JsonObject, valueAt } from "../../../src/kubernetes/manifest.ts";
import { lossesOf } from "../../../src/plan/changes/loss.ts";
import { applyAllSurely } from "../../judge/apply.ts";
import { type Court, openCourt } from "../../judge/court.ts";
import { draft, object } from "../drafts.ts";

let court: Court;
beforeAll(async () => {
  court = await openCourt();
});
afterAll(() => court?.close());

const stored = (storage: string, more: JsonObject = {}): JsonObject => ({
  storage: { volumeClaimTemplate: { spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage } } } } },
  ...more,
});
const deletes: JsonObject = { persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" } };

/** Each by its name: a Prometheus' spec, and what it is changed to. */
const cases: Readonly<Record<string, readonly [before: JsonObject, after: JsonObject]>> = {
  grows: [stored("1Gi", deletes), stored("2Gi", deletes)],
  "grows-and-stays": [stored("1Gi"), stored("2Gi")],
  service: [stored("1Gi", deletes), stored("1Gi", { ...deletes, serviceName: "other" })],
  ordered: [stored("1Gi", deletes), stored("1Gi", { ...deletes, podManagementPolicy: "OrderedReady" })],
  "same-size": [stored("1Gi", deletes), stored("1024Mi", deletes)],
  paused: [stored("1Gi", deletes), stored("1Gi", { ...deletes, minReadySeconds: 7 })],
};

const names = Object.keys(cases);
const prometheus = (name: string, spec: JsonObject): JsonObject =>
  object("monitoring.coreos.com/v1", "Prometheus", name, { spec });
const uid = async (path: string): Promise<Json | undefined> => {
  const { status, body } = await court.cluster.request("GET", path);
  return status === 200 ? valueAt(body as Json, ["metadata", "uid"]) : undefined;
};
const setPath = (name: string) => `/apis/apps/v1/namespaces/monitoring/statefulsets/prometheus-${name}`;
const uids = (path: (name: string) => string) => Promise.all(names.map((name) => uid(path(name))));
const claims = () =>
  uids((name) => {
    const claim = `prometheus-${name}-db-prometheus-${name}-0`;
    return `/api/v1/namespaces/monitoring/persistentvolumeclaims/${claim}`;
  });
const sets = () => uids(setPath);

test("the operator takes the claims along of the StatefulSets of which we say so, and of no other", async () => {
  const { request, processes } = court.cluster;
  await applyAllSurely(request, [{ apiVersion: "v1", kind: "Namespace", metadata: { name: "monitoring" } }]);
  // The operator refuses a Service of the user's that is not there, or that selects others.
  const other = object("v1", "Service", "other", {
    spec: { clusterIP: "None", selector: { prometheus: "service" }, ports: [{ port: 9090 }] },
  });
  await applyAllSurely(request, [other, ...names.map((name) => prometheus(name, cases[name]?.[0] ?? {}))]);
  await processes.until("there are claims", async () => !(await claims()).includes(undefined));
  const [setsBefore, claimsBefore] = await Promise.all([sets(), claims()]);
  const path = "/apis/monitoring.coreos.com/v1/namespaces/monitoring/prometheuses";
  for (const name of names) await request("PATCH", `${path}/${name}`, { spec: cases[name]?.[1] });
  const changed = (before: readonly unknown[], after: readonly unknown[]) =>
    names.filter((_, index) => after[index] !== before[index]);
  const anew = ["grows", "grows-and-stays", "service", "ordered"];
  await processes.until("the operator has acted", async () => {
    const [now, paused] = await Promise.all([sets(), request("GET", setPath("paused"))]);
    const acted = valueAt(paused.body as Json, ["spec", "minReadySeconds"]) === 7;
    return acted && !now.includes(undefined) && changed(setsBefore, now).length === anew.length;
  });
  await processes.until("there are claims again", async () => !(await claims()).includes(undefined));
  expect(changed(setsBefore, await sets())).toEqual(anew);
  const foretold = names.filter((name) => {
    const [before, after] = (cases[name] ?? []).map((spec) => prometheus(name, spec));
    return lossesOf([draft(before ?? null, after ?? null)], []).some(({ what }) => what.includes("whenDeleted"));
  });
  expect(foretold).toEqual(["grows", "service", "ordered"]);
  expect(changed(claimsBefore, await claims())).toEqual(foretold);
});

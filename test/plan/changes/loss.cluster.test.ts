import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { deployNow } from "../../deploy/rig.ts";
import { helmMajors } from "../../run/part.ts";
import { changesIn, expectRefused, planOf, prometheusCrd, usePlanRig } from "../plan-rig.ts";

const on = usePlanRig();

/** An object of the chart, before and after; `clause`: what is told of it, null where nothing is lost. */
interface Case {
  readonly kind: string;
  readonly name: string;
  readonly before: JsonObject;
  readonly after: JsonObject | null;
  readonly clause: string | null;
}

const prometheus = (name: string, before: JsonObject, after: JsonObject | null, clause: string | null): Case => ({
  ...{ kind: "Prometheus", name, clause },
  before: { spec: before },
  after: after === null ? null : { spec: after },
});

const claim = (storage: string): JsonObject => ({
  storage: { volumeClaimTemplate: { spec: { resources: { requests: { storage } } } } },
});

const pod = { metadata: { labels: { app: "a" } }, spec: { containers: [{ name: "main", image: "r" }] } };

const cases = (namespace: string): readonly Case[] => [
  prometheus("kept", { retention: "30d" }, { retention: "10d" }, "retention shrinks from 30d to 10d"),
  prometheus("sized", claim("10Gi"), claim("5Gi"), "storage shrinks from 10Gi to 5Gi"),
  prometheus(
    "stored",
    claim("10Gi"),
    { retention: "1d" },
    "storage is switched off: what its volumes hold is no longer read",
  ),
  prometheus("newer", { version: "v3.5.0" }, { version: "v3.4.0" }, "Prometheus goes back from version 3.5.0 to 3.4.0"),
  prometheus(
    "sharded",
    { shards: 2 },
    { shards: 1 },
    "shards shrink from 2 to 1: samples of those that go are no longer read",
  ),
  prometheus(
    "scaled",
    { ...claim("1Gi"), persistentVolumeClaimRetentionPolicy: { whenScaled: "Delete" }, replicas: 2 },
    { ...claim("1Gi"), persistentVolumeClaimRetentionPolicy: { whenScaled: "Delete" } },
    "replicas shrink from 2 to 1: the claims of those that go are deleted, with their data",
  ),
  prometheus("gone", {}, null, "it is deleted: what it holds goes with its pods"),
  prometheus("grows", { retention: "10d" }, { retention: "30d" }, null),
  {
    ...{
      kind: "PersistentVolumeClaim",
      name: "data",
      after: null,
      clause: "it is deleted, and the data in its volume",
    },
    before: {
      spec: {
        ...{ accessModes: ["ReadWriteOnce"], storageClassName: "", volumeName: namespace },
        resources: { requests: { storage: "1Gi" } },
      },
    },
  },
  {
    ...{ kind: "StatefulSet", name: "set", after: null, clause: "it is deleted, and its claims with their data" },
    before: {
      spec: {
        ...{ replicas: 0, serviceName: "set", selector: { matchLabels: { app: "a" } }, template: pod },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" },
      },
    },
  },
  {
    kind: "Namespace",
    name: `${namespace}-more`,
    before: {},
    after: null,
    clause: "it is deleted, and everything in it",
  },
];

const versions: Readonly<Record<string, string>> = {
  Prometheus: "monitoring.coreos.com/v1",
  StatefulSet: "apps/v1",
};

const volume = (name: string): string =>
  JSON.stringify({
    ...{ apiVersion: "v1", kind: "PersistentVolume", metadata: { name } },
    spec: {
      ...{ capacity: { storage: "1Gi" }, accessModes: ["ReadWriteOnce"], storageClassName: "" },
      ...{ persistentVolumeReclaimPolicy: "Retain", hostPath: { path: "/nowhere" } },
    },
  });

/** A folder of the repository for each namespace: one folder in two would be a renamed stack. */
const ownFolder = async (tree: Parameters<typeof on.request>[0]) => {
  const given = await on.request(tree);
  return { ...given, stack: { ...given.stack, path: tree.namespace ?? "" } };
};

describe.each(helmMajors())("with helm %i", (helm) => {
  const namespace = `loss-${helm}`;
  const all = cases(namespace);
  const nameOfCase = ({ kind, name }: Case): string =>
    kind === "Namespace" ? `${kind}/${name}` : `${kind}/${namespace}/${name}`;
  const request = async (side: "before" | "after", allowDataLoss: readonly string[] = []) =>
    ownFolder({
      ...{ helm, namespace, inputs: { allowDataLoss } },
      chart: await on.chart(`chart-${helm}-${side}`, {
        crds: prometheusCrd,
        templates: all
          .flatMap(({ kind, name, [side]: body }) =>
            body === null
              ? []
              : [JSON.stringify({ apiVersion: versions[kind] ?? "v1", kind, metadata: { name }, ...body })],
          )
          .join("\n---\n"),
      }),
    });

  test("what would lose data is refused, each object that is not named, and done where all are", async () => {
    await on.kubectl(["apply", "-f", "-"], volume(namespace));
    await deployNow(await request("before"));
    const losing = all.filter(({ clause }) => clause !== null);
    const given = await request("after");
    const plan = await planOf(given);
    expect(Object.fromEntries(plan.losses.map(({ ref, what }) => [`${ref.kind} ${ref.name}`, what]))).toEqual(
      Object.fromEntries(losing.map(({ kind, name, clause }) => [`${kind} ${name}`, clause])),
    );
    await expectRefused(on, given, "data-loss", ...losing.map(({ clause }) => clause ?? ""));
    const names = losing.map(nameOfCase);
    const half = await expectRefused(on, await request("after", names.slice(1)), "data-loss", losing[0]?.clause ?? "");
    expect(half.message).not.toContain(losing[1]?.clause);
    expect(half.hint).toContain(`allow-data-loss, e.g. ${names[0]}`);
    const whole = await request("after", names);
    await deployNow(whole);
    expect(changesIn(await planOf(whole)).filter((line) => !line.includes("Namespace"))).toEqual([]);
  });

  test("a Prometheus of another name gives way to the new one", async () => {
    const named = async (name: string) =>
      ownFolder({
        ...{ helm, namespace: `${namespace}-renamed` },
        chart: await on.chart(`chart-${helm}-${name}`, {
          crds: prometheusCrd,
          templates: `apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: { name: ${name} }\n`,
        }),
      });
    await deployNow(await named("old"));
    await expectRefused(on, await named("new"), "data-loss", `it gives way to Prometheus ${namespace}-renamed/new`);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { readDeployed } from "../../src/plan/order/deployed-state.ts";
import { deployNow } from "../deploy/rig.ts";
import { changesIn, expectRefused, planOf, tryDeploy, usePlanRig } from "./plan-rig.ts";

const on = usePlanRig();

let count = 0;
let namespace: string;
beforeEach(async () => {
  count += 1;
  namespace = `case-${count}`;
  await on.kubectl(["create", "namespace", namespace]);
});

const templates = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: of-chart }\n";

/** Of a release of prometheus-operator; `fields` of spec, all numbers. Each case has a group of its own. */
const crd = (version: string, ...fields: readonly string[]): string =>
  JSON.stringify({
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `meters.${namespace}.example`, annotations: { "operator.prometheus.io/version": version } },
    spec: {
      group: `${namespace}.example`,
      scope: "Namespaced",
      names: { kind: "Meter", plural: "meters" },
      versions: [
        {
          ...{ name: "v1", served: true, storage: true },
          schema: {
            openAPIV3Schema: {
              type: "object",
              properties: {
                spec: {
                  type: "object",
                  properties: Object.fromEntries(fields.map((name) => [name, { type: "integer" }])),
                },
              },
            },
          },
        },
      ],
    },
  });

/** A CRD that is served in one more version, which nothing is stored in. */
const withVersion = (text: string, name: string): string =>
  text.replace(
    '"versions":[',
    () =>
      `"versions":[{"name":"${name}","served":true,"storage":false,"schema":{"openAPIV3Schema":{"type":"object"}}},`,
  );

const meter = (spec: Readonly<Record<string, number>>, name = "m"): string =>
  JSON.stringify({ apiVersion: `${namespace}.example/v1`, kind: "Meter", metadata: { name, namespace }, spec });

const several = (...objects: readonly string[]): string => objects.map((one) => `---\n${one}\n`).join("");

type Inputs = NonNullable<Parameters<typeof on.request>[0]["inputs"]>;
const request = async (crds: string | undefined, overlay: string, inputs: Inputs = {}, helm: 3 | 4 = 4) =>
  on.request({
    ...{ helm, namespace, createNamespace: false, inputs },
    chart: await on.chart(`chart-${namespace}`, { templates, ...(crds === undefined ? {} : { crds }) }),
    overlays: overlay === "" ? [] : [overlay],
  });

const liveVersion = async (): Promise<unknown> =>
  JSON.stringify((await on.get("crd", `meters.${namespace}.example`))?.["metadata"]).match(/"(\d+\.\d+\.\d+)"/)?.[1];

describe("the chart's CRDs", () => {
  test("that are newer in the cluster stay, so that no field of live objects vanishes", async () => {
    await on.kubectl(["apply", "--server-side", "-f", "-"], crd("0.80.0", "size", "newer"));
    await on.kubectl(["wait", "--for=condition=Established", `crd/meters.${namespace}.example`]);
    await on.kubectl(["apply", "-f", "-"], meter({ size: 1, newer: 7 }, "theirs"));
    const given = await request(crd("0.79.0", "size"), meter({ size: 1 }));
    const plan = await planOf(given);
    expect(changesIn(plan)).toEqual(["release create ConfigMap of-chart", "overlay create Meter m"]);
    expect(plan.notes).toContain(
      `meters.${namespace}.example stays as it is: the cluster has it of release 0.80.0, the chart of 0.79.0.`,
    );
    await deployNow(given);
    expect(await liveVersion()).toBe("0.80.0");
    expect((await on.get(`meters.${namespace}.example`, "theirs", namespace))?.["spec"]).toEqual({ size: 1, newer: 7 });
  });

  test("that are older there are updated, and what needs their new field is unverified, then applied", async () => {
    await deployNow(await request(crd("0.79.0", "size"), meter({ size: 1 })));
    const given = await request(crd("0.80.0", "size", "newer"), meter({ size: 1, newer: 7 }));
    const plan = await planOf(given);
    expect(changesIn(plan)).toEqual([
      `crds update CustomResourceDefinition meters.${namespace}.example`,
      "overlay update Meter m (unverified)",
    ]);
    expect(plan.objects.at(-1)).toMatchObject({
      unverified: "the CustomResourceDefinition of Meter changes with this plan",
      changes: [{ pointer: "/spec/newer", before: null, after: "7" }],
    });
    expect((await deployNow(given)).release?.revision).toBe(1);
    expect(await liveVersion()).toBe("0.80.0");
    expect((await on.get(`meters.${namespace}.example`, "m", namespace))?.["spec"]).toEqual({ size: 1, newer: 7 });
    expect(changesIn(await planOf(given))).toEqual([]);
  });

  test("tell the fields and the versions that go with their update, and may not lose one that is stored", async () => {
    await deployNow(await request(withVersion(crd("0.79.0", "size", "gone"), "v0"), meter({ size: 1 })));
    const served = await planOf(await request(crd("0.80.0", "size"), meter({ size: 1 })));
    const gone = served.objects[0]?.changes.filter(({ after }) => after === null) ?? [];
    expect(gone.map(({ pointer, before }) => `${pointer} ${before}`).toSorted()).toEqual([
      '/spec/versions/0/name "v0"',
      '/spec/versions/0/schema/openAPIV3Schema/type "object"',
      "/spec/versions/0/served true",
      "/spec/versions/0/storage false",
      '/spec/versions/1/schema/openAPIV3Schema/properties/spec/properties/gone/type "integer"',
    ]);
    expect(served.notes).toContain(
      `meters.${namespace}.example is no longer served as v0: its objects stay, and whoever asks for them so is refused.`,
    );
    expect([served.losses, served.obstacles]).toEqual([[], []]);
    const without = crd("0.80.0", "size").replace('"name":"v1"', '"name":"v2"');
    await expectRefused(on, await request(without, ""), "apply-failed", `meters.${namespace}.example: v1`);
    await expect(on.kubectl(["apply", "--server-side", "--force-conflicts", "-f", "-"], without)).rejects.toThrow(
      "status.storedVersions",
    );
    await deployNow(await request(crd("0.80.0", "size"), meter({ size: 1 })));
    const spec = JSON.stringify((await on.get("crd", `meters.${namespace}.example`))?.["spec"]);
    expect([spec.includes('"v0"'), spec.includes("gone")]).toEqual([false, false]);
  });

  test("are refused with crds: check where they differ, and not looked at with crds: skip", async () => {
    const first = await request(crd("0.79.0", "size"), "", { crds: "check" });
    await expectRefused(on, first, "apply-failed", `meters.${namespace}.example: not there`, "set crds to apply");
    await deployNow(await request(crd("0.79.0", "size"), ""));
    expect((await tryDeploy(on, first)).error).toBeNull();
    const other = crd("0.80.0", "size", "newer");
    await expectRefused(on, await request(other, "", { crds: "check" }), "apply-failed", `.example: another one`);
    const skipped = await request(other, "", { crds: "skip" });
    expect((await planOf(skipped)).objects.map(({ layer }) => layer)).toEqual(["release"]);
    expect((await tryDeploy(on, skipped)).writes).toEqual([]);
    expect(await liveVersion()).toBe("0.79.0");
  });

  test.each([3, 4] as const)("come first where an object of the chart needs them, with helm %i", async (helm) => {
    const chart = await on.chart(`chart-${namespace}`, {
      templates: meter({ size: 1 }).replace(`,"namespace":"${namespace}"`, ""),
      crds: crd("0.79.0", "size"),
    });
    const given = await on.request({ helm, namespace, createNamespace: false, chart });
    expect(changesIn(await planOf(given))).toEqual([
      `crds create CustomResourceDefinition meters.${namespace}.example`,
      "release create Meter m (unverified)",
    ]);
    await deployNow(given);
    expect(changesIn(await planOf(given))).toEqual([]);
  });

  test.each([3, 4] as const)("may be there before the namespace is, with helm %i", async (helm) => {
    await on.kubectl(["apply", "--server-side", "-f", "-"], crd("0.79.0", "size"));
    const chart = await on.chart(`chart-${namespace}`, {
      templates: `${templates}---\n${meter({ size: 1 }).replace(`,"namespace":"${namespace}"`, "")}`,
      crds: crd("0.79.0", "size"),
    });
    const given = await on.request({ helm, namespace: `${namespace}-new`, chart });
    expect((await planOf(given)).objects).toMatchObject([
      { layer: "crds", action: "unchanged" },
      { layer: "release", action: "create", unverified: `the namespace ${namespace}-new comes with this plan` },
      { layer: "release", action: "create", unverified: `the namespace ${namespace}-new comes with this plan` },
    ]);
    await deployNow(given);
    expect(changesIn(await planOf(given))).toEqual([]);
  });
});

const map = (name: string, where = namespace): string =>
  JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name, namespace: where }, data: { a: "1" } });
const space = (name: string): string => JSON.stringify({ apiVersion: "v1", kind: "Namespace", metadata: { name } });

const inventory = async (): Promise<readonly string[]> => {
  const reading = await readDeployed(on.cluster, { name: "stack", namespace });
  return reading.ok ? (reading.deployed?.objects ?? []).map(({ kind, name }) => `${kind} ${name}`) : [reading.why];
};

const env = { GITHUB_REPOSITORY: "acme/stack", GITHUB_SHA: "a".repeat(40), GITHUB_RUN_ID: "7" };
const tree = async (objects: readonly string[], inputs: Inputs = {}) =>
  on.request({
    ...{ namespace, createNamespace: false, inputs, env },
    chart: await on.chart(`chart-${namespace}`, { templates }),
    overlays: [several(...objects)],
  });

describe("what the tree has no more", () => {
  test("is listed, and deleted where prune is on: never a Namespace or a CRD, and only what bears our stamp", async () => {
    const extra = `${namespace}-extra`;
    const other = crd("0.79.0", "size");
    await deployNow(await tree([space(extra), other, map("keep"), map("goes"), map("redone"), map("inside", extra)]));
    expect((await inventory()).length).toBe(6);
    // Somebody made it anew, so that it is no longer ours.
    await on.kubectl(["delete", "configmap", "redone", "-n", namespace]);
    await on.kubectl(["create", "configmap", "redone", "-n", namespace]);

    const off = await tree([map("keep")]);
    const stale = ["Namespace", "CustomResourceDefinition", "ConfigMap goes", "ConfigMap inside"];
    const told = (await planOf(off)).stale.map(({ kind, name }) => `${kind} ${name}`);
    expect(told.map((one) => stale.find((part) => one.startsWith(part)))).toEqual(stale);
    expect((await tryDeploy(on, off)).writes).toEqual([]);

    const pruning = await tree([map("keep")], { prune: true });
    const plan = await planOf(pruning);
    expect(changesIn(plan)).toEqual(["prune delete ConfigMap goes", "prune delete ConfigMap inside"]);
    expect(plan.stale.map(({ kind }) => kind)).toEqual(["Namespace", "CustomResourceDefinition"]);
    const { report, writes } = await tryDeploy(on, pruning);
    expect(report?.objects.filter(({ action }) => action === "deleted").map(({ ref }) => ref.name)).toEqual([
      "goes",
      "inside",
    ]);
    expect(writes.filter((line) => line.startsWith("delete"))).toHaveLength(2);
    for (const [kind, name] of [
      ["namespace", extra],
      ["crd", `meters.${namespace}.example`],
    ] as const)
      expect(await on.get(kind, name)).not.toBeNull();
    expect(await on.get("configmap", "redone", namespace)).not.toBeNull();
    expect(changesIn(await planOf(pruning))).toEqual([]);
  });

  test("is known after a deploy that failed, and after one that came between", async () => {
    await deployNow(await tree([map("first")]));
    const broken = await on.request({
      ...{ namespace, createNamespace: false, env, timeoutMs: 3000 },
      chart: await on.chart(`broken-${namespace}`, {
        templates: `${templates}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: "{{ if .Release.IsUpgrade }}Bad_Name{{ end }}" }\n`,
      }),
      overlays: [map("second")],
      base: map("third"),
    });
    expect((await tryDeploy(on, broken)).writes).toEqual([]);
    const failing = await on.request({
      ...{ namespace, createNamespace: false, env, timeoutMs: 3000 },
      chart: await on.chart(`failing-${namespace}`, { templates: `${templates}---\n${failingHook}` }),
      overlays: [map("second")],
      base: map("third"),
    });
    expect((await tryDeploy(on, failing)).error).toMatchObject({
      reason: expect.stringMatching(/timeout|apply-failed/),
    });
    // The second was noted before it could be put there, and is none of those that are left.
    expect((await inventory()).toSorted()).toEqual(["ConfigMap first", "ConfigMap second", "ConfigMap third"]);
    const { stale } = await planOf(await tree([]));
    expect(stale.map(({ name }) => name).toSorted()).toEqual(["first", "third"]);
  });

  test("is not what the tree has in another version, whether its kind gets that with this plan or has it already", async () => {
    const versioned = (...names: readonly string[]): string =>
      JSON.stringify({
        ...{ apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition" },
        metadata: { name: `meters.${namespace}.example` },
        spec: {
          ...{ group: `${namespace}.example`, scope: "Namespaced", names: { kind: "Meter", plural: "meters" } },
          versions: names.map((name) => ({
            ...{ name, served: true, storage: name === "v1beta1" },
            schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
          })),
        },
      });
    const older = meter({ size: 1 }).replace("/v1", "/v1beta1");
    const deletesIn = async (given: Awaited<ReturnType<typeof tree>>): Promise<readonly string[]> =>
      changesIn(await planOf(given)).filter((line) => line.includes("delete"));
    await deployNow(await tree([versioned("v1beta1"), older]));
    const next = await tree([versioned("v1beta1", "v1"), meter({ size: 1 })], { prune: true });
    expect(await deletesIn(next)).toEqual([]);
    await deployNow(next);
    expect(await on.get(`meters.${namespace}.example`, "m", namespace)).not.toBeNull();
    expect((await inventory()).filter((one) => one.startsWith("Meter"))).toEqual(["Meter m"]);
    const back = await tree([versioned("v1beta1", "v1"), older], { prune: true });
    expect(await deletesIn(back)).toEqual([]);
    expect((await planOf(await tree([versioned("v1beta1", "v1"), older]))).stale).toEqual([]);
  });

  test("and that somebody deleted already is no change", async () => {
    await deployNow(await tree([map("one"), map("two")]));
    const pruning = await tree([map("one")], { prune: true });
    await on.kubectl(["delete", "configmap", "two", "-n", namespace]);
    expect(changesIn(await planOf(pruning))).toEqual([]);
  });
});

/** A hook that never ends well: no node takes its pod. */
const failingHook = `apiVersion: v1
kind: Pod
metadata: { name: hook, annotations: { helm.sh/hook: pre-upgrade } }
spec:
  restartPolicy: Never
  nodeSelector: { nowhere: "1" }
  containers: [{ name: main, image: "registry.test/a:1" }]
`;

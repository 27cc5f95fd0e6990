import { beforeEach, describe, expect, test } from "vitest";
import { nameOf } from "../../src/core/finding.ts";
import type { PlanRequest } from "../../src/plan/plan-request.ts";
import { deployNow } from "../deploy/rig.ts";
import { changesIn, expectRefused, planOf, reasonsIn, tryDeploy, usePlanRig } from "./plan-rig.ts";

const on = usePlanRig();

let count = 0;
let namespace: string;
beforeEach(async () => {
  count += 1;
  namespace = `case-${count}`;
});

const makeNamespace = (): Promise<string> => on.kubectl(["create", "namespace", namespace]);

interface Meta {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly kind?: string;
}

const object = (
  name: string,
  data: Readonly<Record<string, string>>,
  { kind = "ConfigMap", ...meta }: Meta = {},
): string => JSON.stringify({ apiVersion: "v1", kind, metadata: { name, namespace, ...meta }, data });

const several = (...objects: readonly string[]): string => objects.map((one) => `---\n${one}\n`).join("");

const by = (manager: string, text: string): Promise<string> =>
  on.kubectl(["apply", "--server-side", "--force-conflicts", `--field-manager=${manager}`, "-f", "-"], text);

interface Options extends Partial<Parameters<typeof on.request>[0]> {
  readonly templates?: string;
}

const request = async ({ templates = object("of-chart", { a: "1" }), ...tree }: Options = {}): Promise<PlanRequest> =>
  on.request({
    ...{ namespace, createNamespace: false, timeoutMs: 30_000 },
    ...{ chart: await on.chart(`chart-${namespace}`, { templates }), ...tree },
  });

const dataOf = async (name: string): Promise<unknown> => (await on.get("configmap", name, namespace))?.["data"];

describe("refused before anything is written", () => {
  beforeEach(makeNamespace);

  test("what admission refuses of a new overlay object", async () => {
    const rule = { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE", "UPDATE"], resources: ["configmaps"] };
    const match = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } } };
    const policy = {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicy",
      metadata: { name: namespace },
      spec: {
        matchConstraints: { ...match, resourceRules: [rule] },
        validations: [{ expression: "!has(object.data) || !('forbidden' in object.data)", message: "not with us" }],
      },
    };
    const binding = {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicyBinding",
      metadata: { name: namespace },
      spec: { policyName: namespace, validationActions: ["Deny"] },
    };
    await on.kubectl(["apply", "-f", "-"], several(JSON.stringify(policy), JSON.stringify(binding)));
    const bad = object("bad", { forbidden: "1" });
    await expect
      .poll(() => on.kubectl(["apply", "--dry-run=server", "-f", "-"], bad).catch(String), { timeout: 20_000 })
      .toContain("not with us");
    const given = await request({ overlays: [several(object("fine", { a: "1" }), bad)] });
    await expectRefused(on, given, "apply-failed", `ConfigMap ${namespace}/bad`, "not with us");
  });

  test("an object that is being deleted, though nothing differs", async () => {
    const metadata = { name: "going", namespace, finalizers: ["test.example/held"] };
    const going = JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata, data: { a: "1" } });
    const given = await request({ overlays: [going] });
    await deployNow(given);
    await on.kubectl(["delete", "configmap", "going", "--namespace", namespace, "--wait=false"]);
    await expectRefused(
      on,
      given,
      "apply-failed",
      `ConfigMap ${namespace}/going: since 20`,
      "held by test.example/held",
    );
    await on.kubectl([
      "patch",
      "configmap",
      "going",
      "--namespace",
      namespace,
      "--patch",
      '{"metadata":{"finalizers":null}}',
    ]);
    expect((await planOf(given)).obstacles).toEqual([]);
  });

  test("a kind that the cluster does not know, beside one that it would take", async () => {
    const unknown = JSON.stringify({
      ...{ apiVersion: "cert.example/v1", kind: "Certificate" },
      metadata: { name: "c", namespace },
    });
    await expectRefused(
      on,
      await request({ overlays: [several(object("fine", {}), unknown)] }),
      "apply-failed",
      "Certificate",
    );
  });

  test("a namespace that nothing makes", async () => {
    const elsewhere = JSON.stringify({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "a", namespace: "nowhere" },
    });
    await expectRefused(
      on,
      await request({ overlays: [elsewhere] }),
      "apply-failed",
      "the namespace nowhere is not there",
    );
  });

  test.each([3, 4] as const)("an object of nobody that the chart would make, with helm %i", async (helm) => {
    await on.kubectl(["apply", "-f", "-"], object("of-chart", { a: "9" }));
    await expectRefused(
      on,
      await request({ helm }),
      "owned-elsewhere",
      `ConfigMap ${namespace}/of-chart`,
      `allow-owned, e.g. ConfigMap/${namespace}/of-chart`,
    );
  });

  test.each([
    [
      "another helm release",
      { annotations: { "meta.helm.sh/release-name": "other", "meta.helm.sh/release-namespace": "x" } },
      "helm release x/other",
    ],
    [
      "Argo CD",
      { annotations: { "argocd.argoproj.io/tracking-id": "shop:/ConfigMap:NAMESPACE/held" } },
      "Argo CD application shop",
    ],
    [
      "Flux's Kustomization",
      { labels: { "kustomize.toolkit.fluxcd.io/name": "apps", "kustomize.toolkit.fluxcd.io/namespace": "flux" } },
      "Flux Kustomization flux/apps",
    ],
    [
      "Flux's HelmRelease",
      { labels: { "helm.toolkit.fluxcd.io/name": "kps", "helm.toolkit.fluxcd.io/namespace": "flux" } },
      "Flux HelmRelease flux/kps",
    ],
  ] as const)("an object of %s, in the chart or in the tree", async (_, marks, owner) => {
    const own = JSON.parse(JSON.stringify(marks).replace("NAMESPACE", namespace)) as Meta;
    await by("helm", object("held", { b: "1" }, own));
    const overlay = await request({ overlays: [object("held", { a: "1" })] });
    await expectRefused(on, overlay, "owned-elsewhere", `ConfigMap ${namespace}/held: ${owner}`);
    const inChart = await request({ templates: object("held", { a: "1" }) });
    await expectRefused(on, inChart, "owned-elsewhere", `ConfigMap ${namespace}/held: ${owner}`);
    const plan = await planOf(overlay);
    expect(plan.objects.find(({ ref }) => ref.name === "held")).toMatchObject({ action: "update", owner });
  });

  test("a field of an overlay object that another manager holds", async () => {
    await by("somebody", object("held", { a: "9" }));
    const given = await request({ overlays: [several(object("held", { a: "1" }), object("new", { a: "1" }))] });
    await expectRefused(on, given, "owned-elsewhere", `ConfigMap ${namespace}/held: .data.a (held by somebody)`);
  });

  test("a field of a chart object that another manager holds, with helm 4", async () => {
    await deployNow(await request({ templates: object("of-chart", { a: "1" }) }));
    await by("somebody", object("of-chart", { a: "9" }));
    const given = await request({ templates: object("of-chart", { a: "2" }), overlays: [object("new", { a: "1" })] });
    await expectRefused(on, given, "owned-elsewhere", `ConfigMap ${namespace}/of-chart: .data.a (held by somebody)`);
  });

  test("what somebody added to an item of a list that is one value, with helm 4", async () => {
    const rule = { apiGroups: [""], resources: ["secrets"], verbs: ["get"] };
    const role = (more: object): string =>
      JSON.stringify({
        ...{ apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role", metadata: { name: "role", namespace } },
        rules: [{ ...rule, ...more }],
      });
    await deployNow(await request({ templates: role({}) }));
    await by("somebody", role({ resourceNames: ["theirs"] }));
    await expectRefused(on, await request({ templates: role({}) }), "owned-elsewhere", ".rules (held by somebody)");
  });

  test("all of it at once, in one plan", async () => {
    await by("somebody", object("held", { a: "9" }));
    await by("other", object("theirs", {}, { labels: { "kustomize.toolkit.fluxcd.io/name": "apps" } }));
    const plan = await planOf(
      await request({
        overlays: [several(object("held", { a: "1" }), object("theirs", { a: "1" }), object("Bad_Name", { a: "1" }))],
      }),
    );
    expect(reasonsIn(plan)).toEqual(["owned-elsewhere", "owned-elsewhere", "apply-failed"]);
    expect(plan.obstacles.map(({ message }) => message).join("\n")).toMatch(/theirs[\s\S]*held[\s\S]*Bad_Name/);
  });

  test("a CustomResourceDefinition that another release holds", async () => {
    const crd = JSON.stringify({
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: {
        name: `things.${namespace}.example`,
        annotations: { "meta.helm.sh/release-name": "crds", "meta.helm.sh/release-namespace": "x" },
      },
      spec: {
        group: `${namespace}.example`,
        scope: "Namespaced",
        names: { kind: "Thing", plural: "things" },
        versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object" } } }],
      },
    });
    await by("helm", crd);
    const other = crd
      .replace('"type":"object"', '"type":"object","description":"ours"')
      .replace(/"annotations":\{[^}]*\}/, '"labels":{}');
    const chart = await on.chart(`chart-${namespace}`, { templates: object("of-chart", {}), crds: other });
    await expectRefused(
      on,
      await request({ chart }),
      "owned-elsewhere",
      `things.${namespace}.example: helm release x/crds`,
    );
    const allowed = { allowOwned: [`CustomResourceDefinition/things.${namespace}.example`] };
    expect((await tryDeploy(on, await request({ chart, inputs: allowed }))).error).toBeNull();
  });
});

describe("what is taken over is what allow-owned names", () => {
  beforeEach(makeNamespace);

  test("of two overlay objects the one that is named", async () => {
    await by("somebody", several(object("one", { a: "9" }), object("two", { a: "9" })));
    const overlays = [several(object("one", { a: "1" }), object("two", { a: "1" }))];
    const inputs = { allowOwned: [`ConfigMap/${namespace}/one`] };
    const error = await expectRefused(
      on,
      await request({ overlays, inputs }),
      "owned-elsewhere",
      `ConfigMap ${namespace}/two`,
    );
    expect(error.message).not.toContain(`ConfigMap ${namespace}/one`);
    await deployNow(await request({ overlays: [object("one", { a: "1" })], inputs }));
    expect([await dataOf("one"), await dataOf("two")]).toEqual([{ a: "1" }, { a: "9" }]);
    const managers = JSON.stringify((await on.get("configmap", "two", namespace))?.["metadata"]);
    expect(managers).not.toContain("prometheus-stack-action");
  });

  test.each([3, 4] as const)("objects of nobody that the chart would make, with helm %i", async (helm) => {
    await on.kubectl(["apply", "-f", "-"], several(object("one", { a: "9", z: "1" }), object("two", { a: "9" })));
    const templates = several(object("one", { a: "1" }), object("two", { a: "1" }));
    const named = (...names: readonly string[]) => ({
      allowOwned: names.map((name) => `ConfigMap/${namespace}/${name}`),
    });
    const half = await request({ helm, templates, inputs: named("one") });
    const error = await expectRefused(on, half, "owned-elsewhere", `ConfigMap ${namespace}/two`);
    expect(error.message).not.toContain(`ConfigMap ${namespace}/one`);
    const whole = await request({ helm, templates, inputs: named("one", "two") });
    const foretold = (await planOf(whole)).objects.map(({ action }) => action);
    expect(foretold).toEqual(["update", "update"]);
    await deployNow(whole);
    expect(await dataOf("one")).toEqual({ a: "1", z: "1" });
    expect(changesIn(await planOf(await request({ helm, templates })))).toEqual([]);
  });

  test("fields of chart objects, with helm 4, where all of them are named", async () => {
    const templates = (value: string) => several(object("one", { a: value }), object("two", { a: value }));
    await deployNow(await request({ templates: templates("1") }));
    await by("somebody", several(object("one", { a: "9" }), object("two", { a: "9" })));
    const named = (...names: readonly string[]) => ({
      allowOwned: names.map((name) => `ConfigMap/${namespace}/${name}`),
    });
    const half = await request({ templates: templates("2"), inputs: named("one") });
    await expectRefused(on, half, "owned-elsewhere", `ConfigMap ${namespace}/two`);
    await deployNow(await request({ templates: templates("2"), inputs: named("one", "two") }));
    expect([await dataOf("one"), await dataOf("two")]).toEqual([{ a: "2" }, { a: "2" }]);
  });
});

describe("what somebody changed by hand", () => {
  beforeEach(makeNamespace);

  test("of a chart object is seen and taken back with helm 3, and refused with helm 4", async () => {
    for (const helm of [3, 4] as const) {
      await deployNow(await request({ helm }));
      await on.kubectl(["patch", "configmap", "of-chart", "-n", namespace, "-p", '{"data":{"a":"9"}}']);
      const given = await request({ helm });
      const plan = await planOf(given);
      const seen = plan.objects.find(({ ref }) => ref.name === "of-chart");
      expect(seen).toMatchObject({ action: "update" });
      if (helm === 3) {
        expect(seen?.changes).toMatchObject([{ pointer: "/data/a", before: '"9"', after: '"1"' }]);
        expect((await deployNow(given)).release?.revision).toBe(2);
        expect(await dataOf("of-chart")).toEqual({ a: "1" });
      } else await expectRefused(on, given, "owned-elsewhere", ".data.a (held by kubectl-patch)");
      await on.kubectl(["delete", "secret,configmap", "--all", "-n", namespace]);
    }
  });

  test("of an overlay object is refused, and what they deleted is made again", async () => {
    const overlays = [several(object("one", { a: "1" }), object("two", { a: "1" }))];
    await deployNow(await request({ overlays }));
    await on.kubectl(["delete", "configmap", "two", "-n", namespace]);
    const given = await request({ overlays });
    expect(changesIn(await planOf(given))).toEqual(["overlay create ConfigMap two"]);
    const report = await deployNow(given);
    expect(report.release?.revision).toBe(1);
    expect(report.objects.map(({ ref, action }) => `${nameOf(ref)} ${action}`)).toContain(
      `ConfigMap ${namespace}/two created`,
    );
    await on.kubectl(["patch", "configmap", "one", "-n", namespace, "-p", '{"data":{"a":"9"}}']);
    await expectRefused(on, await request({ overlays }), "owned-elsewhere", ".data.a (held by kubectl-patch)");
  });
});

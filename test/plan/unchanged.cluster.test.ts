import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { PlanRequest } from "../../src/plan/plan-request.ts";
import { deployNow } from "../deploy/rig.ts";
import { helmMajors } from "../run/part.ts";
import { tool } from "../tools-dir.ts";
import type { AuditedRequest } from "./audited-cluster.ts";
import { changesIn, planOf, usePlanRig } from "./plan-rig.ts";

const on = usePlanRig();

const templates = `apiVersion: apps/v1
kind: Deployment
metadata: { name: app }
spec:
  replicas: 1
  selector: { matchLabels: { app: app } }
  template:
    metadata: { labels: { app: app } }
    spec: { containers: [{ name: main, image: "registry.test/a:1" }] }
---
apiVersion: v1
kind: Secret
metadata: { name: credentials }
stringData:
  password: {{ $there := lookup "v1" "Secret" .Release.Namespace "credentials" }}{{ if $there }}{{ index $there.data "password" | b64dec }}{{ else }}{{ randAlphaNum 20 }}{{ end }}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: hook, annotations: { helm.sh/hook: "post-install,post-upgrade" } }
data: { a: "1" }
`;
const crds = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: gauges.test.example }
spec:
  group: test.example
  scope: Namespaced
  names: { kind: Gauge, plural: gauges }
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } } }
    - { name: v1beta1, served: true, storage: false, schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } } }
`;

const base = (namespace: string): string => `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${namespace} }\n`;
/** One of them is of a version that its group does not prefer. */
const overlay = (namespace: string): string =>
  [
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: dashboard, namespace: ${namespace} }\ndata: { a: "1" }\n`,
    `apiVersion: test.example/v1\nkind: Gauge\nmetadata: { name: g, namespace: ${namespace} }\nspec: { size: 1 }\n`,
    `apiVersion: test.example/v1beta1\nkind: Gauge\nmetadata: { name: old, namespace: ${namespace} }\nspec: { size: 2 }\n`,
  ].join("---\n");

/** The versions of everything that kubectl can list, without what the cluster's own parts renew all the time. */
const versions = async (): Promise<ReadonlyMap<string, string>> => {
  const kinds = (await on.kubectl(["api-resources", "--verbs=list", "-o", "name"])).split("\n").filter(Boolean);
  const busy = new Set(["events", "events.events.k8s.io", "nodes", "componentstatuses"]);
  const list = JSON.parse(
    await on.kubectl(["get", kinds.filter((kind) => !busy.has(kind)).join(","), "--all-namespaces", "-o", "json"]),
  ) as { readonly items: readonly { readonly kind: string; readonly metadata: JsonObject }[] };
  return new Map(
    list.items
      .filter(({ kind, metadata }) => kind !== "Lease" || metadata["namespace"] === "default")
      .map(({ kind, metadata }) => [
        [kind, metadata["namespace"] ?? "", metadata["name"]].join(" "),
        String(metadata["resourceVersion"]),
      ]),
  );
};

const writesIn = (requests: readonly AuditedRequest[]): readonly string[] =>
  requests.filter(({ writes }) => writes).map(({ verb, path }) => `${verb} ${path}`);

/** Plan, deploy, plan and deploy again: what each asked for. */
const rounds = async (request: PlanRequest, between: () => Promise<void> = async () => {}) => {
  const plan = await on.audited.during(() => planOf(request));
  const deploy = await on.audited.during(() => deployNow(request));
  await between();
  const planAgain = await on.audited.during(() => planOf(request));
  const deployAgain = await on.audited.during(() => deployNow(request));
  return { plan, deploy, planAgain, deployAgain };
};

const tell = (what: string, objects: number, requests: readonly AuditedRequest[]): void => {
  const by = (client: AuditedRequest["client"]) => requests.filter((one) => one.client === client).length;
  console.log(
    `${what}: ${objects} objects, ${requests.length} requests (kubectl ${by("kubectl")}, helm ${by("helm")}, writes ${writesIn(requests).length})`,
  );
};

describe.each(helmMajors())("with helm %i", (helm) => {
  const namespace = `unchanged-${helm}`;
  const deployment = async () =>
    on.request({
      helm,
      chart: await on.chart("chart", { templates, crds }),
      namespace,
      base: base(namespace),
      overlays: [overlay(namespace)],
      createNamespace: false,
    });

  test("a plan changes nothing, and what was planned, deployed and planned again is unchanged", async () => {
    const request = await deployment();
    const before = await versions();
    const { plan, deploy, planAgain, deployAgain } = await rounds(request);
    expect(writesIn(plan.requests)).toEqual([]);
    expect(changesIn(plan.result).filter((line) => line.startsWith("release"))).toEqual([
      "release create Secret credentials (unverified)",
      "release create Deployment app (unverified)",
    ]);
    expect(deploy.result.release?.revision).toBe(1);
    expect(deploy.result.objects.map(({ action }) => action)).not.toContain("configured");
    expect(before.has(`ConfigMap ${namespace} dashboard`)).toBe(false);

    expect(changesIn(planAgain.result)).toEqual([]);
    expect(planAgain.result.release).toMatchObject({ action: "none", hooks: [] });
    expect(writesIn(planAgain.requests)).toEqual([]);
    expect(writesIn(deployAgain.requests)).toEqual([]);
    expect(deployAgain.result.release?.revision).toBe(1);

    const { objects } = planAgain.result;
    for (const [what, { requests }] of Object.entries({ plan, deploy, planAgain, deployAgain }))
      tell(`helm ${helm}, ${what}`, objects.length, requests);
    expect(planAgain.requests.length).toBeLessThanOrEqual(objects.length + 21);
    expect(deployAgain.requests.length).toBeLessThanOrEqual(planAgain.requests.length);
    expect(deployAgain.result.workloads).toMatchObject([{ ref: { kind: "Deployment" }, ready: 1, desired: 1 }]);
  });

  test("no version of any object moves with a plan, nor with a deploy that changes nothing", async () => {
    const request = await deployment();
    const before = await versions();
    await planOf(request);
    expect(await versions()).toEqual(before);
    await deployNow(request);
    expect(await versions()).toEqual(before);
    expect(before.size).toBeGreaterThan(100);
  });
});

const realChart = process.env["KPS_CHART"];
const repository = resolve(import.meta.dirname, "../..");

const built = async (folder: string): Promise<string> => {
  const args = ["kustomize", resolve(repository, "fixtures/prometheus-stack", folder)];
  const done = await on.rig.outside.exec({ file: await tool("kubectl"), args, env: {}, timeoutMs: 30_000 });
  if (done.code !== 0) throw new Error(done.stderr);
  return done.stdout;
};

/** No operator runs here: what one would note of pods that are ready. */
const asTheOperatorDoes = async (): Promise<void> => {
  const condition = (type: string) => ({
    ...{ type, status: "True", observedGeneration: 9, reason: "", message: "" },
    lastTransitionTime: "2026-01-01T00:00:00Z",
  });
  const counts = { replicas: 1, updatedReplicas: 1, availableReplicas: 1, unavailableReplicas: 0 };
  const status = { paused: false, ...counts, conditions: [condition("Available"), condition("Reconciled")] };
  for (const kind of ["prometheuses", "alertmanagers"]) {
    const [name = ""] = (await on.kubectl(["get", kind, "-n", "monitoring", "-o", "name"])).split("\n");
    const patch = ["patch", name, "-n", "monitoring", "--subresource=status", "--type=merge", "-p"];
    await on.kubectl([...patch, JSON.stringify({ status })]);
  }
};

describe.skipIf(realChart === undefined)("the real chart (KPS_CHART)", () => {
  test.each([3, 4] as const)("with helm %i: deployed once, it is unchanged", { timeout: 400_000 }, async (helm) => {
    const overlays = await Promise.all(
      ["alerting", "dashboards", "servicemonitors"].map((name) => built(`overlays/${name}`)),
    );
    const request = await on.request({
      ...{ helm, chart: realChart ?? "", overlays, base: await built("base"), createNamespace: false },
      timeoutMs: 240_000,
    });
    const { plan, deploy, planAgain, deployAgain } = await rounds(request, asTheOperatorDoes);
    expect(changesIn(planAgain.result)).toEqual([]);
    expect([writesIn(plan.requests), writesIn(planAgain.requests), writesIn(deployAgain.requests)]).toEqual([
      [],
      [],
      [],
    ]);
    const { objects } = planAgain.result;
    for (const [what, { requests }] of Object.entries({ plan, deploy, planAgain, deployAgain }))
      tell(`real chart, helm ${helm}, ${what}`, objects.length, requests);
    expect(planAgain.requests.length).toBeLessThanOrEqual(objects.length + 21);
    expect(deployAgain.requests.length).toBeLessThanOrEqual(planAgain.requests.length);
    expect(deployAgain.result.workloads.map(({ ref }) => ref.kind)).toEqual(
      expect.arrayContaining(["Deployment", "DaemonSet", "Prometheus", "Alertmanager"]),
    );
    await on.kubectl(["delete", "namespace", "monitoring", "--wait=true"]);
    await on.kubectl([
      "delete",
      "clusterroles,clusterrolebindings,mutatingwebhookconfigurations,validatingwebhookconfigurations",
      "-l",
      "release=stack",
    ]);
  });
});

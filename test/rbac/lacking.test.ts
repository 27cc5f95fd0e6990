import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentedObjects } from "../../scripts/docs/rbac/documented-kit.ts";
import { deployNeeds } from "../../scripts/docs/rbac/kit-needs.ts";
import type { KitObject } from "../../scripts/docs/rbac/kit-objects.ts";
import { OperatorError } from "../../src/core/errors.ts";
import { deployStack } from "../../src/deploy/deploy.ts";
import { readApiResources } from "../../src/kubectl/api-resources.ts";
import type { NeededPermission } from "../../src/kubectl/permission.ts";
import { tellPermission } from "../../src/kubectl/permission.ts";
import { missingPermissions } from "../../src/plan/access/access.ts";
import { withComingKinds } from "../../src/plan/access/coming-kinds.ts";
import { deployingNeeds, tryingNeeds } from "../../src/plan/access/deploying-needs.ts";
import { readingNeeds } from "../../src/plan/access/reading-needs.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import type { PlanRequest } from "../../src/plan/plan-request.ts";
import type { Planned } from "../../src/plan/planned.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { waitUntil } from "../cluster/wait-until.ts";
import { deploymentOf, openRig, openTestCluster, type Rig } from "../deploy/rig.ts";
import { writeSmallChart } from "../deploy/small-chart.ts";
import { part } from "../run/part.ts";
import { askingAs } from "./asking-as.ts";
import { grantAllButOne, kubeconfigAs } from "./one-less.ts";

let embedded: EmbeddedCluster;
let rig: Rig;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 1 });
  rig = await openRig();
  await kubectl(embedded.kubeconfig, ["create", "namespace", "monitoring"]);
});
afterAll(async () => {
  await rig?.close();
  await embedded?.stop();
});

/** RBAC reaches the authorizer by a watch. */
const untilGranted = async (
  needs: readonly NeededPermission[],
  users: readonly { readonly user: string }[],
): Promise<void> => {
  for (const { user } of users)
    await waitUntil(
      `${user} has its roles`,
      async () => ((await missingPermissions(needs, askingAs(embedded, user)))?.length ?? 2) <= 1,
    );
};

test("of all that a deploy of the example asks for, whoever lacks one permission is told exactly that", async () => {
  const objects = JSON.parse(readFileSync(documentedObjects, "utf8")) as readonly KitObject[];
  const release = { name: "prometheus-stack", namespace: "monitoring" };
  // Of one object of each kind: the review asks by name.
  const needs = deployNeeds({ objects, release }).map((need) => (need.name === "*" ? { ...need, name: "one" } : need));
  const users = await grantAllButOne(embedded, "whole", needs);
  expect(users.length).toBeGreaterThan(150);
  await untilGranted(needs, users.slice(-1));
  const wrong: unknown[] = [];
  const asked = part(users, 4);
  for (const { user, lacks, isCovered } of asked) {
    const missing = (await missingPermissions(needs, askingAs(embedded, user)))?.map(tellPermission);
    if (missing?.join() !== (isCovered ? "" : lacks)) wrong.push({ lacks, isCovered, missing });
  }
  console.log(`${asked.length} of ${users.length} permissions, each missed by a user of its own`);
  expect(wrong).toEqual([]);
  expect(users.filter(({ isCovered }) => !isCovered).length).toBeGreaterThan(150);
});

const base = "apiVersion: v1\nkind: Namespace\nmetadata: { name: monitoring, labels: { team: gpu } }\n";
const overlays = [
  "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: monitoring }\ndata: { a: b }\n---\napiVersion: test.example/v1\nkind: Widget\nmetadata: { name: w, namespace: monitoring }\nspec: {}\n",
  "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: r, namespace: monitoring }\nrules: [{ apiGroups: [''], resources: [endpoints], verbs: [get, watch] }]\n",
];

const needsOfPlan = async (
  { drafts }: Planned,
  { cluster, render }: PlanRequest,
): Promise<readonly NeededPermission[]> => {
  const crds = drafts.flatMap(({ layer, wanted }) => (layer === "crds" && wanted !== null ? [wanted] : []));
  const served = await readApiResources(cluster, []);
  const release = { name: "stack", namespace: "monitoring" };
  const around = { release, api: withComingKinds(served, crds) };
  const refs = drafts.map(({ ref }) => ref);
  const hooks = render.chart.hooks.map(({ ref, body }) => ({ ref, body }));
  const deployment = { ...around, drafts, hooks, upgrades: true, createsNamespace: false, helmMajor: 4 as const };
  return [
    ...readingNeeds(refs, { release, api: served }),
    ...tryingNeeds(drafts, around),
    ...deployingNeeds({ ...deployment, waitsIn: ["monitoring"], goesBack: true }),
  ];
};

test("a deploy that lacks one permission stops before any write, and tells exactly that one", async () => {
  const helm = await rig.helm(4);
  const admin = await openTestCluster(rig, embedded.kubeconfig);
  const options = {
    chart: await writeSmallChart(rig),
    base,
    overlays,
    sets: ["hook=ok"],
    inputs: { rollbackOnFailure: "uninstall" } as const,
  };
  const request = await deploymentOf(rig, admin, helm, options);
  const needs = await needsOfPlan(await makePlan(request), request);
  const users = await grantAllButOne(embedded, "small", needs);
  await untilGranted(needs, users.slice(-1));
  const told: (readonly [string, string])[] = [];
  const deploying = part(users, 4);
  for (const { user, lacks } of deploying) {
    const cluster = await openTestCluster(rig, await kubeconfigAs(embedded, user));
    told.push([lacks, await refusalOf({ ...request, cluster })]);
  }
  console.log(`${deploying.length} deploys, each with one of ${users.length} permissions less`);
  const asked = ([lacks, refusal]: readonly [string, string]): boolean =>
    refusal
      .split("\n")
      .filter((line) => line.startsWith("  - "))
      .join() === `  - ${lacks}`;
  expect(told.filter((one) => !asked(one))).toEqual([]);
  const left = ["get", "deployments,leases,configmaps,secrets,jobs,crd,roles", "-n", "monitoring", "-o", "name"];
  expect(
    (await kubectl(embedded.kubeconfig, left)).split("\n").filter((one) => !/small-|whole-|kube-root-ca|^$/.test(one)),
  ).toEqual([]);
  expect(await kubectl(embedded.kubeconfig, ["get", "leases", "-n", "default", "-o", "name"])).toBe("");
});

const refusalOf = async (request: PlanRequest): Promise<string> => {
  try {
    const planned = await makePlan(request);
    await deployStack({ ...request, planned, accept: () => {}, verify: null });
    return "it was deployed";
  } catch (thrown) {
    if (!(thrown instanceof OperatorError) || thrown.reason !== "unauthorized") throw thrown;
    return thrown.message;
  }
};

import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import type { DeployReport } from "../../src/deploy/deploy-report.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import { commandLine } from "../../src/outside/command-line.ts";
import type { Helm } from "../../src/outside/helm.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { PlanRequest } from "../../src/plan/plan-request.ts";
import { deploymentOf, deployNow, openRig, openTestCluster, type Rig } from "../deploy/rig.ts";
import { type AuditedCluster, startAuditedCluster } from "./audited-cluster.ts";

type Tree = Parameters<typeof deploymentOf>[3];

/** A cluster of this file, and what the tests of plans do with it. */
export interface PlanRig {
  readonly rig: Rig;
  readonly cluster: Cluster;
  readonly audited: AuditedCluster;
  /** Writes a chart of these files; answers its folder. `templates` is one text. */
  chart(
    name: string,
    parts: { readonly templates: string; readonly crds?: string; readonly version?: string },
  ): Promise<string>;
  /** What is to be deployed, with helm 4 unless said otherwise; `env` is added to the run's. */
  request(
    tree: Tree & { readonly helm?: 3 | 4; readonly env?: Readonly<Record<string, string>> },
  ): Promise<PlanRequest>;
  kubectl(args: readonly string[], stdin?: string): Promise<string>;
  get(kind: string, name: string, namespace?: string): Promise<JsonObject | null>;
}

/** Starts it before all tests of the file, and ends it after them. */
export const usePlanRig = (): PlanRig => {
  const parts: { rig?: Rig; cluster?: Cluster; audited?: AuditedCluster } = {};
  const helms = new Map<number, Promise<Helm>>();
  const part = <Name extends keyof typeof parts>(name: Name): NonNullable<(typeof parts)[Name]> => {
    const found = parts[name];
    if (found === undefined) throw new Error(`there is no ${name} before the tests begin`);
    return found as NonNullable<(typeof parts)[Name]>;
  };
  beforeAll(async () => {
    parts.audited = await startAuditedCluster();
    parts.rig = await openRig();
    parts.cluster = await openTestCluster(parts.rig, parts.audited.kubeconfig);
  });
  afterAll(async () => {
    await parts.rig?.close();
    await parts.audited?.stop();
  });
  const kubectl = async (args: readonly string[], stdin?: string): Promise<string> => {
    const done = await part("cluster").kubectl(commandLine({ verb: args }), stdin === undefined ? {} : { stdin });
    if (done.code !== 0) throw new Error(done.stderr);
    return done.stdout;
  };
  return {
    get rig() {
      return part("rig");
    },
    get cluster() {
      return part("cluster");
    },
    get audited() {
      return part("audited");
    },
    chart: async (name, { templates, crds, version = "1.0.0" }) => {
      const { write, outside } = part("rig");
      await write(`${name}/Chart.yaml`, `apiVersion: v2\nname: small\nversion: ${version}\n`);
      await write(`${name}/templates/all.yaml`, templates);
      if (crds !== undefined) await write(`${name}/crds/all.yaml`, crds);
      return join(outside.workspace.root, name);
    },
    request: async ({ helm: major = 4, env = {}, ...tree }) => {
      const rig = part("rig");
      const helm = helms.get(major) ?? rig.helm(major);
      helms.set(major, helm);
      const request = await deploymentOf(rig, part("cluster"), await helm, tree);
      return { ...request, outside: { ...request.outside, env: { ...request.outside.env, ...env } } };
    },
    kubectl,
    get: async (kind, name, namespace) => {
      const where = namespace === undefined ? [] : ["--namespace", namespace];
      const text = await kubectl(["get", kind, name, ...where, "--ignore-not-found", "-o", "json"]);
      return text === "" ? null : (JSON.parse(text) as JsonObject);
    },
  };
};

export const planOf = async (request: PlanRequest): Promise<Plan> => (await makePlan(request)).plan;

/** What a plan would change, a line each. */
export const changesIn = ({ objects }: Plan): readonly string[] =>
  objects
    .filter(({ action }) => action !== "unchanged")
    .map(({ layer, ref, action, unverified }) =>
      [layer, action, ref.kind, ref.name, ...(unverified === null ? [] : ["(unverified)"])].join(" "),
    );

export const reasonsIn = ({ obstacles }: Plan): readonly string[] => obstacles.map(({ reason }) => reason);

/** Deploys; where it is refused, that is the answer. Either way what was written meanwhile is told. */
export const tryDeploy = async (
  { audited }: PlanRig,
  request: PlanRequest,
): Promise<{
  readonly report: DeployReport | null;
  readonly error: OperatorError | null;
  readonly writes: readonly string[];
}> => {
  const { result, requests } = await audited.during(() =>
    deployNow(request).then(
      (report) => ({ report, error: null }),
      (error: unknown) => {
        if (error instanceof OperatorError) return { report: null, error };
        throw error;
      },
    ),
  );
  return { ...result, writes: requests.filter(({ writes }) => writes).map(({ verb, path }) => `${verb} ${path}`) };
};

/** The plan and the deploy are refused for this reason, and not one request to write was made. */
export const expectRefused = async (
  on: PlanRig,
  request: PlanRequest,
  reason: OperatorError["reason"],
  ...told: readonly string[]
): Promise<OperatorError> => {
  const { error, writes } = await tryDeploy(on, request);
  expect(writes).toEqual([]);
  expect(error).toMatchObject({ reason });
  for (const text of told) expect(`${error?.message} ${error?.hint}`).toContain(text);
  return error as OperatorError;
};

/** It takes any field. */
export const prometheusCrd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: prometheuses.monitoring.coreos.com }
spec:
  group: monitoring.coreos.com
  scope: Namespaced
  names: { kind: Prometheus, plural: prometheuses }
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
`;

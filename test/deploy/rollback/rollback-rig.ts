import { join } from "node:path";
import { deployStack } from "../../../src/deploy/deploy.ts";
import { DeployFailed } from "../../../src/deploy/deploy-failed.ts";
import type { DeployReport } from "../../../src/deploy/deploy-report.ts";
import type { DeployRequest, DeploySteps } from "../../../src/deploy/deploy-request.ts";
import type { RollbackReport } from "../../../src/deploy/rollback/rollback-report.ts";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import type { Cluster } from "../../../src/outside/cluster.ts";
import { commandLine } from "../../../src/outside/command-line.ts";
import { makePlan } from "../../../src/plan/make-plan.ts";
import type { PlanRequest } from "../../../src/plan/plan-request.ts";
import type { Rig } from "../rig.ts";

/** How a deploy ended, and what became of its way back. */
export interface Ended {
  readonly report: DeployReport | null;
  readonly error: DeployFailed | null;
  readonly rollback: RollbackReport | null;
  /** Why there was no way back to go; null where there was one. */
  readonly noRollback: string | null;
}

/** Plans and deploys; a failure is a value. */
export const deployToItsEnd = async (
  request: PlanRequest,
  {
    verify = null,
    meanwhile,
  }: { readonly verify?: DeployRequest["verify"]; readonly meanwhile?: () => Promise<void> } = {},
): Promise<Ended> => {
  let rollback: RollbackReport | null = null;
  let noRollback: string | null = null;
  const steps: DeploySteps = {
    deploy: (body) => body(),
    rollback: async (body) => {
      await meanwhile?.();
      rollback = await body();
      return rollback;
    },
    noRollback: (why) => {
      noRollback = why;
    },
  };
  const asked = { ...request, planned: await makePlan(request), accept: () => {}, verify };
  const ended = await deployStack(asked, steps).then(
    (report) => ({ report, error: null }),
    (thrown: unknown) => {
      if (thrown instanceof DeployFailed) return { report: null, error: thrown };
      throw thrown;
    },
  );
  return { ...ended, rollback, noRollback };
};

const bookkeeping = ["managedFields", "resourceVersion", "generation", "creationTimestamp", "uid"] as const;

/**
 * Everything of some kinds in a namespace by `Kind name`, as the API server has it but for status, what it counts, and
 * when managers wrote; helm's own records and what the cluster makes by itself are left out.
 */
export const snapshot = async (
  cluster: Cluster,
  namespace: string,
  kinds = "configmaps,deployments.apps,secrets,services",
): Promise<Readonly<Record<string, unknown>>> => {
  const verb = ["get", kinds, "--namespace", namespace, "--output=json", "--show-managed-fields"];
  const done = await cluster.kubectl(commandLine({ verb }));
  if (done.code !== 0) throw new Error(done.stderr);
  const items = (JSON.parse(done.stdout) as { readonly items: readonly Live[] }).items;
  const told = items
    .filter(({ metadata: { name } }) => !/^(?:sh\.helm|kube-root-ca)/.test(name))
    .map(({ status: _status, ...object }) => {
      const metadata: Record<string, unknown> = { ...object.metadata };
      for (const field of bookkeeping) delete metadata[field];
      const { annotations = {} } = object.metadata;
      const { "deployment.kubernetes.io/revision": _revision, ...kept } = annotations;
      const holders = object.metadata.managedFields
        .filter(({ subresource }) => subresource !== "status")
        .map(({ time: _time, ...entry }) => JSON.stringify(entry))
        .toSorted();
      return [
        `${object.kind} ${object.metadata.name}`,
        { ...object, metadata: { ...metadata, annotations: kept, holders } },
      ];
    });
  return Object.fromEntries(told);
};

interface Live {
  readonly kind: string;
  readonly status?: unknown;
  readonly metadata: {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly managedFields: readonly JsonObject[];
  };
}

/**
 * A chart whose `revision` changes everything: a Deployment's image and environment, a second container (`sidecar`), a
 * ConfigMap that changes, one that only this revision has, and one that a hook makes (`hook`). `fails` is what kwok
 * does with its pods (see test/cluster/stages.yaml); `crd` is a field that its CustomResourceDefinition describes.
 */
export const writeMovingChart = async (rig: Rig, crd = "first"): Promise<string> => {
  const folder = `moving-${crd}`;
  await rig.write(`${folder}/Chart.yaml`, "apiVersion: v2\nname: moving\nversion: 1.0.0\n");
  await rig.write(`${folder}/values.yaml`, "revision: one\nsidecar: false\nhook: false\nfails: ''\nshared: ''\n");
  await rig.write(`${folder}/templates/all.yaml`, templates);
  await rig.write(`${folder}/crds/gadgets.yaml`, gadgets(crd));
  return join(rig.outside.workspace.root, folder);
};

const templates = `apiVersion: apps/v1
kind: Deployment
metadata: { name: app, namespace: {{ .Release.Namespace }} }
spec:
  selector: { matchLabels: { app: app } }
  template:
    metadata:
      labels: { app: app }
      annotations: { kwok-test/fails: {{ .Values.fails | quote }} }
    spec:
      containers:
        - name: main
          image: registry.test/app:{{ .Values.revision }}
          env: [{ name: REVISION, value: {{ .Values.revision }} }]
{{- if .Values.sidecar }}
        - name: sidecar
          image: registry.test/sidecar:1
{{- end }}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: {{ .Release.Namespace }} }
data:
  revision: {{ .Values.revision }}
{{- if .Values.shared }}
  shared: {{ .Values.shared }}
{{- end }}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: only-{{ .Values.revision }}, namespace: {{ .Release.Namespace }} }
data: { of: {{ .Values.revision }} }
{{- if .Values.hook }}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: hooked
  namespace: {{ .Release.Namespace }}
  annotations: { helm.sh/hook: pre-upgrade }
{{- end }}
`;

const gadgets = (field: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: gadgets.rollback.example
  annotations: { operator.prometheus.io/version: 0.9${field === "first" ? 0 : 1}.0 }
spec:
  group: rollback.example
  scope: Namespaced
  names: { kind: Gadget, plural: gadgets }
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { ${field}: { type: string } } } } } }
`;

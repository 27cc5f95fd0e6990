import type { ApiRequest } from "../../test/cluster/api-request.ts";
import { must, paths } from "./api.ts";
import type { Harmless } from "./tampering.ts";

const patched =
  (path: string, body: object) =>
  async (request: ApiRequest): Promise<void> =>
    void (await must(request, "PATCH", path, body));

const posted =
  (list: string, body: object) =>
  async (request: ApiRequest): Promise<void> =>
    void (await must(request, "POST", list, body));

interface Pods {
  readonly items: readonly { readonly metadata: { readonly name: string }; readonly status: object }[];
}

const onePod = async (request: ApiRequest): Promise<string> => {
  const { items } = (await must(request, "GET", `${paths.pods}?labelSelector=app.kubernetes.io/name=grafana`)) as Pods;
  const [pod] = items;
  if (pod === undefined) throw new Error("Grafana has no pod");
  return `${paths.pods}/${pod.metadata.name}`;
};

const nodes = "/api/v1/nodes";
const node = (name: string) => ({ apiVersion: "v1", kind: "Node", metadata: { name } });
const deployments = "/apis/apps/v1/namespaces/monitoring/deployments";

/** One after the other. */
const inTurn =
  (...steps: readonly ((request: ApiRequest) => Promise<void>)[]) =>
  async (request: ApiRequest): Promise<void> => {
    for (const step of steps) await step(request);
  };

const gone =
  (path: string) =>
  async (request: ApiRequest): Promise<void> =>
    void (await must(request, "DELETE", path));
const event = {
  metadata: { name: "tampered", namespace: "monitoring" },
  involvedObject: { kind: "Pod", namespace: "monitoring", name: "x" },
  ...{ reason: "Restarted", message: "a container was restarted", type: "Warning" },
};
const workload = (name: string) => ({
  metadata: { name, namespace: "monitoring" },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: "main", image: "registry.test/app:1" }] },
    },
  },
});

const ofObjects: readonly Harmless[] = [
  {
    name: "a status is told anew",
    make: patched(`${paths.prometheus}/status`, {
      status: { paused: false, replicas: 1, updatedReplicas: 1, availableReplicas: 1, unavailableReplicas: 0 },
    }),
  },
  {
    name: "another manager labels an object of the release",
    make: patched(paths.service, { metadata: { labels: { team: "other" } } }),
  },
  {
    name: "another manager annotates an object of an overlay",
    make: patched(paths.usage, { metadata: { annotations: { "example.com/seen": "yes" } } }),
  },
  {
    name: "another manager annotates the namespace",
    make: patched(paths.namespace, { metadata: { annotations: { "example.com/cost-center": "7" } } }),
  },
  {
    name: "another manager labels a CustomResourceDefinition",
    make: patched(paths.crd, { metadata: { labels: { "example.com/scanned": "yes" } } }),
  },
  {
    name: "another manager labels the object that will be deleted",
    make: patched(paths.former, { metadata: { labels: { "example.com/scanned": "yes" } } }),
  },
  {
    name: "another manager sets a field that the stack does not",
    make: patched(paths.deployment, { spec: { progressDeadlineSeconds: 700 } }),
  },
  {
    name: "another manager sets a value to what it is already",
    make: patched(`${paths.monitor}?fieldManager=other`, {
      spec: { endpoints: [{ port: "gpu-metrics", interval: "15s" }] },
    }),
  },
  {
    name: "kubectl rollout restart",
    make: patched(paths.operator, {
      spec: {
        template: { metadata: { annotations: { "kubectl.kubernetes.io/restartedAt": "2026-01-01T00:00:00Z" } } },
      },
    }),
  },
];

const ofPods: readonly Harmless[] = [
  { name: "an event is written", make: posted("/api/v1/namespaces/monitoring/events", event) },
  { name: "a pod is made anew", make: async (request) => void (await must(request, "DELETE", await onePod(request))) },
  {
    name: "a pod is labelled",
    make: async (request) =>
      void (await must(request, "PATCH", await onePod(request), { metadata: { labels: { "example.com/x": "1" } } })),
  },
  { name: "a node comes", make: posted(nodes, node("node-comes")) },
  {
    name: "a node is cordoned",
    make: inTurn(
      posted(nodes, node("node-cordoned")),
      patched(`${nodes}/node-cordoned`, { spec: { unschedulable: true } }),
    ),
  },
  { name: "a node goes", make: inTurn(posted(nodes, node("node-goes")), gone(`${nodes}/node-goes`)) },
];

const ofOthers: readonly Harmless[] = [
  {
    name: "somebody makes a ConfigMap beside the stack",
    make: posted(paths.configMaps, { metadata: { name: "unrelated" }, data: { a: "1" } }),
  },
  {
    name: "somebody makes a Secret beside the stack",
    make: posted("/api/v1/namespaces/monitoring/secrets", { metadata: { name: "unrelated" }, stringData: { a: "1" } }),
  },
  {
    name: "somebody deploys a workload beside the stack",
    make: posted(deployments, workload("unrelated")),
  },
  {
    name: "somebody scales a workload beside the stack",
    make: inTurn(posted(deployments, workload("scaled")), patched(`${deployments}/scaled`, { spec: { replicas: 3 } })),
  },
  {
    name: "somebody makes a namespace, with a rule of their own",
    make: inTurn(
      posted("/api/v1/namespaces", { metadata: { name: "unrelated" } }),
      posted("/apis/monitoring.coreos.com/v1/namespaces/unrelated/prometheusrules", {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "PrometheusRule",
        metadata: { name: "unrelated" },
        spec: { groups: [] },
      }),
    ),
  },
  {
    name: "a run took the lock and gave it back",
    make: async (request) => {
      const { spec } = (await must(request, "GET", paths.lease)) as { readonly spec: { leaseTransitions?: number } };
      await must(request, "PATCH", paths.lease, { spec: { leaseTransitions: (spec.leaseTransitions ?? 0) + 1 } });
    },
  },
];

const ofRuns: readonly Harmless[] = [
  { name: "another clone of the same commit, in another folder", elsewhere: true },
  {
    name: "another report folder, no summary and no annotations",
    inputs: () => ({ summary: "false", annotations: "false" }),
  },
  { name: "another plan-expiry, another timeout", inputs: () => ({ "plan-expiry": "1h", timeout: "1h" }) },
  { name: "the kubeconfig by another context of the same cluster", inputs: () => ({ context: "again" }) },
];

/** Each stays, so that the last deploy has all of them behind it. */
export const harmless: readonly Harmless[] = [...ofObjects, ...ofPods, ...ofOthers, ...ofRuns];

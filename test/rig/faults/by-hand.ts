import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { isObject } from "../../../src/kubernetes/manifest.ts";
import type { LiveStack } from "../live-stack.ts";
import type { Undo } from "./fault.ts";

const monitoring = "/apis/monitoring.coreos.com/v1/namespaces/monitoring";

/** Where the API server has the objects that faults are planted in. */
export const places = {
  monitor: `${monitoring}/servicemonitors/dcgm-exporter`,
  rules: (name: string) => `${monitoring}/prometheusrules/${name}`,
  prometheus: `${monitoring}/prometheuses/prometheus-stack-kube-prom-prometheus`,
  alertmanager: `${monitoring}/alertmanagers/prometheus-stack-kube-prom-alertmanager`,
  routing: "/api/v1/namespaces/monitoring/secrets/alertmanager-prometheus-stack-kube-prom-alertmanager",
  namespace: "/api/v1/namespaces/monitoring",
  exporterService: "/api/v1/namespaces/gpu-operator/services/nvidia-dcgm-exporter",
  exporterPods: "/apis/apps/v1/namespaces/gpu-operator/daemonsets/nvidia-dcgm-exporter",
  grafana: "/apis/apps/v1/namespaces/monitoring/deployments/prometheus-stack-grafana",
  dashboard: "/api/v1/namespaces/monitoring/configmaps/gpu-overview-dashboard",
  datasources: "/api/v1/namespaces/monitoring/configmaps/prometheus-stack-kube-prom-grafana-datasource",
  access: "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/prometheus-stack-kube-prom-prometheus",
} as const;

/** Changes an object as a person with kubectl would. Throws where the API server refuses. */
export const edit = async (live: LiveStack, path: string, change: (body: JsonObject) => JsonObject): Promise<Undo> => {
  const before = await read(live, path);
  await replace(live, path, change(before));
  return () => replace(live, path, before);
};

/** Deletes an object; the undo makes it anew. Throws where the API server refuses. */
export const remove = async (live: LiveStack, path: string): Promise<Undo> => {
  const before = await read(live, path);
  expectStatus(await live.cluster.request("DELETE", path), path);
  const list = path.slice(0, path.lastIndexOf("/"));
  return async () => expectStatus(await live.cluster.request("POST", list, asNew(before)), path);
};

const read = async ({ cluster }: LiveStack, path: string): Promise<JsonObject> => {
  const answer = await cluster.request("GET", path);
  expectStatus(answer, path);
  return answer.body as JsonObject;
};

const replace = async (live: LiveStack, path: string, body: JsonObject): Promise<void> => {
  const now = metadataOf(await read(live, path));
  const metadata = { ...metadataOf(body), resourceVersion: now["resourceVersion"] ?? null };
  expectStatus(await live.cluster.request("PUT", path, { ...body, metadata }), path);
};

const asNew = (body: JsonObject): JsonObject => {
  const { name, namespace, labels, annotations } = metadataOf(body);
  return { ...body, metadata: { name, namespace, labels, annotations } as JsonObject };
};

const metadataOf = (body: JsonObject): JsonObject => (isObject(body["metadata"]) ? body["metadata"] : {});

const expectStatus = ({ status, body }: { readonly status: number; readonly body: unknown }, path: string): void => {
  if (status < 200 || status > 299) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
};

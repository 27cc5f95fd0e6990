import type { ApiRequest } from "../../test/cluster/api-request.ts";
import type { ClusterChange } from "./tampering.ts";

const mostTries = 50;

/**
 * Asks, and throws where the answer is not one of success. While a CustomResourceDefinition takes effect, its objects
 * are answered by 429.
 */
export const must = async (request: ApiRequest, method: string, path: string, body?: unknown): Promise<unknown> => {
  for (let tries = 1; ; tries += 1) {
    const answer = await request(method, path, body);
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    if (answer.status !== 429 || tries === mostTries)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const monitoring = "namespaces/monitoring";
const operated = `/apis/monitoring.coreos.com/v1/${monitoring}`;

/** Paths of what lies in the cluster after the first deploy. */
export const paths = {
  namespace: "/api/v1/namespaces/monitoring",
  former: `/api/v1/${monitoring}/configmaps/former`,
  configMaps: `/api/v1/${monitoring}/configmaps`,
  contacts: `/api/v1/${monitoring}/configmaps/contacts`,
  dashboard: `/api/v1/${monitoring}/configmaps/gpu-overview-dashboard`,
  record: `/api/v1/${monitoring}/configmaps/prometheus-stack-action.prometheus-stack`,
  secret: `/api/v1/${monitoring}/secrets/prometheus-stack-grafana`,
  service: `/api/v1/${monitoring}/services/prometheus-stack-grafana`,
  deployment: `/apis/apps/v1/${monitoring}/deployments/prometheus-stack-grafana`,
  operator: `/apis/apps/v1/${monitoring}/deployments/prometheus-stack-kube-prom-operator`,
  pods: `/api/v1/${monitoring}/pods`,
  prometheus: `${operated}/prometheuses/prometheus-stack-kube-prom-prometheus`,
  usage: `${operated}/prometheusrules/gpu-usage`,
  health: `${operated}/prometheusrules/gpu-health`,
  monitor: `${operated}/servicemonitors/dcgm-exporter`,
  crd: "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/probes.monitoring.coreos.com",
  otherCrd: "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/scrapeconfigs.monitoring.coreos.com",
  lease: "/apis/coordination.k8s.io/v1/namespaces/default/leases/prometheus-stack-action.monitoring.prometheus-stack",
} as const;

/**
 * A merge patch by another manager, and the one that takes it back, also who manages which field: a person who edits
 * and puts it back has taken the field.
 */
export const edited = (path: string, there: object, back: object): ClusterChange => {
  let managedFields: unknown;
  return {
    forGood: false,
    make: async (request) => {
      const { metadata } = (await must(request, "GET", path)) as { readonly metadata: { managedFields: unknown } };
      managedFields = metadata.managedFields;
      await must(request, "PATCH", `${path}?fieldManager=by-hand`, there);
    },
    undo: async (request) => {
      await must(request, "PATCH", `${path}?fieldManager=by-hand`, back);
      await must(request, "PATCH", path, { metadata: { managedFields } });
    },
  };
};

/** Somebody makes an object. */
export const created = (list: string, body: { readonly metadata: { readonly name: string } }): ClusterChange => ({
  forGood: false,
  make: async (request) => void (await must(request, "POST", list, body)),
  undo: async (request) => void (await must(request, "DELETE", `${list}/${body.metadata.name}`)),
});

/** Deletes an object, and waits until it is gone. */
export const remove = async (request: ApiRequest, path: string): Promise<void> => {
  await must(request, "DELETE", `${path}?propagationPolicy=Background`);
  for (let tries = 0; (await request("GET", path)).status !== 404; tries += 1)
    if (tries === 200) throw new Error(`${path} does not go`);
};

/** Deletes an object; what is put back in the end is its like, of the same managers. */
export const deleted = (path: string): ClusterChange => {
  let object: unknown;
  return {
    forGood: true,
    make: async (request) => {
      object = await must(request, "GET", path);
      await remove(request, path);
    },
    undo: async (request) => {
      await makeAgain(request, path, object);
      await giveBack(request, path, object);
    },
  };
};

/** Another object stands in its place, which is its like in all but the uid and who made it. */
export const replaced = (path: string): ClusterChange => {
  let object: unknown;
  return {
    forGood: true,
    make: async (request) => {
      object = await must(request, "GET", path);
      await remove(request, path);
      await makeAgain(request, path, object);
    },
    undo: (request) => giveBack(request, path, object),
  };
};

interface Whole {
  readonly metadata: Readonly<Record<string, unknown>>;
}

const makeAgain = async (request: ApiRequest, path: string, object: unknown): Promise<void> => {
  const { metadata, ...body } = object as Whole;
  const { uid, resourceVersion, creationTimestamp, generation, managedFields, ...kept } = metadata;
  await must(request, "POST", path.slice(0, path.lastIndexOf("/")), { ...body, metadata: kept });
};

/**
 * Who makes an object has all of its fields, whatever it says of their managers: those who had them before have them
 * again. Else later cases find an object of nobody, which no deploy would delete.
 */
const giveBack = async (request: ApiRequest, path: string, object: unknown): Promise<void> => {
  const { managedFields } = (object as Whole).metadata;
  await must(request, "PATCH", path, { metadata: { managedFields } });
};

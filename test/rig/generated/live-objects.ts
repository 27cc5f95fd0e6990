import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject, type Manifest } from "../../../src/kubernetes/manifest.ts";
import type { ApiRequest } from "../../cluster/api-request.ts";

const monitoring = "/apis/monitoring.coreos.com/v1";

/** Where the API server lists the kinds that a variation can change; all others stay as they were deployed. */
const lists: Readonly<Record<string, (namespace: string) => string>> = {
  ServiceMonitor: (namespace) => `${monitoring}/namespaces/${namespace}/servicemonitors`,
  PrometheusRule: (namespace) => `${monitoring}/namespaces/${namespace}/prometheusrules`,
  Prometheus: (namespace) => `${monitoring}/namespaces/${namespace}/prometheuses`,
  Alertmanager: (namespace) => `${monitoring}/namespaces/${namespace}/alertmanagers`,
  Secret: (namespace) => `/api/v1/namespaces/${namespace}/secrets`,
  Namespace: () => "/api/v1/namespaces",
};

/** The objects of a rendered stack that can change, by their path. Grafana's Secret has a random password. */
export const changeable = (manifests: readonly Manifest[], release: string): ReadonlyMap<string, JsonObject> =>
  new Map(
    manifests.flatMap(({ ref, body }): readonly (readonly [string, JsonObject])[] => {
      const list = lists[ref.kind];
      if (list === undefined || (ref.kind === "Secret" && !ref.name.startsWith("alertmanager-"))) return [];
      const namespace = ref.namespace ?? release;
      const metadata = isObject(body["metadata"]) ? body["metadata"] : {};
      const placed = ref.kind === "Namespace" ? metadata : { ...metadata, namespace };
      return [[`${list(namespace)}/${ref.name}`, { ...body, metadata: placed }]];
    }),
  );

/** What became of applying: how many objects changed, and the API server's words where it refused one. */
export interface AppliedChanges {
  readonly changed: number;
  readonly refusal: string | null;
}

/** Makes the cluster's objects those of `after` where they differ from `before`. Throws where the API server fails. */
export const applyChanges = async (
  request: ApiRequest,
  before: ReadonlyMap<string, JsonObject>,
  after: ReadonlyMap<string, JsonObject>,
): Promise<AppliedChanges> => {
  let changed = 0;
  for (const path of before.keys())
    if (!after.has(path)) {
      changed += 1;
      const { status } = await request("DELETE", path);
      if (status !== 200 && status !== 404) throw new Error(`DELETE ${path}: ${status}`);
    }
  for (const [path, body] of after) {
    if (isDeepStrictEqual(before.get(path), body)) continue;
    changed += 1;
    const { status, body: said } = await put(request, path, body);
    if (status >= 300) return { changed, refusal: `${path}: ${status} ${JSON.stringify(said).slice(0, 500)}` };
  }
  return { changed, refusal: null };
};

/** Written whole, so that a field that is gone is gone. */
const put = async (request: ApiRequest, path: string, body: JsonObject): ReturnType<ApiRequest> => {
  const there = await request("GET", path);
  if (there.status === 404)
    return request("POST", `${path.slice(0, path.lastIndexOf("/"))}?fieldValidation=Strict`, body);
  const metadata = isObject(body["metadata"]) ? body["metadata"] : {};
  const now = (there.body as JsonObject)["metadata"];
  const resourceVersion = isObject(now) ? (now["resourceVersion"] ?? null) : null;
  return request("PUT", `${path}?fieldValidation=Strict`, { ...body, metadata: { ...metadata, resourceVersion } });
};

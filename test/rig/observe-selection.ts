import { isObject, type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { type Observation, observation } from "./observation.ts";
import { listAt, textAt } from "./pod.ts";

/** An object that a Prometheus may select, as the API server has it. */
export interface Selectable {
  /** Plural name of its kind, e.g. `servicemonitors`. */
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
  /** Field of the Prometheus that selects it by labels, e.g. `serviceMonitorSelector`. */
  readonly selector: string;
  /** Field that selects namespaces. */
  readonly namespaceSelector: string;
  readonly hop: "prometheus-selects-monitor" | "prometheus-selects-rule";
}

/** Whether the Prometheus selects an object, by the API server's own evaluation of its selectors. */
export const observeSelection = async (
  cluster: EmbeddedCluster,
  object: Selectable,
): Promise<readonly Observation[]> => {
  const prometheus = await prometheusOf(cluster);
  const byLabels = valueAt(prometheus, ["spec", object.selector]);
  const path = `/apis/monitoring.coreos.com/v1/namespaces/${object.namespace}/${object.resource}`;
  const selected = (await selectedNames(cluster, path, byLabels)).includes(object.name);
  const byNamespace = valueAt(prometheus, ["spec", object.namespaceSelector]);
  const namespaces = isObject(byNamespace)
    ? await selectedNames(cluster, "/api/v1/namespaces", byNamespace)
    : [textAt(prometheus, ["metadata", "namespace"])];
  return [
    observation(object.hop, selected, `the API server, asked for ${object.resource} with ${said(byLabels)}`),
    observation(
      "prometheus-selects-namespace",
      namespaces.includes(object.namespace),
      `the API server, asked for namespaces with ${said(byNamespace)}`,
    ),
  ];
};

/** The only Prometheus of the rig. Throws where there is none. */
export const prometheusOf = async ({ request }: EmbeddedCluster): Promise<Json> => {
  const { body } = await request("GET", "/apis/monitoring.coreos.com/v1/prometheuses");
  const [first] = listAt(body as Json, ["items"]);
  if (first === undefined) throw new Error("There is no Prometheus in the cluster");
  return first;
};

/** Names that the API server lists for a label selector; none where there is no selector. */
export const selectedNames = async (
  { request }: EmbeddedCluster,
  path: string,
  selector: Json | undefined,
): Promise<readonly string[]> => {
  if (!isObject(selector)) return [];
  const { status, body } = await request("GET", `${path}?${new URLSearchParams({ labelSelector: queryOf(selector) })}`);
  if (status !== 200) throw new Error(`${path} cannot be listed: ${status}`);
  return listAt(body as Json, ["items"]).map((item) => textAt(item, ["metadata", "name"]));
};

/** A label selector in the notation of the API's query. */
export const queryOf = (selector: JsonObject): string => {
  const labels = selector["matchLabels"];
  const equal = isObject(labels) ? Object.entries(labels).map(([key, value]) => `${key}=${value}`) : [];
  return [...equal, ...listAt(selector, ["matchExpressions"]).map(expressionText)].join(",");
};

const expressionText = (expression: Json): string => {
  const key = textAt(expression, ["key"]);
  const values = listAt(expression, ["values"]).join(",");
  switch (textAt(expression, ["operator"])) {
    case "In":
      return `${key} in (${values})`;
    case "NotIn":
      return `${key} notin (${values})`;
    case "DoesNotExist":
      return `!${key}`;
    default:
      return key;
  }
};

const said = (selector: Json | undefined): string => {
  if (!isObject(selector)) return "no selector";
  return queryOf(selector) || "any labels";
};

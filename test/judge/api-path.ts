import { type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";

const plurals: Readonly<Record<string, string>> = {
  ConfigMap: "configmaps",
  CustomResourceDefinition: "customresourcedefinitions",
  Namespace: "namespaces",
  PodMonitor: "podmonitors",
  Probe: "probes",
  Prometheus: "prometheuses",
  PrometheusRule: "prometheusrules",
  ScrapeConfig: "scrapeconfigs",
  Secret: "secrets",
  Service: "services",
  ServiceMonitor: "servicemonitors",
  ValidatingWebhookConfiguration: "validatingwebhookconfigurations",
};

/**
 * Where objects of its kind are created, in its namespace if it has one. Throws for a kind that the judge does not use.
 */
export const collectionPath = (object: JsonObject): string => {
  const [apiVersion, kind] = [String(object["apiVersion"]), String(object["kind"])];
  const plural = plurals[kind];
  if (plural === undefined) throw new Error(`the judge applies no ${kind}`);
  const namespace = valueAt(object, ["metadata", "namespace"]);
  const scope = typeof namespace === "string" ? `/namespaces/${namespace}` : "";
  return `${apiVersion === "v1" ? "/api/v1" : `/apis/${apiVersion}`}${scope}/${plural}`;
};

/** `namespace/name`, as the operator names an object. */
export const keyOf = (object: JsonObject): string =>
  `${String(valueAt(object, ["metadata", "namespace"]))}/${nameOf(object)}`;

export const nameOf = (object: JsonObject): string => String(valueAt(object, ["metadata", "name"]));

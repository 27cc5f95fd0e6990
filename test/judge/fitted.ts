import { load } from "js-yaml";
import { isObject, type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import type { Batch } from "./judge-case.ts";

/**
 * The batch with its Prometheus objects cut down to what the definitions have: an older operator lacks fields, and what
 * the cases live with must be there. The cases stay as they are: an unknown field in one is a case, too.
 */
export const fitted = (batch: Batch, crds: readonly string[]): Batch => {
  const schema = prometheusSchema(crds);
  const prometheuses = batch.setting.prometheuses.map((one) => ({ ...one, spec: cut(one["spec"] ?? {}, schema) }));
  return { ...batch, setting: { ...batch.setting, prometheuses } };
};

const prometheusSchema = (crds: readonly string[]): Json | undefined => {
  const crd = crds
    .map((text) => load(text) as Json)
    .find((one) => valueAt(one, ["spec", "names", "kind"]) === "Prometheus");
  return valueAt(crd, ["spec", "versions", 0, "schema", "openAPIV3Schema", "properties", "spec"]);
};

const cut = (value: Json, schema: Json | undefined): Json => {
  if (Array.isArray(value)) return value.map((item) => cut(item, valueAt(schema, ["items"])));
  const properties = valueAt(schema, ["properties"]);
  if (!isObject(value) || !isObject(properties)) return value;
  const known = Object.entries(value as JsonObject).filter(([key, inner]) => key in properties && inner !== undefined);
  return Object.fromEntries(known.map(([key, inner]) => [key, cut(inner as Json, properties[key])]));
};

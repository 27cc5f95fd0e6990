import { dump, load } from "js-yaml";
import { isObject, type Json, type JsonObject } from "../../src/kubernetes/manifest.ts";

/** How a configuration that the operator wrote for a pod becomes one for a process beside the cluster. */
export interface Rewriting {
  /** Where a path of the pod's file system lies in truth. */
  place(path: string): string;
  /** Variables that the config reloader would replace, e.g. `SHARD`. */
  readonly variables: Readonly<Record<string, string>>;
  /** Said for every Kubernetes discovery: a process outside a pod does not know its API server. */
  readonly discovery: JsonObject;
}

/**
 * Rewrites what hangs on being inside a pod: variables, paths of files, and the address of the API server. Everything
 * else stays. Throws YAMLException.
 */
export const rewriteConfig = (text: string, rewriting: Rewriting): string => {
  const expanded = Object.entries(rewriting.variables).reduce(
    (done, [name, value]) => done.replaceAll(`$(${name})`, value),
    text,
  );
  return dump(rewrite(load(expanded) as Json, rewriting), { lineWidth: -1, noRefs: true });
};

const rewrite = (value: Json, rewriting: Rewriting): Json => {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, rewriting));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, rewriteField(key, inner ?? null, rewriting)]),
  );
};

const rewriteField = (key: string, value: Json, rewriting: Rewriting): Json => {
  if (key === "kubernetes_sd_configs" && Array.isArray(value))
    return value.map((one) => (isObject(one) ? { ...one, ...rewriting.discovery } : one));
  if (!isPathField(key)) return rewrite(value, rewriting);
  if (typeof value === "string") return rewriting.place(value);
  return Array.isArray(value) ? value.map((one) => (typeof one === "string" ? rewriting.place(one) : one)) : value;
};

/** `url_file`, `credentials_file`, `ca_file`, `rule_files`, … and Alertmanager's `templates`. */
const isPathField = (key: string): boolean => /_files?$/.test(key) || key === "templates";

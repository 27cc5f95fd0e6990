import { isObject, type Json, valueAt } from "../manifest.ts";

/** What a generator, transformer or validator object makes kustomize do. */
export type PluginKind = "builtin" | "plugin" | "chart";

/** Decides by the object's apiVersion and kind, as kustomize does (api/internal/plugins/loader): only `builtin` ones run inside kustomize. */
export const pluginKind = (object: Json): PluginKind | null => {
  if (!isObject(object) || typeof object["kind"] !== "string") return null;
  if (isList(object)) return worst((object["items"] as readonly Json[]).map(pluginKind));
  if (hasFunction(object) || object["apiVersion"] !== "builtin") return "plugin";
  return object["kind"] === "HelmChartInflationGenerator" ? "chart" : "builtin";
};

/** The most dangerous of several. */
export const worst = (kinds: readonly (PluginKind | null)[]): PluginKind | null =>
  (["plugin", "chart", "builtin"] as const).find((kind) => kinds.includes(kind)) ?? null;

/** kustomize takes the items of a list one by one. */
const isList = (object: { readonly [key: string]: Json | undefined }): boolean =>
  typeof object["kind"] === "string" && object["kind"].endsWith("List") && Array.isArray(object["items"]);

const hasFunction = (object: Json): boolean =>
  ["config.kubernetes.io/function", "config.k8s.io/function"].some(
    (name) => valueAt(object, ["metadata", "annotations", name]) !== undefined,
  );

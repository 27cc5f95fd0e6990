import { isObject, type Json, type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";

/** What a generator, transformer or validator object makes kustomize do. */
export type PluginKind = "builtin" | "plugin" | "chart";

/**
 * Decides by the object's apiVersion and kind, as kustomize does (api/internal/plugins/loader): only `builtin`
 * ones run inside kustomize.
 */
export const pluginKind = (object: Json): PluginKind | null => {
  if (!isObject(object) || typeof object["kind"] !== "string") return null;
  if (isList(object)) return worst((object["items"] as readonly Json[]).map(pluginKind));
  if (hasFunction(object) || object["apiVersion"] !== "builtin") return "plugin";
  return object["kind"] === "HelmChartInflationGenerator" ? "chart" : "builtin";
};

/** The most dangerous of several. */
export const worst = (kinds: readonly (PluginKind | null)[]): PluginKind | null =>
  (["plugin", "chart", "builtin"] as const).find((kind) => kinds.includes(kind)) ?? null;

/** The objects that kustomize runs one by one, those of lists by themselves, with their places in the document. */
export const pluginObjects = (value: Json, path: Path = []): readonly (readonly [JsonObject, Path])[] => {
  if (!isObject(value)) return [];
  if (!isList(value)) return [[value, path]];
  return (value["items"] as readonly Json[]).flatMap((item, index) => pluginObjects(item, [...path, "items", index]));
};

/** kustomize takes the items of a list one by one. */
const isList = (object: JsonObject): boolean =>
  typeof object["kind"] === "string" && object["kind"].endsWith("List") && Array.isArray(object["items"]);

const hasFunction = (object: Json): boolean =>
  ["config.kubernetes.io/function", "config.k8s.io/function"].some(
    (name) => valueAt(object, ["metadata", "annotations", name]) !== undefined,
  );

/**
 * What a folder of plugin configurations may have without leave. Every other field (patches,
 * replacements, configurations, labels, generators of its own, ...) can change an object after it was
 * read: what it names, or what it is.
 */
const folderFields = ["apiversion", "kind", "metadata", "resources", "bases", "namespace", "nameprefix", "namesuffix"];

/** Whether a folder's kustomization may change the plugin configurations that it includes. */
export const changesPlugins = (kustomization: Json | undefined): boolean =>
  isObject(kustomization) &&
  (Object.keys(kustomization).some((field) => !folderFields.includes(field.toLowerCase())) ||
    kustomization["kind"] === "Component");

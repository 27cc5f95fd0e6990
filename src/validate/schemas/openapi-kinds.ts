import { isObject, type JsonObject } from "../../kubernetes/manifest.ts";
import { type SchemaKey, schemaKeyText } from "./schema-key.ts";

interface Described {
  readonly key: SchemaKey;
  /** The definition's name in the document. */
  readonly name: string;
}

/**
 * Which of an OpenAPI document's definitions (or component schemas) describe `keys`; a key that
 * none describes is left out.
 */
export const describedKinds = (definitions: JsonObject, keys: readonly SchemaKey[]): readonly Described[] => {
  const wanted = new Map(keys.map((key) => [schemaKeyText(key), key]));
  return Object.entries(definitions).flatMap(([name, definition]) => {
    const kinds = isObject(definition) ? definition["x-kubernetes-group-version-kind"] : undefined;
    return [kinds ?? []].flat().flatMap((kind) => {
      if (!isObject(kind)) return [];
      const named = {
        group: String(kind["group"] ?? ""),
        version: String(kind["version"]),
        kind: String(kind["kind"]),
      };
      const key = wanted.get(schemaKeyText(named));
      return key === undefined ? [] : [{ key, name }];
    });
  });
};

/** Whether a definition is of Kubernetes itself, by its name; the others are custom resources and added APIs. */
export const isKubernetes = (name: string): boolean =>
  /^io\.k8s\.(api|apimachinery|apiextensions-apiserver|kube-aggregator)\./.test(name);

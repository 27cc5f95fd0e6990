import type { ApiResource, ApiResources } from "../../kubectl/api-resources.ts";
import { objectsAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";

/** What the cluster will serve once these CustomResourceDefinitions are applied. */
export const withComingKinds = (api: ApiResources, crds: readonly JsonObject[]): ApiResources => {
  const coming = new Map(crds.flatMap(kindsOf));
  return ({ apiVersion, kind }) => api({ apiVersion, kind }) ?? coming.get(`${apiVersion}\n${kind}`);
};

const kindsOf = (crd: JsonObject): readonly (readonly [string, ApiResource])[] => {
  const group = textOrEmpty(crd, ["spec", "group"]);
  const kind = textOrEmpty(crd, ["spec", "names", "kind"]);
  const resource = textOrEmpty(crd, ["spec", "names", "plural"]);
  const known = { group, resource, namespaced: textOrEmpty(crd, ["spec", "scope"]) === "Namespaced" };
  return objectsAt(crd, ["spec", "versions"]).map(
    (version) => [`${group}/${textOrEmpty(version, ["name"])}\n${kind}`, known] as const,
  );
};

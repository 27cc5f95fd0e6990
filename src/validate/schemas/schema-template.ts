import { OperatorError } from "../../core/errors.ts";
import type { SchemaKey } from "./schema-key.ts";

/** The layout that kubeconform assumes where a location is no template. */
export const standardLayout =
  "{{.NormalizedKubernetesVersion}}-standalone{{.StrictSuffix}}/{{.ResourceKind}}{{.KindSuffix}}.json";

/** kubeconform's file name alone, for a folder that holds one version's schemas directly. */
export const standardName = "{{.ResourceKind}}{{.KindSuffix}}.json";

const variables = [
  "NormalizedKubernetesVersion",
  "StrictSuffix",
  "ResourceKind",
  "ResourceAPIVersion",
  "Group",
  "KindSuffix",
] as const;
type Variable = (typeof variables)[number];

/** `v1.35.4` of `1.35.4`, `v1.35.4+k3s1` or `1.35.4-eks-1`: schemas are published by release, not by vendor. */
export const normalizedVersion = (version: string): string => {
  const release = /^v?(\d+\.\d+\.\d+)/.exec(version)?.[1];
  return release === undefined ? "master" : `v${release}`;
};

const valuesFor = (key: SchemaKey, kubeVersion: string): Readonly<Record<Variable, string>> => {
  const group = key.group === "" ? key.version : key.group;
  const suffix = `-${(group.split(".")[0] ?? "").toLowerCase()}`;
  return {
    NormalizedKubernetesVersion: normalizedVersion(kubeVersion),
    StrictSuffix: "-strict",
    ResourceKind: key.kind.toLowerCase(),
    ResourceAPIVersion: key.version,
    Group: group,
    KindSuffix: key.group === "" ? suffix : `${suffix}-${key.version.toLowerCase()}`,
  };
};

const placeholder = /\{\{-?([^{}]*)\}\}/g;
const nameIn = (inner: string): string => inner.replace(/-$/, "").trim();
const isVariable = (name: string): name is Variable => (variables as readonly string[]).includes(name);

/** Throws OperatorError `invalid-input` where a location names a variable that kubeconform does not document. */
export const assertTemplate = (location: string): void => {
  for (const [text, inner = ""] of location.matchAll(placeholder)) {
    const name = nameIn(inner);
    if (name.startsWith(".") && isVariable(name.slice(1))) continue;
    throw new OperatorError(
      "invalid-input",
      `schema-locations: ${text} in ${location} is no variable of a schema location`,
      `Use ${variables.map((variable) => `{{.${variable}}}`).join(", ")}.`,
    );
  }
};

/**
 * The place of a key's schema, as kubeconform documents its locations:
 * https://github.com/yannh/kubeconform#overriding-schemas-location
 */
export const expand = (template: string, key: SchemaKey, kubeVersion: string): string => {
  const values = valuesFor(key, kubeVersion);
  return template.replaceAll(placeholder, (text: string, inner: string) => {
    const variable = nameIn(inner).slice(1);
    return isVariable(variable) ? values[variable] : text;
  });
};

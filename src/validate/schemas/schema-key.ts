/** What a schema describes. `group` is empty for Kubernetes' core group. */
export interface SchemaKey {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The key of an object with this `apiVersion` and `kind`. */
export const keyOf = (apiVersion: string, kind: string): SchemaKey => {
  const slash = apiVersion.indexOf("/");
  return slash < 0
    ? { group: "", version: apiVersion, kind }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1), kind };
};

/** `apiVersion kind`, e.g. `apps/v1 Deployment`: one text for each key. */
export const schemaKeyText = (key: SchemaKey): string =>
  `${key.group === "" ? key.version : `${key.group}/${key.version}`} ${key.kind}`;

/** The layout of the one folder that kubeconform is given, as its location template. */
export const schemaLayout = "{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json";

/** The file of a key in `schemaLayout`. kubeconform takes the version for the group where there is none. */
export const schemaFile = (key: SchemaKey): string =>
  `${key.group === "" ? key.version : key.group}/${key.kind.toLowerCase()}_${key.version}.json`;

/**
 * Whether the key has a form that Kubernetes accepts. It becomes a part of file names and addresses, and comes from
 * files that anyone may propose: `kind: ../../x` must lead nowhere.
 */
export const isProper = ({ group, version, kind }: SchemaKey): boolean =>
  /^(?:[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?)?$/i.test(group) &&
  !group.includes("..") &&
  /^[a-z0-9]{1,63}$/i.test(version) &&
  /^[a-z0-9]{1,63}$/i.test(kind);

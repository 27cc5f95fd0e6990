import { isObject, type Json, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { objectIn } from "../../world/namespaces.ts";
import type { WorldObject } from "../../world/world.ts";
import { operatorSource } from "./operator-release.ts";
import { type Case, given, pathText, type Refusal } from "./refusal.ts";

type Holder = "Secret" | "ConfigMap";

/**
 * The key of a Secret or ConfigMap that the monitor names: the operator reads it itself, and refuses the monitor
 * without it, whatever `optional` says.
 */
export const keyRefusals = (one: Case, path: Path, kind: Holder = "Secret"): readonly Refusal[] => {
  const name = textOf(given(one, [...path, "name"]));
  const key = textOf(given(one, [...path, "key"]));
  const refuse = (why: string, unseen: boolean): readonly Refusal[] => [
    { path, why, check: "servicemonitor-secret-not-found", unseen, source: operatorSource.store },
  ];
  if (name === "") return refuse(`${pathText(path)} names no ${kind}: the operator refuses the object.`, false);
  const full = `${kind} ${one.namespace}/${name}`;
  const object = objectIn(one.world, kind, one.namespace, name);
  if (object === undefined)
    return refuse(
      `${full}, which ${pathText(path)} names, is neither in the tree nor in the chart${generatedHint(one, kind, name)}: the operator refuses the object as long as it does not exist.`,
      true,
    );
  const keys = keysOf(object);
  if (keys.includes(key)) return [];
  if (isFilledElsewhere(object))
    return refuse(`${full} is filled by others: whether it has the key "${key}" cannot be seen.`, true);
  const known = keys.length === 0 ? "no keys" : keys.join(", ");
  return refuse(
    `${full} has no key "${key}", which ${pathText(path)} names (it has ${known}): the operator refuses the object.`,
    false,
  );
};

/** A `{secret}` or `{configMap}` reference; an empty one is none. */
export const eitherRefusals = (one: Case, path: Path): readonly Refusal[] => [
  ...(given(one, [...path, "secret"]) === undefined
    ? given(one, [...path, "configMap"]) === undefined
      ? []
      : keyRefusals(one, [...path, "configMap"], "ConfigMap")
    : keyRefusals(one, [...path, "secret"])),
];

/** The text that a reference leads to; null where it leads nowhere or cannot be seen. */
export const referencedText = (one: Case, path: Path, kind: Holder): string | null => {
  const object = objectIn(one.world, kind, one.namespace, textOf(given(one, [...path, "name"])));
  const key = textOf(given(one, [...path, "key"]));
  const plain = valueAt(object?.body, [kind === "Secret" ? "stringData" : "data", key]);
  if (typeof plain === "string") return plain;
  const encoded = valueAt(object?.body, ["data", key]);
  return typeof encoded === "string" && kind === "Secret" ? Buffer.from(encoded, "base64").toString("utf8") : null;
};

/** `data` of a ConfigMap; of a Secret `stringData`, too, which the API server turns into `data`. */
const keysOf = ({ body }: WorldObject): readonly string[] =>
  [body["data"], body["kind"] === "Secret" ? body["stringData"] : undefined].flatMap((data) =>
    isObject(data) ? Object.keys(data) : [],
  );

/**
 * Kubernetes writes a token into its Secret, and an object without data is filled by the
 * controller that it is made for.
 */
const isFilledElsewhere = (object: WorldObject): boolean =>
  object.body["type"] === "kubernetes.io/service-account-token" || keysOf(object).length === 0;

/** kustomize's generators add a hash to names, and kustomize rewrites references only in kinds that it knows. */
const generatedHint = ({ world }: Case, kind: Holder, name: string): string => {
  const hashed = world
    .ofKind(kind)
    .find(({ ref }) => ref.name.startsWith(`${name}-`) && /^[a-z0-9]{10}$/.test(ref.name.slice(name.length + 1)));
  return hashed === undefined
    ? ""
    : ` (kustomize generates ${hashed.ref.name}: set generatorOptions.disableNameSuffixHash, for it leaves references of this kind alone)`;
};

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

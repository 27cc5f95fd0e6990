import type { ResourceRef } from "../core/finding.ts";
import { objectAt } from "../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject } from "../kubernetes/manifest.ts";
import { mapSecrets } from "./map-secrets.ts";
import { isSecretKey } from "./secret-keys.ts";

/**
 * Stands where a secret was, in a copy of an object that is only looked at: of the private use area, so that what a
 * tree holds is not mistaken for it (and if it is, more is hidden).
 */
export const mark = "\ue0a7";

/**
 * An object with the mark in place of each secret that its place, its name or its form tells, whether it is rendered,
 * lies in the cluster or is to come: what `mapSecrets` finds, and whole places that are never shown. The object's keys
 * stay, and the very object where nothing is marked. Both what a plan shows and the rendered files are made of it.
 */
export const markSecrets = (ref: ResourceRef, body: JsonObject): JsonObject => {
  const mapped = ref.kind === "CustomResourceDefinition" ? body : mapSecrets(body, () => mark);
  const marked = markPlaces(mapped, [], secretPlaces(ref, body));
  return isObject(marked) ? marked : {};
};

/**
 * A text with a word in place of each mark, and of what follows on its line: that may belong to the secret, unless the
 * secret was quoted and the quotation ends.
 */
export const withoutMarks = (text: string, word: string): string => text.replace(markAndRest, word);

const markAndRest = new RegExp(`${mark}(?:(?!\\\\*["'](?:[\\s,;:)}\\]]|$))[^\\n]*)?`, "g");

type Place = readonly string[];

/** `path` is where the value stands, and is the same list all the way down. */
const markPlaces = (value: Json, path: string[], isSecret: (path: Place) => boolean): Json => {
  if (isSecret(path)) return markAll(value);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const marked = entries.map(([key, inner = null]) => {
    path.push(key);
    const other = markPlaces(inner, path, isSecret);
    path.pop();
    return other;
  });
  if (entries.every(([, inner = null], index) => inner === marked[index])) return value;
  return Array.isArray(value) ? marked : Object.fromEntries(entries.map(([key], index) => [key, marked[index]]));
};

const markAll = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(markAll);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner = null]) => [key, markAll(inner)]));
  return mark;
};

/** Which places of this object are secret, whatever stands there. */
const secretPlaces = (ref: ResourceRef, body: JsonObject): ((path: Place) => boolean) => {
  const ofKind = placesOfKind(ref, body);
  return (path) => ofKind(path) || isEnvironment(path) || isLastApplied(path);
};

/** The literal value of a container's environment variable. */
const isEnvironment = (path: Place): boolean => path.at(-1) === "value" && path.at(-3) === "env";

/** kubectl keeps the whole object in it, and of a Secret its data. */
const isLastApplied = (path: Place): boolean =>
  path.length === 3 && path[0] === "metadata" && path[2] === "kubectl.kubernetes.io/last-applied-configuration";

const plainOfSecret: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);

const placesOfKind = ({ apiVersion, kind }: ResourceRef, body: JsonObject): ((path: Place) => boolean) => {
  if (kind === "Secret") return ([field = "kind"]) => !plainOfSecret.has(field);
  if (kind === "ConfigMap") {
    const all = isDatasources(body);
    return ([field, key = "", ...rest]) =>
      (field === "data" || field === "binaryData") && key !== "" && rest.length === 0 && (all || isConfiguration(key));
  }
  // Receivers hold addresses and headers whose names tell nothing; everything else of it may be read.
  if (kind === "AlertmanagerConfig" && apiVersion.startsWith("monitoring.coreos.com/"))
    return (path) => path.length > 3 && path[0] === "spec" && path[1] === "receivers" && path[3] !== "name";
  return () => false;
};

/** Files of Grafana and Alertmanager that hold credentials among settings: one is not told from the other by a rule. */
const isConfiguration = (key: string): boolean =>
  /^(?:grafana|custom|defaults)\.ini$|^ldap\.toml$|^alertmanager\.ya?ml$|datasources?\.ya?ml$/i.test(key) ||
  isSecretKey(key);

/**
 * Grafana reads data sources from ConfigMaps with a label of the chart's choosing, or mounted:
 * https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources
 */
const isDatasources = (body: JsonObject): boolean =>
  Object.keys(objectAt(body, ["metadata", "labels"])).some((label) => /^grafana_datasource/i.test(label)) ||
  Object.values(objectAt(body, ["data"])).some(
    (text) => typeof text === "string" && /^(?:datasources|deleteDatasources):/m.test(text),
  );

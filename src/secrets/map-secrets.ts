import { isObject, type Json, type JsonObject } from "../manifest.ts";
import { isNoSecret, isSecretKey, mayNameSecret, secretParents } from "./secret-keys.ts";
import { mapSecretsInText, type Replace, type Secret } from "./secrets-in-text.ts";

/**
 * A value of a file or of a rendered object with every secret in it replaced: what stands under the name of one, in a Secret at any depth, in an environment variable or an
 * argument of a container, in a receiver's address, and in texts inside. The value itself where nothing is replaced.
 */
export const mapSecrets = (value: Json, replace: Replace): Json => mapped(value, { key: "", all: false, replace });

interface Place {
  readonly key: string;
  /** Whether everything here is secret, whatever its name. */
  readonly all: boolean;
  readonly replace: Replace;
}

const mapped = (value: Json, place: Place): Json => {
  if (typeof value === "string") return mappedText(value, place);
  if (typeof value === "number") return mappedNumber(value, place);
  if (Array.isArray(value)) return mappedList(value, place);
  return isObject(value) ? mappedObject(value, place) : value;
};

const isSecret = ({ key, all }: Place): boolean => all || isSecretKey(key);

const mappedText = (text: string, place: Place): string => {
  if (isSecret(place)) return isNoSecret(text) ? text : place.replace({ key: place.key, text });
  if (place.key === lastApplied) return mappedJson(text, place);
  return mapSecretsInText(text, place.replace);
};

/** Passwords of digits are read as numbers. */
const mappedNumber = (value: number, place: Place): Json => {
  if (!isSecret(place)) return value;
  const text = place.replace({ key: place.key, text: String(value) });
  return text === String(value) ? value : text;
};

/** kubectl keeps an object as it was applied in this annotation. */
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

const mappedJson = (text: string, place: Place): string => {
  try {
    const value: Json = JSON.parse(text);
    const other = mapped(value, { ...place, key: "" });
    return other === value ? text : JSON.stringify(other);
  } catch {
    return mapSecretsInText(text, place.replace);
  }
};

/** An option's argument may be the next item of the list. */
const mappedList = (list: readonly Json[], place: Place): Json => {
  const items = list.map((item, index) => {
    const before = list[index - 1];
    const option = typeof before === "string" && /^--?[\w-]{1,100}$/.test(before) ? before : null;
    return mapped(item, option !== null && isSecretKey(option) ? { ...place, key: option } : place);
  });
  return items.every((item, index) => item === list[index]) ? list : items;
};

const mappedObject = (object: JsonObject, place: Place): Json => {
  const isSecretObject = object["kind"] === "Secret";
  const variable = isVariable(object);
  let changed = false;
  const entries = Object.entries(object).map(([key, value = null]): readonly [string, Json] => {
    const all = place.all || secretParents.has(key) || (isSecretObject && !publicFields.has(key));
    const name = variable && key === "value" ? String(object["name"]) : key;
    const webhook = isWebhook(place.key, key, value);
    const other = mapped(value, { ...place, key: name, all: all || webhook });
    changed ||= other !== value;
    return [key, other];
  });
  return changed ? Object.fromEntries(entries) : object;
};

/** What of a Secret is none: a field that a Secret does not have may be a misspelt `data`. */
const publicFields: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);

const isVariable = (object: JsonObject): boolean =>
  typeof object["name"] === "string" && object["value"] !== undefined && mayNameSecret.test(object["name"]);

/** Who knows the address of a chat's webhook may write there. An address inside the cluster is none. */
const isWebhook = (parent: string, key: string, value: Json): boolean =>
  typeof value === "string" &&
  /^(?:slack|discord|msteams|msteamsv2|webhook)_?configs$/i.test(parent) &&
  /^(?:api_?url|webhook_?url|url)$/i.test(key) &&
  /^https?:\/\/(?:[^/?#@]*@|[^/?#]*\.(?!svc\b|local\b|cluster\b)[a-z]{2,}(?::\d+)?[/?#])/i.test(value);

export type { Replace, Secret };

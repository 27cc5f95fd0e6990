import { isObject, type Json, type JsonObject } from "../kubernetes/manifest.ts";
import { isNoSecret, isSecretKey, secretParents } from "./secret-keys.ts";
import { mapSecretsInText, type Replace, type Secret } from "./secrets-in-text.ts";

/**
 * A value of a file or of a rendered object with every secret in it replaced: what stands under the name of one, in a
 * Secret at any depth, in an environment variable or an argument of a container, in a receiver's address, and in texts
 * inside. The value itself where nothing is replaced.
 */
export const mapSecrets = (value: Json, replace: Replace): Json => {
  if (!isObject(value)) return mapped(value, "", false, replace);
  if (withoutSecrets.has(value)) return value;
  let found = false;
  const other = mapped(value, "", false, (secret) => {
    found = true;
    return replace(secret);
  });
  if (!found) withoutSecrets.add(value);
  return other;
};

/** Objects that nothing was found in: those of a render are looked through more than once, and nothing changes them. */
const withoutSecrets = new WeakSet<JsonObject>();

/** `key` is the name that the value stands under; `all`: everything here is secret, whatever its name. */
const mapped = (value: Json, key: string, all: boolean, replace: Replace): Json => {
  if (typeof value === "string") return mappedText(value, key, all, replace);
  if (typeof value === "number") return all || isSecretKey(key) ? mappedNumber(value, key, replace) : value;
  if (Array.isArray(value)) return mappedList(value, key, all, replace);
  return isObject(value) ? mappedObject(value, key, all, replace) : value;
};

const mappedText = (text: string, key: string, all: boolean, replace: Replace): string => {
  if (all || isSecretKey(key)) return isNoSecret(text) ? text : replace({ key, text });
  return key === lastApplied ? mappedJson(text, replace) : mapSecretsInText(text, replace);
};

/** Passwords of digits are read as numbers. */
const mappedNumber = (value: number, key: string, replace: Replace): Json => {
  const text = replace({ key, text: String(value) });
  return text === String(value) ? value : text;
};

/** kubectl keeps an object as it was applied in this annotation. */
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

const mappedJson = (text: string, replace: Replace): string => {
  try {
    const value: Json = JSON.parse(text);
    const other = mapSecrets(value, replace);
    return other === value ? text : JSON.stringify(other);
  } catch {
    return mapSecretsInText(text, replace);
  }
};

/** An option's argument may be the next item of the list. */
const mappedList = (list: readonly Json[], key: string, all: boolean, replace: Replace): Json => {
  let others: Json[] | undefined;
  for (const [index, item] of list.entries()) {
    const before = list[index - 1];
    const isArgument = typeof before === "string" && before.startsWith("-") && isSecretKey(before);
    const other = mapped(item, isArgument ? before : key, all, replace);
    if (other === item) continue;
    others ??= [...list];
    others[index] = other;
  }
  return others ?? list;
};

const mappedObject = (object: JsonObject, parent: string, all: boolean, replace: Replace): Json => {
  const isSecretObject = object["kind"] === "Secret";
  const variable = nameOfVariable(object);
  let changed: Map<string, Json> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null;
    const whole =
      all || secretParents.has(key) || (isSecretObject && !publicFields.has(key)) || isWebhook(parent, key, value);
    const other = mapped(value, variable !== null && key === "value" ? variable : key, whole, replace);
    if (other === value) continue;
    changed ??= new Map();
    changed.set(key, other);
  }
  if (changed === undefined) return object;
  return Object.fromEntries(Object.entries(object).map(([key, value = null]) => [key, changed.get(key) ?? value]));
};

/** What of a Secret is none: a field that a Secret does not have may be a misspelt `data`. */
const publicFields: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);

const nameOfVariable = ({ name, value }: JsonObject): string | null =>
  typeof name === "string" && value !== undefined && isSecretKey(name) ? name : null;

/** Who knows the address of a chat's webhook may write there. An address inside the cluster is none. */
const isWebhook = (parent: string, key: string, value: Json): boolean =>
  addressKeys.has(key) &&
  typeof value === "string" &&
  /^(?:slack|discord|msteams|msteamsv2|webhook)_?configs$/i.test(parent) &&
  /^https?:\/\/(?:[^/?#@]*@|[^/?#]*\.(?!svc\b|local\b|cluster\b)[a-z]{2,}(?::\d+)?[/?#])/i.test(value);

const addressKeys: ReadonlySet<string> = new Set(["url", "api_url", "apiURL", "webhook_url", "webhookURL"]);

export type { Replace, Secret };

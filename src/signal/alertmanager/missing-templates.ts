import type { Location } from "../../core/finding.ts";
import { listOf } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import { namespaceOf, objectIn } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { textOf } from "./alertmanager-fields.ts";
import { configText } from "./alertmanager-secret.ts";
import { parseAlertmanagerConfig, readAlertmanagerConfig } from "./read-alertmanager-config.ts";

/** A template that a receiver names and that nothing defines. */
export interface MissingTemplate {
  readonly name: string;
  readonly receiver: string;
  readonly place: () => Location | null;
}

/**
 * The templates that the receivers of an Alertmanager name and that are neither its own nor defined in what is
 * rendered. None where a file of templates may lie that is not in sight. Alertmanager looks for them when it notifies,
 * and `amtool check-config` takes such a configuration.
 */
export const missingTemplates = (alertmanager: WorldObject, world: World): readonly MissingTemplate[] => {
  const { text, place } = configText(alertmanager, world);
  if (text === null || !/\btemplate\b/.test(text) || readAlertmanagerConfig(text, place).config === null) return [];
  const body = parseAlertmanagerConfig(text);
  const named = listOf(body["receivers"]).flatMap((receiver, index) =>
    isObject(receiver)
      ? namedIn(receiver, ["receivers", index]).map((one) => ({ ...one, receiver: textOf(receiver["name"]) }))
      : [],
  );
  if (named.length === 0 || mayHaveUnseen(body, alertmanager, world)) return [];
  const defined = new Set([text, ...textsOfWorld(world)].flatMap(definedIn));
  return named.flatMap(({ name, path, receiver }) =>
    own.test(name) || defined.has(name) ? [] : [{ name, receiver, place: () => place(path) }],
  );
};

/**
 * How Alertmanager's own are named, in each version:
 * https://github.com/prometheus/alertmanager/blob/main/template/default.tmpl
 */
const own = /^(?:__|\w+\.default\.)/;

const call = /\{\{[^{}]*?\btemplate\s+"([^"\\]+)"/g;
const definition = /\{\{-?\s*(?:define|block)\s+"([^"\\]+)"/g;

const definedIn = (text: string): readonly string[] =>
  text.includes("{{") ? [...text.matchAll(definition)].map(([, name = ""]) => name) : [];

const namedIn = (value: Json, path: Path): readonly { readonly name: string; readonly path: Path }[] => {
  if (typeof value === "string") return [...value.matchAll(call)].map(([, name = ""]) => ({ name, path }));
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => namedIn(item, [...path, index]));
  return isObject(value) ? Object.entries(value).flatMap(([key, inner = null]) => namedIn(inner, [...path, key])) : [];
};

/** Where the operator puts the configuration's Secret, and what `configMaps` and `secrets` of the Alertmanager name. */
const mounted = /^\/etc\/alertmanager\/(?:config|(configmaps|secrets)\/([^/]+))\//;

const mayHaveUnseen = (body: JsonObject, alertmanager: WorldObject, world: World): boolean =>
  listOf(body["templates"]).some((pattern) => {
    const match = mounted.exec(textOf(pattern));
    if (match === null) return true;
    const [, folder, name] = match;
    if (name === undefined) return false;
    const kind = folder === "secrets" ? "Secret" : "ConfigMap";
    return objectIn(world, kind, namespaceOf(alertmanager, world), name) === undefined;
  });

const textsOfWorld = (world: World): readonly string[] =>
  ["ConfigMap", "Secret"].flatMap((kind) => world.ofKind(kind).flatMap(({ body }) => textsIn(kind, body)));

const textsIn = (kind: string, body: JsonObject): readonly string[] => {
  const of = (field: string): readonly string[] => {
    const data = body[field];
    return isObject(data) ? Object.values(data).flatMap((text) => (typeof text === "string" ? [text] : [])) : [];
  };
  const data = of("data");
  return [
    ...(kind === "Secret" ? data.map((text) => Buffer.from(text, "base64").toString("utf8")) : data),
    ...of("stringData"),
  ];
};

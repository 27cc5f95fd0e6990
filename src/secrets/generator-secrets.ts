import { isObject, type Json, type JsonObject } from "../kubernetes/manifest.ts";
import { fieldOf } from "../stack/kustomize/kustomize-fields.ts";
import { readFast } from "../text/yaml-fast.ts";
import { secretsOfBrokenFile } from "./broken-file-secrets.ts";
import { mapSecrets } from "./map-secrets.ts";
import type { Secret } from "./secrets-in-text.ts";

/** A file that a secretGenerator reads; `lines`: each of its lines is a pair of its own. */
export interface GeneratorFile {
  readonly file: string;
  readonly text: string;
  readonly lines: boolean;
}

/**
 * What a kustomization, or an object that configures a generator, holds of Secrets: literals, and patches and
 * plugins that are written in it.
 */
export const secretsOfKustomization = (value: Json): readonly Secret[] => {
  if (!isObject(value)) return [];
  if (value["kind"] === "SecretGenerator") return literalsOf(value);
  // Only a kustomization may do without a kind.
  if (!/^(?:undefined|Kustomization|Component)$/.test(String(value["kind"]))) return [];
  const generators = objectsIn(fieldOf(value, "secretGenerator"));
  const patches = [
    ...objectsIn(fieldOf(value, "patches")),
    ...objectsIn(fieldOf(value, "patchesJson6902")),
    ...textsIn(fieldOf(value, "patchesStrategicMerge")).map((patch): JsonObject => ({ patch })),
  ];
  const plugins = ["generators", "transformers", "validators"].flatMap((field) => textsIn(fieldOf(value, field)));
  return [
    ...generators.flatMap(literalsOf),
    ...patches.flatMap(secretsOfPatch),
    ...plugins.filter((text) => text.includes("\n")).flatMap(secretsOfObjects),
  ];
};

/** A pair is secret as a whole where kustomize quotes it, and it quotes a generator's literals as one list. */
const literalsOf = (generator: JsonObject): readonly Secret[] => {
  const literals = textsIn(fieldOf(generator, "literals"));
  const all = literals.length === 0 ? [] : [{ key: "literal sources", text: `[${literals.join(" ")}]` }];
  return [...all, ...literals.flatMap(pair)];
};

const pair = (literal: string): readonly Secret[] => {
  const sign = literal.indexOf("=");
  if (sign <= 0) return [{ key: "literal source", text: literal }];
  const [key, value] = [literal.slice(0, sign), literal.slice(sign + 1)];
  const unquoted = /^(["']).*\1$/s.test(value) && value.length > 1 ? value.slice(1, -1) : value;
  return [{ key, text: unquoted }];
};

/** What a patch puts into a Secret: an object of that kind, or operations on its data. */
const secretsOfPatch = (entry: JsonObject): readonly Secret[] => {
  const patch = fieldOf(entry, "patch");
  if (typeof patch !== "string") return [];
  const target = fieldOf(entry, "target");
  const kind = isObject(target) ? fieldOf(target, "kind") : undefined;
  const values = readFast(patch, "kustomize");
  if (values === undefined) return secretsOfBrokenFile(patch);
  return values.flatMap((value) => [
    ...objectSecrets(value),
    ...(Array.isArray(value) ? value.flatMap((operation: Json) => operationSecrets(operation, kind === "Secret")) : []),
  ]);
};

const operationSecrets = (operation: Json, onSecret: boolean): readonly Secret[] => {
  if (!isObject(operation) || typeof operation["path"] !== "string") return [];
  const [, field, ...keys] = operation["path"].split("/");
  if (field !== "stringData" && !(onSecret && field === "data")) return [];
  const held = operation["value"] ?? null;
  const data: Json = keys.length === 0 ? held : { [keys.join("/")]: held };
  return objectSecrets({ kind: "Secret", data });
};

const secretsOfObjects = (text: string): readonly Secret[] =>
  (readFast(text, "kustomize") ?? []).flatMap((value) => [
    ...objectSecrets(value),
    ...(isObject(value) && value["kind"] === "SecretGenerator" ? literalsOf(value) : []),
  ]);

const objectSecrets = (value: Json): readonly Secret[] => {
  const found: Secret[] = [];
  mapSecrets(value, (secret) => {
    found.push(secret);
    return "";
  });
  return found;
};

/**
 * A file of pairs: a line without `=` is a name alone, and kustomize quotes it. Of any other
 * file the whole is one secret.
 */
export const secretsInFileOfGenerator = ({ file, text, lines }: GeneratorFile): readonly Secret[] =>
  lines
    ? text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"))
        .flatMap(pair)
    : [{ key: file.slice(file.lastIndexOf("/") + 1), text }];

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((item: Json) => isObject(item)) : isObject(value) ? [value] : [];

const textsIn = (value: Json | undefined): readonly string[] =>
  typeof value === "string"
    ? [value]
    : Array.isArray(value)
      ? value.flatMap((item: Json) => (typeof item === "string" || typeof item === "number" ? [String(item)] : []))
      : [];

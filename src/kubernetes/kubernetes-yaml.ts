import {
  boolYaml11Tag,
  defineScalarTag,
  loadAll,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  Schema,
  seqTag,
  strTag,
} from "js-yaml";
import { isObject, type JsonObject } from "./manifest.ts";

/**
 * Go's `strconv.ParseInt` with base 0, which takes `0644`, `0o644`, `0x1a4` and `0b11`; underscores are gone by then.
 */
const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

const resolveNumber = (source: string): number | typeof NOT_RESOLVED => {
  const plain = source.replaceAll("_", "");
  const match = integer.exec(plain);
  if (match !== null) {
    const [, sign, hex, binary, octal, decimal = ""] = match;
    const size = hex
      ? Number.parseInt(hex, 16)
      : binary
        ? Number.parseInt(binary, 2)
        : octal
          ? Number.parseInt(octal, 8)
          : Number(decimal);
    return sign === "-" && size !== 0 ? -size : size;
  }
  const value = float.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : NOT_RESOLVED;
};

const number = (name: string) =>
  defineScalarTag<number>(name, {
    implicit: true,
    implicitFirstChars: [..."0123456789+-."],
    resolve: resolveNumber,
    identify: () => false,
  });

const binary = defineScalarTag<string>("tag:yaml.org,2002:binary", {
  resolve: (source) => atob(source.replace(/\s/g, "")),
  identify: () => false,
});

/**
 * YAML as helm and the API server read it (Go's yaml.v2 rules): `yes` and `on` are booleans and `0644` is 420 as in
 * YAML 1.1, but `1:20` and dates stay text. None of js-yaml's own schemas does that; helm 3.22 and 4.3 were asked for
 * each form (test/kubernetes/kubernetes-yaml.test.ts).
 */
const schema = new Schema([
  strTag,
  seqTag,
  mapTag,
  nullYaml11Tag,
  boolYaml11Tag,
  number("tag:yaml.org,2002:int"),
  number("tag:yaml.org,2002:float"),
  mergeTag,
  binary,
]);

/** The value of each document of a YAML text. Throws js-yaml's error where the text is no YAML. */
export const parseDocuments = (text: string): readonly unknown[] => loadAll(text, { schema, json: true });

/** The value itself, or the items of a `List`, at any depth; nothing for what is no object. */
export const objectsIn = (value: unknown): readonly JsonObject[] => {
  if (!isObject(value)) return [];
  const { kind, items } = value;
  const isList = typeof kind === "string" && kind.endsWith("List") && Array.isArray(items);
  return isList ? items.flatMap(objectsIn) : [value];
};

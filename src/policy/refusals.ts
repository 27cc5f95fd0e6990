import { isObject, type JsonObject, type Path, valueAt } from "../kubernetes/manifest.ts";
import type { YamlDocument } from "../text/yaml-file.ts";
import { configurableInputs } from "./config.ts";
import { type InputKind, refusalOf } from "./input-kind.ts";

/**
 * What the file's schema allows and only the workflow may say, each with its line: places outside
 * the tree, and the cluster.
 */
export const refusalsIn = (value: JsonObject, document: YamlDocument): readonly string[] => {
  const targets = valueAt(value, ["targets"]);
  const names = isObject(targets) ? Object.keys(targets) : [];
  const scopes: readonly Path[] = [[], ...names.map((name) => ["targets", name])];
  const inputs = scopes.flatMap((scope) =>
    Object.entries(configurableInputs).flatMap(([name, kind]) => refusals(value, [...scope, name], kind, document)),
  );
  return [...inputs, ...refusals(value, ["baseline"], "path", document)];
};

const refusals = (root: JsonObject, path: Path, kind: InputKind, document: YamlDocument): readonly string[] => {
  const given = valueAt(root, path);
  const places: readonly Path[] = Array.isArray(given) ? given.map((_, index) => [...path, index]) : [path];
  return places.flatMap((place) => {
    const value = valueAt(root, place);
    // As it is read: without the space around it.
    const refusal = typeof value === "string" ? refusalOf(kind, value.trim()) : null;
    if (refusal === null) return [];
    const { file, line, column } = document.locate(place);
    return [`${file}:${line}:${column}: ${place.join(".")} is ${JSON.stringify(value)}: ${refusal}`];
  });
};

import type { Edit, Fix, Location } from "../core/finding.ts";
import { once } from "../core/once.ts";
import { toPointer } from "../kubernetes/json-pointer.ts";
import { holds, requirementsOf, selectorProblem } from "../kubernetes/label-selector.ts";
import { labelsOf } from "../kubernetes/labels.ts";
import { isObject, type Json, valueAt } from "../kubernetes/manifest.ts";
import { type WrittenObject, writtenObjectsIn } from "../render/kustomize/tree.ts";
import { lineOf } from "../text/line-of.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import type { World, WorldObject } from "../world/world.ts";
import { changedScalars } from "./changed-scalars.ts";
import { scalarEdit, writePlainScalar } from "./scalar-edit.ts";

/**
 * The smallest edit of the tree after which the selector selects the object; null where there is none that is certain.
 */
export const labelFix = (object: WorldObject, selector: Json | undefined, world: World): Fix | null => {
  if (!isObject(selector) || selectorProblem(selector) !== null) return null;
  const labels = labelsOf(object.body);
  const failed = requirementsOf(selector).filter((requirement) => !holds(requirement, labels));
  // What must not be there may be wanted by something else: that is for a person to decide.
  if (failed.some(({ operator }) => operator === "NotIn" || operator === "DoesNotExist")) return null;
  const wanted = failed.map(({ key, values }) => [key, values[0] ?? "true"] as const);
  const missing = wanted.filter(([key]) => !Object.hasOwn(labels, key));
  const wrong = wanted.filter(([key]) => Object.hasOwn(labels, key));
  const edits = [
    ...(missing.length === 0 ? [] : [added(object, missing, world)]),
    ...wrong.map(([key, value]) =>
      scalarEdit(object, ["metadata", "labels", key], { old: labels[key] ?? "", value }, world),
    ),
  ];
  const complete = edits.filter((edit) => edit !== null);
  const lines = new Set(complete.map(({ file, startLine }) => `${file}:${startLine}`));
  if (edits.length === 0 || complete.length < edits.length || lines.size < edits.length) return null;
  return { description: describe(missing, wrong), edits: complete };
};

type Label = readonly [key: string, value: string];

const describe = (missing: readonly Label[], wrong: readonly Label[]): string => {
  const words = (labels: readonly Label[]) => labels.map(([key, value]) => `\`${key}: ${value}\``).join(" and ");
  const add = missing.length === 0 ? "" : `Add the label ${words(missing)}`;
  const change = wrong.length === 0 ? "" : `${add === "" ? "Set" : " and set"} the label ${words(wrong)}`;
  return `${add}${change}; \`labels\` in the kustomization can do it for all objects of the folder.`;
};

/** The label in the object's own file, where nothing else gets it: only there is it certain. */
const added = (object: WorldObject, labels: readonly Label[], world: World): Edit | null => {
  const source = sourceOf(object, world);
  const edit = source === null ? null : insertion(source, labels);
  if (source === null || edit === null) return null;
  const place = [source.yaml.documents.indexOf(source.source.document), ...source.source.prefix, "metadata", "labels"];
  const meant = new Map(labels.map(([key, value]) => [toPointer([...place, key]), value]));
  const changed = changedScalars(source.yaml, [edit]);
  const isMeant = changed?.every(({ pointer, before, after }) => before === undefined && meant.get(pointer) === after);
  return changed?.length === meant.size && isMeant === true ? edit : null;
};

const insertion = (source: Written, labels: readonly Label[]): Edit | null => {
  const { yaml, source: written } = source;
  const { file } = yaml;
  const json = file.endsWith(".json");
  const has = valueAt(written.value, ["metadata", "labels"]);
  if (has !== undefined && has !== null && !isObject(has)) return null;
  const place = written.document.locate([...written.prefix, "metadata", ...(isObject(has) ? ["labels"] : ["name"])]);
  const line = lineOf(yaml, place.line);
  const edit = (text: string): Edit => ({ file, startLine: place.line, endLine: place.line, text });
  const pairs = labels.map(([key, value]) =>
    json ? `${JSON.stringify(key)}: ${JSON.stringify(value)}` : `${writePlainScalar(key)}: ${writePlainScalar(value)}`,
  );
  const before = line.slice(0, place.column - 1);
  const rest = line.slice(place.column - 1);
  if (isObject(has)) {
    if (rest.startsWith("{"))
      return edit(`${before}{${pairs.join(", ")}${rest.startsWith("{}") ? "" : ", "}${rest.slice(1)}`);
    // A block's first label: the new ones stand before it, in its column.
    return /^ *$/.test(before) ? edit([...pairs.map((pair) => before + pair), line].join("\n")) : null;
  }
  // Of `labels:` without a value there is no place for the first one.
  if (has === null) return null;
  const name = /^( *)name:/.exec(line);
  if (json || name === null) return null;
  const indent = name[1] ?? "";
  return edit([line, `${indent}labels:`, ...pairs.map((pair) => `${indent}  ${pair}`)].join("\n"));
};

interface Written {
  readonly yaml: YamlFile;
  readonly source: WrittenObject;
}

/** The object as written; its `kind` is what no kustomization changes. */
const sourceOf = (object: WorldObject, world: World): Written | null => {
  const origin = object.manifest?.origin;
  if (origin?.from !== "kustomize" || origin.generated) return null;
  const yaml = world.file(origin.file);
  const at = object.locate(["kind"]);
  if (yaml === null || at === null || at.file !== origin.file) return null;
  const source = sourcesOf(yaml)(object.ref.kind).get(placeText(at));
  return source === undefined ? null : { yaml, source };
};

const placeText = ({ line, column }: Location): string => `${line}:${column}`;

/**
 * The objects of one kind in a file, by the place of their `kind`: a file may hold hundreds, each
 * of which asks for its own.
 */
const sourcesOf = once((yaml: YamlFile) =>
  once(
    (kind: string): ReadonlyMap<string, WrittenObject> =>
      new Map(
        writtenObjectsIn(yaml)
          .filter(({ value }) => value["kind"] === kind)
          .map((source) => [placeText(source.document.locate([...source.prefix, "kind"])), source]),
      ),
  ),
);

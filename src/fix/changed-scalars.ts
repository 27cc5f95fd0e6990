import type { Edit } from "../core/finding.ts";
import { toPointer } from "../kubernetes/json-pointer.ts";
import { isObject, type Json, type Path } from "../kubernetes/manifest.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import { applyEdits } from "./apply-edits.ts";

/** A scalar that edits change; undefined where there is none before, or none after. */
export interface ChangedScalar {
  /** Pointer to it in the list of the file's documents. */
  readonly pointer: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Characters: what people write is shorter, and each repair is tried on the whole file. */
const largest = 200_000;

/**
 * Every scalar of a file that these edits of it change, as its readers see it: what an anchor names changes wherever
 * its alias stands. Null where the file would not be read then, or is too large to be tried.
 */
export const changedScalars = (file: YamlFile, edits: readonly Edit[]): readonly ChangedScalar[] | null => {
  if (file.text.length > largest) return null;
  const [before, after] = [file.text, applyEdits(file.text, edits)].map((text) => parseYaml(text, file.file));
  if (before === undefined || after === undefined || after.errors.length > before.errors.length) return null;
  const changed: ChangedScalar[] = [];
  compare(valuesOf(before), valuesOf(after), [], changed);
  return changed;
};

const valuesOf = ({ documents }: YamlFile): Json => documents.map(({ value }) => value);

const compare = (before: Json | undefined, after: Json | undefined, path: Path, changed: ChangedScalar[]): void => {
  if (before === after) return;
  const [keys, others] = [keysOf(before), keysOf(after)];
  // A map in the place of nothing is what it holds.
  if ((keys ?? others) === null || (keys === null && before !== undefined) || (others === null && after !== undefined))
    changed.push({ pointer: toPointer(path), before, after });
  else
    for (const key of new Set([...(keys ?? []), ...(others ?? [])]))
      compare(innerOf(before, key), innerOf(after, key), [...path, key], changed);
};

const keysOf = (value: Json | undefined): readonly string[] | null =>
  Array.isArray(value) || isObject(value) ? Object.keys(value) : null;

const innerOf = (value: Json | undefined, key: string): Json | undefined =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, Json | undefined>>)[key]
    : undefined;

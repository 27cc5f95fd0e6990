import { posix } from "node:path";
import { isObject, type JsonObject } from "../../kubernetes/manifest.ts";
import type { Kustomization, KustomizeReference } from "../../stack/stack.ts";
import type { YamlFile } from "../../text/yaml-file.ts";
import type { BuildTree } from "./tree.ts";

/** A kustomization that does the same to every object, whatever others there are. */
export interface PlainKustomization {
  /** Its file; also the place of it in the mirror. */
  readonly place: string;
  readonly value: JsonObject;
  readonly entries: readonly PlainEntry[];
}

/** One of its resources. */
export interface PlainEntry {
  /** As kustomize gets it. */
  readonly text: string;
  readonly path: string;
  /** Null for a folder. */
  readonly file: YamlFile | null;
}

/**
 * What kustomize (5.7, api/internal/target) does with these fields to an object depends on nothing but the object. The
 * other fields look for objects (patches, replicas, replacements, vars), make some, say what refers to a name, or bring
 * what was not seen; deprecated ones are warned of.
 */
const fieldsForEach: ReadonlySet<string> = new Set([
  ...["apiVersion", "kind", "metadata", "resources"],
  ...["namespace", "labels", "commonAnnotations"],
]);

/** Far below what a path may have (4096 bytes), as parts of the tree get longer ones. */
const longestFolder = 1000;

/** All kustomizations of a root where each is plain, and all is named once, by its own path; else null. */
export const plainTree = ({ root, kustomizations, files }: BuildTree): readonly PlainKustomization[] | null => {
  const paths = kustomizations.flatMap(({ references }) => references.map(({ path }) => path));
  if (new Set([root.folder, ...paths]).size !== paths.length + 1) return null;
  const byPath = new Map(files.map((one) => [one.file, one]));
  const folders = new Set(kustomizations.map(({ folder }) => folder));
  const plain = kustomizations.map((one) => plainKustomization(one, byPath, folders));
  return plain.every((one) => one !== null) ? plain : null;
};

/** What a kustomization holds where it is one file at its own place, read whole, with these fields alone; else null. */
export const valueOfFields = (
  { folder, root, yaml, kind, build }: Kustomization,
  fields: ReadonlySet<string>,
): JsonObject | null => {
  const [json, ...others] = build.own.values();
  if (json === undefined || others.length > 0 || build.plugins.size > 0 || build.broken !== null) return null;
  if (kind !== "Kustomization" || folder !== root || yaml.errors.length > 0) return null;
  const value: unknown = JSON.parse(json);
  return isObject(value) && Object.keys(value).every((field) => fields.has(field)) ? value : null;
};

const plainKustomization = (
  one: Kustomization,
  files: ReadonlyMap<string, YamlFile>,
  folders: ReadonlySet<string>,
): PlainKustomization | null => {
  const { folder, references, build } = one;
  const [place] = build.own.keys();
  const value = valueOfFields(one, fieldsForEach);
  if (place === undefined || value === null || folder.length > longestFolder) return null;
  const { resources } = value;
  if (!Array.isArray(resources) || resources.length !== references.length) return null;
  const entries = references.map((named, index) => plainEntry(named, resources[index], folder, files, folders));
  return entries.every((entry) => entry !== null) ? { place, value, entries } : null;
};

const plainEntry = (
  { path, real, target }: KustomizeReference,
  text: unknown,
  folder: string,
  files: ReadonlyMap<string, YamlFile>,
  folders: ReadonlySet<string>,
): PlainEntry | null => {
  if (path === null || real !== undefined || typeof text !== "string" || posix.join(folder, text) !== path) return null;
  if (target === "folder") return folders.has(path) ? { text, path, file: null } : null;
  const file = files.get(path);
  return target === "file" && file !== undefined && isPlainFile(file) ? { text, path, file } : null;
};

/** Nothing in it that is several objects in one. */
const isPlainFile = ({ errors, documents }: YamlFile): boolean =>
  errors.length === 0 && documents.every(({ value }) => value === null || (isObject(value) && !isList(value)));

const isList = ({ kind }: JsonObject): boolean => typeof kind !== "string" || kind.endsWith("List");

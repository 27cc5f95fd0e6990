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

const plainKustomization = (
  { folder, root, yaml, kind, references, build }: Kustomization,
  files: ReadonlyMap<string, YamlFile>,
  folders: ReadonlySet<string>,
): PlainKustomization | null => {
  const [own, ...others] = build.own;
  if (own === undefined || others.length > 0 || kind !== "Kustomization") return null;
  if (folder !== root || folder.length > longestFolder || yaml.errors.length > 0) return null;
  const [place, json] = own;
  const value: unknown = JSON.parse(json);
  if (!isObject(value) || !Object.keys(value).every((field) => fieldsForEach.has(field))) return null;
  const { resources } = value;
  if (!Array.isArray(resources) || resources.length !== references.length) return null;
  const entries = references.map((one, index) => plainEntry(one, resources[index], folder, files, folders));
  return entries.every((one) => one !== null) ? { place, value, entries } : null;
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

import type { Location } from "../finding.ts";
import { isObject, type Json, type Path } from "../manifest.ts";
import { builtinFiles, writtenReferences } from "./kustomize-fields.ts";
import { parseYaml } from "./parse-yaml.ts";
import { pluginKind, worst } from "./plugin-config.ts";
import { type Disk, kustomizationIn, targetOf } from "./reference-target.ts";
import type { KustomizeReference } from "./stack.ts";

/** An object that configures a generator, a transformer or a validator. */
interface PluginObject {
  readonly value: Json;
  locate(path: Path): Location;
}

/** What an entry of `generators`, `transformers` or `validators` refers to: itself, and the files that builtin plugins read in its stead. */
export const pluginReferences = async (
  entry: Pick<KustomizeReference, "field" | "text" | "at">,
  folder: string,
  disk: Disk,
): Promise<readonly KustomizeReference[]> => {
  const inline = parseYaml(entry.text, entry.at.file).documents.filter(({ value }) => pluginKind(value) !== null);
  const isInline = inline.length > 0;
  const target = isInline
    ? ({ target: "file", path: entry.at.file } as const)
    : await targetOf({ text: entry.text, means: "plugin" }, folder, disk);
  const objects = isInline
    ? inline.map(({ value }) => ({ value, locate: () => entry.at }))
    : target.path === null
      ? []
      : await objectsAt(target.path, disk, new Set());
  const kind = worst(objects.map(({ value }) => pluginKind(value)));
  const needsLeave = kind === "plugin" || kind === "chart";
  const text = isInline ? "(inline)" : entry.text;
  const nested = await Promise.all(objects.map((object) => filesOf(object, entry.field, folder, disk)));
  return [{ ...entry, text, ...target, ...(needsLeave ? { target: kind } : {}) }, ...nested.flat()];
};

/** A folder's resources are plugin configurations as well, however deep. */
const objectsAt = async (path: string, disk: Disk, seen: Set<string>): Promise<readonly PluginObject[]> => {
  if (seen.has(path)) return [];
  seen.add(path);
  const isFolder = (await disk.kind(path)) === "directory";
  const file = isFolder ? await kustomizationIn(path, disk) : path;
  const documents = (file === undefined ? undefined : await disk.yaml(file))?.documents ?? [];
  if (!isFolder) return documents;
  const value = documents[0]?.value;
  const inner = (isObject(value) ? writtenReferences(value) : []).map(async (written) => {
    if (!["any", "folder", "plugin"].includes(written.means)) return [];
    const target = await targetOf(written, path, disk);
    return target.path === null ? [] : objectsAt(target.path, disk, seen);
  });
  return (await Promise.all(inner)).flat();
};

/** Builtin plugins read files relative to the kustomization that runs them. */
const filesOf = (
  { value, locate }: PluginObject,
  field: string,
  folder: string,
  disk: Disk,
): Promise<readonly KustomizeReference[]> =>
  Promise.all(
    (isObject(value) && pluginKind(value) !== "plugin" ? builtinFiles(field, value) : []).map(async (written) => ({
      field: written.field,
      text: written.text,
      at: locate(written.path),
      ...(await targetOf(written, folder, disk)),
    })),
  );

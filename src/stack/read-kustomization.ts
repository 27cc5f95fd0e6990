import { posix } from "node:path";
import { isObject } from "../manifest.ts";
import type { EntryKind } from "../outside/workspace.ts";
import { fieldOf, type WrittenReference, writtenReferences } from "./kustomize-fields.ts";
import { parseYaml } from "./parse-yaml.ts";
import { type PluginKind, pluginKind, worst } from "./plugin-config.ts";
import { isRemote } from "./remote-reference.ts";
import type { Kustomization, KustomizeReference } from "./stack.ts";
import type { YamlFile } from "./yaml-file.ts";

/** The names kustomize looks for, in this order; two of them in one folder are an error of its own. */
export const kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"] as const;

/** What must be known of the disk to tell a reference's target. */
export interface Disk {
  kind(path: string): Promise<EntryKind>;
  /** The file, parsed; undefined where it cannot be read. */
  yaml(path: string): Promise<YamlFile | undefined>;
}

/** Reads one kustomization and finds out what each of its references leads to. Never throws for what the file says. */
export const readKustomization = async (
  yaml: YamlFile,
  layer: Kustomization["layer"],
  disk: Disk,
): Promise<Kustomization> => {
  const document = yaml.documents[0];
  const value = document !== undefined && isObject(document.value) ? document.value : {};
  const folder = posix.dirname(yaml.file);
  const references = await Promise.all(
    writtenReferences(value).map(async (written): Promise<KustomizeReference> => {
      const at = document?.locate(written.path) ?? { file: yaml.file, line: 1, column: 1 };
      const text = written.text.includes("\n") ? "(inline)" : written.text;
      return { field: written.field, text, at, ...(await targetOf(written, yaml.file, disk)) };
    }),
  );
  const kind = fieldOf(value, "kind") === "Component" ? "Component" : "Kustomization";
  return { folder, file: yaml.file, layer, yaml, kind, references };
};

type Target = Pick<KustomizeReference, "target" | "path">;

const targetOf = async (written: WrittenReference, file: string, disk: Disk): Promise<Target> => {
  const folder = posix.dirname(file);
  if (written.means === "chart") return { target: "chart", path: null };
  if (written.means !== "plugin") return localTarget(written, folder, disk);
  const inline = inlinePlugin(written.text);
  if (inline !== null) return { target: inline === "builtin" ? "file" : inline, path: file };
  const local = await localTarget(written, folder, disk);
  const kind = local.path === null ? null : await pluginKindAt(local.path, disk, new Set());
  return kind === "plugin" || kind === "chart" ? { ...local, target: kind } : local;
};

/** The kind of an object written in place of a path; null where the text is a path. */
const inlinePlugin = (text: string): PluginKind | null =>
  worst(parseYaml(text, "inline.yaml").documents.map((document) => pluginKind(document.value)));

/** A folder's resources are plugin configurations as well, however deep. */
const pluginKindAt = async (path: string, disk: Disk, seen: Set<string>): Promise<PluginKind | null> => {
  if (seen.has(path)) return null;
  seen.add(path);
  const isFolder = (await disk.kind(path)) === "directory";
  const file = isFolder ? await kustomizationIn(path, disk) : path;
  const documents = (file === undefined ? undefined : await disk.yaml(file))?.documents ?? [];
  if (!isFolder) return worst(documents.map((document) => pluginKind(document.value)));
  const value = documents[0]?.value;
  const kinds = (isObject(value) ? writtenReferences(value) : []).map(async (written) => {
    if (!["any", "folder", "plugin"].includes(written.means)) return null;
    const inner = await localTarget(written, path, disk);
    return inner.path === null ? null : pluginKindAt(inner.path, disk, seen);
  });
  return worst(await Promise.all(kinds));
};

/** The kustomization file of a folder, or undefined. */
export const kustomizationIn = async (folder: string, disk: Disk): Promise<string | undefined> => {
  const files = kustomizationNames.map((name) => posix.join(folder, name));
  const kinds = await Promise.all(files.map((file) => disk.kind(file)));
  return files.find((_, index) => kinds[index] === "file");
};

const localTarget = async (written: WrittenReference, folder: string, disk: Disk): Promise<Target> => {
  const path = posix.normalize(posix.join(folder, written.text)).replace(/\/$/, "");
  if (isRemote(written.text)) {
    // A file of that name is read before git is asked; a folder of that name is not.
    const isFile = written.means !== "folder" && !/^[a-z]+:/i.test(written.text) && (await disk.kind(path)) === "file";
    return isFile ? { target: "file", path } : { target: "remote", path: null };
  }
  if (posix.isAbsolute(written.text)) return { target: "outside", path: null };
  switch (await disk.kind(path)) {
    case "file":
      return { target: "file", path };
    case "directory":
      return { target: "folder", path };
    case "outside":
      return { target: "outside", path: null };
    default:
      return { target: "missing", path: null };
  }
};

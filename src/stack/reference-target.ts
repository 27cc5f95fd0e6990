import { posix } from "node:path";
import type { EntryKind } from "../outside/workspace.ts";
import type { WrittenReference } from "./kustomize-fields.ts";
import { isRemote } from "./remote-reference.ts";
import type { KustomizeReference } from "./stack.ts";
import type { YamlFile } from "./yaml-file.ts";

/** The names kustomize looks for, in this order; two of them in one folder are an error of its own. */
export const kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"] as const;

/** What must be known of the disk to tell a reference's target. */
export interface Disk {
  kind(path: string): Promise<EntryKind>;
  /** The file, parsed; undefined where it cannot be read. */
  yaml(path: string): Promise<YamlFile | undefined>;
}

/** The kustomization file of a folder, or undefined. */
export const kustomizationIn = async (folder: string, disk: Disk): Promise<string | undefined> => {
  const files = kustomizationNames.map((name) => posix.join(folder, name));
  const kinds = await Promise.all(files.map((file) => disk.kind(file)));
  return files.find((_, index) => kinds[index] === "file");
};

/** What a path or an address leads to, seen from the kustomization's folder. */
export const targetOf = async (
  { text, means }: Pick<WrittenReference, "text" | "means">,
  folder: string,
  disk: Disk,
): Promise<Pick<KustomizeReference, "target" | "path">> => {
  const path = posix.normalize(posix.join(folder, text)).replace(/\/$/, "");
  if (isRemote(text)) {
    // A file of that name is read before git is asked; a folder of that name is not.
    const isFile = means !== "folder" && !/^[a-z]+:/i.test(text) && (await disk.kind(path)) === "file";
    return isFile ? { target: "file", path } : { target: "remote", path: null };
  }
  if (posix.isAbsolute(text)) return { target: "outside", path: null };
  switch (await disk.kind(path)) {
    case "file":
      return { target: "file", path };
    case "directory":
      return { target: "folder", path };
    case "outside":
      return { target: "outside", path: null };
    case "other":
      return { target: "special", path: null };
    default:
      return { target: "missing", path: null };
  }
};

import { posix } from "node:path";
import type { FollowedPath } from "../../outside/workspace.ts";
import type { YamlFile } from "../../text/yaml-file.ts";
import type { KustomizeReference } from "../stack.ts";
import type { WrittenReference } from "./kustomize-fields.ts";
import { isPlainPath, isRemote } from "./remote-reference.ts";

/** The names kustomize looks for, in this order; two of them in one folder are an error of its own. */
export const kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"] as const;

/** What must be known of the disk to tell a reference's target. */
export interface Disk {
  find(path: string): Promise<FollowedPath>;
  /** The file, parsed; undefined where it cannot be read. */
  yaml(path: string): Promise<YamlFile | undefined>;
  /** The name by which the stack knows a place: behind a link the stack's own, else the place itself. */
  named(real: string): string;
  /** Takes note of what will be written for kustomize. Throws OperatorError where it is too much. */
  write(characters: number): void;
}

/** The kustomization file of a folder, or undefined. */
export const kustomizationIn = async (folder: string, disk: Disk): Promise<string | undefined> => {
  const files = kustomizationNames.map((name) => posix.join(folder, name));
  const found = await Promise.all(files.map((file) => disk.find(file)));
  return files.find((_, index) => found[index]?.kind === "file");
};

/** A reference's target, and the text that kustomize gets for it. */
export interface ReferenceTarget extends Pick<KustomizeReference, "target" | "path" | "real"> {
  readonly handed: string;
}

/** What a path or an address leads to, seen from the kustomization's real folder, as kustomize sees it. */
export const targetOf = async (
  { text, means }: Pick<WrittenReference, "text" | "means">,
  root: string,
  disk: Disk,
): Promise<ReferenceTarget> => {
  const written = posix.normalize(posix.join(root, text)).replace(/\/$/, "");
  const { kind, real } = posix.isAbsolute(text) ? outside : await disk.find(written);
  if (isRemote(text)) {
    // A file of that name is read before git is asked; a folder of that name is not.
    const isFile = means !== "folder" && !/^[a-z]+:/i.test(text) && kind === "file";
    if (!isFile) return { target: "remote", path: null, handed: text };
  }
  if (real !== null && (kind === "file" || kind === "directory")) {
    const path = disk.named(real);
    // Where a file cannot be used after all, kustomize asks git.
    const handed = real === written && (means === "file" || isPlainPath(text)) ? text : pathFrom(root, real);
    return {
      target: kind === "file" ? "file" : "folder",
      path,
      ...(path === real ? {} : { real }),
      handed: breaks.test(handed) ? nowhere(text) : handed,
    };
  }
  if (kind === "outside") return { target: "outside", path: null, handed: nowhere(text) };
  if (kind === "other") return { target: "special", path: null, handed: nowhere(text) };
  return { target: "missing", path: null, handed: isPlainPath(text) || means === "file" ? text : nowhere(text) };
};

/** The same for everything that a kustomization names: what is no path has no target on the disk. */
export const resolveWritten = async (written: WrittenReference, root: string, disk: Disk): Promise<ReferenceTarget> => {
  const { means, text, key } = written;
  if (means === "chart") return { target: "chart", path: null, handed: text };
  if (means === "helm-home") return { target: "plugin", path: null, handed: text };
  if (means === "unsafe") return { target: "unsafe", path: null, handed: "" };
  // Helm takes a comma or a quote in the path of a values file for the end of one path and the start of another.
  if (/\.additionalValuesFiles$/i.test(written.field) && /[,"\p{Cc}]/u.test(posix.join(root, text)))
    return { target: "unsafe", path: null, handed: "" };
  const target = await targetOf(written, root, disk);
  if (key === undefined) return target;
  // The key is the file's name, unless it is written: another path keeps it.
  const kept = key === "" && target.handed !== text ? `${posix.basename(text)}=` : key;
  return { ...target, handed: kept + target.handed };
};

/** Whether kustomize gets the text that is written. */
export const isHandedOn = ({ key, text }: WrittenReference, handed: string): boolean => handed === (key ?? "") + text;

const outside: FollowedPath = { kind: "outside", real: null };

const pathFrom = (root: string, real: string): string => {
  const path = posix.relative(root, real) || ".";
  return path === "." || path === ".." || path.startsWith("../") ? path : `./${path}`;
};

/** Line breaks, as one YAML parser or the other takes them: with them a path could be read as an object. */
const breaks = /[\p{Cc}\u2028\u2029]/u;

/** A relative path in one line, below the folder, that can be neither an address nor an object. */
const nowhere = (text: string): string =>
  `./${text
    .replaceAll(new RegExp(breaks, "gu"), " ")
    .split("/")
    .filter((part) => part !== "..")
    .join("/")}`;

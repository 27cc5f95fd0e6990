import { posix } from "node:path";
import { compare } from "../finding.ts";
import type { Entry, Found, Refusal, Workspace } from "../outside/workspace.ts";
import { parseYaml } from "./parse-yaml.ts";
import { kustomizationNames } from "./reference-target.ts";
import type { UnreadableFile } from "./stack.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Open files at once: far below the usual limit of 1024 descriptors, far above what disks serve in parallel. */
const atOnce = 64;

/** Reads and parses every file of the tree once, and remembers what could not be read. */
export class FileStore {
  readonly #workspace: Workspace;
  readonly #files = new Map<string, Promise<YamlFile | undefined>>();
  readonly #found = new Map<string, Promise<Found>>();
  readonly #names = new Map<string, string>();
  readonly #unreadable = new Map<string, UnreadableFile>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** What a walk found out needs no second look. Behind a link a file keeps the name that the walk gave it, unless it was met under its own. */
  seen(entries: readonly Entry[]): void {
    const own = new Set(entries.flatMap(({ path, real }) => (real === undefined ? [path] : [])));
    for (const { path, kind, real } of entries) {
      // Of a folder that was not entered only the path is known.
      if (kind === "file") this.#found.set(path, Promise.resolve({ kind, real: real ?? path }));
      if (real !== undefined && !own.has(real)) this.name(real, path);
    }
  }

  /** The first name stays. */
  name(real: string, path: string): void {
    if (!this.#names.has(real)) this.#names.set(real, path);
  }

  named(real: string): string {
    return this.#names.get(real) ?? real;
  }

  find(path: string): Promise<Found> {
    const known = this.#found.get(path) ?? this.#workspace.find(path);
    this.#found.set(path, known);
    return known;
  }

  /** The parsed file; undefined where it cannot be read, which is remembered. */
  yaml(path: string): Promise<YamlFile | undefined> {
    const known = this.#files.get(path) ?? this.#read(path);
    this.#files.set(path, known);
    return known;
  }

  /** Reads many files; the result has only those that could be read, in the order given. */
  async yamls(paths: readonly string[]): Promise<readonly YamlFile[]> {
    const read: YamlFile[] = [];
    for (let from = 0; from < paths.length; from += atOnce) {
      const files = await Promise.all(paths.slice(from, from + atOnce).map((path) => this.yaml(path)));
      for (const file of files) if (file !== undefined) read.push(file);
    }
    return read;
  }

  refuse(file: string, why: Refusal, message: string): void {
    this.#unreadable.set(file, { file, message, why });
  }

  unreadable(): readonly UnreadableFile[] {
    return [...this.#unreadable.values()].sort((a, b) => compare(a.file, b.file));
  }

  async #read(path: string): Promise<YamlFile | undefined> {
    const read = await this.#workspace.read(path);
    // Kustomizations are read by the parser that helm uses, where `yes` is true; everything else by a newer one.
    const isKustomization = (kustomizationNames as readonly string[]).includes(posix.basename(path));
    if (read.ok) return parseYaml(read.text, path, isKustomization ? "helm" : "kustomize");
    this.refuse(path, read.why, read.message);
    return undefined;
  }
}

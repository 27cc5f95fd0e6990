import { compare } from "../finding.ts";
import type { EntryKind, Refusal, Workspace } from "../outside/workspace.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { UnreadableFile } from "./stack.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Open files at once: far below the usual limit of 1024 descriptors, far above what disks serve in parallel. */
const atOnce = 64;

/** Reads and parses every file of the tree once, and remembers what could not be read. */
export class FileStore {
  readonly #workspace: Workspace;
  readonly #files = new Map<string, Promise<YamlFile | undefined>>();
  readonly #kinds = new Map<string, Promise<EntryKind>>();
  readonly #unreadable = new Map<string, UnreadableFile>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** What a walk found out needs no second look. */
  seen(path: string, kind: EntryKind): void {
    this.#kinds.set(path, Promise.resolve(kind));
  }

  kind(path: string): Promise<EntryKind> {
    const known = this.#kinds.get(path) ?? this.#workspace.kind(path);
    this.#kinds.set(path, known);
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
    if (read.ok) return parseYaml(read.text, path);
    this.refuse(path, read.why, read.message);
    return undefined;
  }
}

import { posix } from "node:path";
import { OperatorError } from "../core/errors.ts";
import { compare } from "../core/finding.ts";
import { nextTurn } from "../core/next-turn.ts";
import type { Entry, FollowedPath, NotReadReason, Workspace } from "../outside/workspace.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import { kustomizationNames } from "./kustomize/reference-target.ts";
import type { UnreadableFile } from "./stack.ts";

/** Open files at once: as many as may be in memory twice, and above what Node reads in parallel (four). */
const atOnce = 16;

/** Files that are read before anything else has its turn: a signal that ends the run, or the watchdog's. */
const inOneTurn = 100;

/**
 * Characters of all files together: several times those of the largest stacks, and what can be parsed in a gigabyte.
 */
const maxCharacters = 64 * 1024 * 1024;

/** Reads and parses every file of the tree once, and remembers what could not be read. */
export class FileStore {
  readonly #workspace: Workspace;
  readonly #files = new Map<string, Promise<YamlFile | undefined>>();
  readonly #found = new Map<string, Promise<FollowedPath>>();
  readonly #names = new Map<string, string>();
  readonly #unreadable = new Map<string, UnreadableFile>();
  readonly #slots: Promise<unknown>[] = [];
  #next = 0;
  #begun = 0;
  #left = maxCharacters;
  #toWrite = maxCharacters;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * What a walk found out needs no second look. Behind a link a file keeps the name that the walk gave it, unless
   * it was met under its own.
   */
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

  find(path: string): Promise<FollowedPath> {
    const known = this.#found.get(path) ?? this.#workspace.find(path);
    this.#found.set(path, known);
    return known;
  }

  /**
   * The parsed file; undefined where it cannot be read, which is remembered. Throws OperatorError `invalid-input` when
   * all are too much together.
   */
  yaml(path: string): Promise<YamlFile | undefined> {
    const known = this.#files.get(path) ?? this.#inTurn(() => this.#read(path));
    this.#files.set(path, known);
    return known;
  }

  /** Reads many files; the result has only those that could be read, in the order given. */
  async yamls(paths: readonly string[]): Promise<readonly YamlFile[]> {
    const files = await Promise.all(paths.map((path) => this.yaml(path)));
    return files.flatMap((file) => file ?? []);
  }

  /**
   * Takes note of what will be written for kustomize. Throws OperatorError `invalid-input` when
   * all is too much together.
   */
  write(characters: number): void {
    this.#toWrite -= characters;
    if (this.#toWrite < 0)
      throw tooMuch(`its kustomizations and plugins come to more than ${maxCharacters / 1024 / 1024} MiB together`);
  }

  refuse(file: string, why: NotReadReason, message: string): void {
    this.#unreadable.set(file, { file, message, why });
  }

  unreadable(): readonly UnreadableFile[] {
    return [...this.#unreadable.values()].sort((a, b) => compare(a.file, b.file));
  }

  /** One of a few queues, whatever asks: the number of files that are open at once does not grow with the tree. */
  #inTurn<T>(read: () => Promise<T>): Promise<T> {
    const slot = this.#next % atOnce;
    this.#next += 1;
    const before = this.#slots[slot] ?? Promise.resolve();
    const mine = before.then(read);
    this.#slots[slot] = mine.catch(() => undefined);
    return mine;
  }

  async #read(path: string): Promise<YamlFile | undefined> {
    if (this.#left < 0) return undefined;
    this.#begun += 1;
    if (this.#begun % inOneTurn === 0) await nextTurn();
    const read = await this.#workspace.read(path);
    if (!read.ok) {
      this.refuse(path, read.why, read.message);
      return undefined;
    }
    this.#left -= read.text.length;
    if (this.#left < 0) throw tooMuch(`its YAML files have more than ${maxCharacters / 1024 / 1024} MiB together`);
    // Kustomizations are read by the parser that helm uses, where `yes` is true; everything else by a newer one.
    const isKustomization = (kustomizationNames as readonly string[]).includes(posix.basename(path));
    return parseYaml(read.text, path, isKustomization ? "helm" : "kustomize");
  }
}

/** The tree has more than a stack can have. */
export const tooMuch = (what: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    `The stack is too large to be read: ${what}.`,
    "Keep what does not belong to the stack outside of base/ and overlays/, or split the stack.",
  );

import { posix } from "node:path";
import { compare } from "../core/finding.ts";
import type { BytesResult, Entry, EntryKind, FollowedPath, ReadResult, Workspace } from "../outside/workspace.ts";

/** Texts of files by their real path, relative to the root; null: there is no such file. */
export type LaidFiles = ReadonlyMap<string, string | null>;

/**
 * The workspace with other texts in some of its files. Nothing is written, and what a path leads to is decided as
 * before: what lies outside stays outside.
 */
export const layOver = (workspace: Workspace, files: LaidFiles): Workspace => new LaidOver(workspace, files);

class LaidOver implements Workspace {
  readonly #below: Workspace;
  readonly #files: LaidFiles;

  constructor(below: Workspace, files: LaidFiles) {
    this.#below = below;
    this.#files = files;
  }

  get root(): string {
    return this.#below.root;
  }

  absolute(path: string): string {
    return this.#below.absolute(path);
  }

  /** Texts are laid over files, never over links. */
  links(path: string): Promise<readonly string[]> {
    return this.#below.links(path);
  }

  async read(file: string): Promise<ReadResult> {
    const text = await this.#laid(file);
    if (text === undefined) return this.#below.read(file);
    return text === null ? missing(file) : { ok: true, text: text.replace(/^\ufeff/, "") };
  }

  async bytes(file: string): Promise<BytesResult> {
    const text = await this.#laid(file);
    if (text === undefined) return this.#below.bytes(file);
    return text === null ? missing(file) : { ok: true, bytes: Buffer.from(text) };
  }

  async kind(path: string): Promise<EntryKind> {
    return (await this.find(path)).kind;
  }

  async find(path: string): Promise<FollowedPath> {
    const [found, real] = [await this.#below.find(path), await this.#real(path)];
    if (real === null) return found;
    const text = this.#files.get(real);
    if (text !== undefined) return text === null ? { kind: "missing", real: null } : { kind: "file", real };
    const inside = (name: string): boolean => real === "" || name.startsWith(`${real}/`);
    if (found.kind === "missing" && [...this.#files].some(([name, laid]) => laid !== null && inside(name)))
      return { kind: "directory", real };
    // A folder goes with its last file.
    const isEmptied =
      found.kind === "directory" && [...this.#files].some(([name, laid]) => laid === null && inside(name));
    return isEmptied && (await this.walk(path)).length === 0 ? { kind: "missing", real: null } : found;
  }

  async walk(folder: string): Promise<readonly Entry[]> {
    const entries = await this.#below.walk(folder);
    const kept = entries.filter(({ path, real }) => this.#files.get(real ?? path) !== null);
    const known = new Set(kept.map(({ path, real }) => real ?? path));
    const place = await this.#real(folder);
    const added = [...this.#files].flatMap(([name, text]): readonly Entry[] => {
      if (place === null || text === null || known.has(name) || !name.startsWith(place === "" ? "" : `${place}/`))
        return [];
      const path = posix.join(folder, posix.relative(place, name));
      return [{ path, kind: "file", ...(path === name ? {} : { real: name }) }];
    });
    return added.length === 0 ? kept : [...kept, ...added].toSorted((a, b) => compare(a.path, b.path));
  }

  /** Undefined: the file is as it was. */
  async #laid(file: string): Promise<string | null | undefined> {
    const real = await this.#real(file);
    return real === null ? undefined : this.#files.get(real);
  }

  /** Also of what is not there: the real path of the folder that would hold it. Null outside the root. */
  async #real(path: string): Promise<string | null> {
    const { kind, real } = await this.#below.find(path);
    if (real !== null) return real === "." ? "" : real;
    if (kind !== "missing") return null;
    const [folder, name] = [posix.dirname(posix.normalize(path)), posix.basename(path)];
    if (folder === posix.normalize(path) || name === "..") return null;
    const above = await this.#real(folder);
    return above === null ? null : posix.join(above, name);
  }
}

const missing = (file: string) => ({ ok: false, why: "missing", message: `${file} does not exist.` }) as const;

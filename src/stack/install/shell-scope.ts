import { posix } from "node:path";
import type { Function as ShellFunction } from "unbash";
import { knownValue, root, type ShellValue, type ShellVariable, TooMuch, unknownValue } from "./shell-value.ts";

/**
 * Real scripts expand to some kilobytes; a function that is called ten thousand times must not take the
 * memory of as many long words.
 */
const maxExpanded = 4_000_000;

/** Subshells in subshells: every name is looked for in each of them. */
const maxDepth = 200;

/** What bash itself sets, whatever a script assigns: nobody knows it before. */
const dynamic =
  /^(?:_|RANDOM|SRANDOM|SECONDS|LINENO|EPOCH\w+|BASH\w*|UID|EUID|PPID|GROUPS|OLDPWD|DIRSTACK|FUNCNAME|HISTCMD|SHLVL|REPLY|MAPFILE|PIPESTATUS|COPROC|OPTARG|OPTIND|COMP_\w+)$/;

/**
 * What a script knows at one moment: variables, functions, arguments, and the folders it may stand in. What a subshell
 * changes stays in a child.
 */
export class Scope {
  /** The script's arguments, or a function's; null once nobody knows them. */
  args: readonly ShellValue[] | null = [];
  /**
   * Folders relative to the repository root that the script may stand in: as many as there are places it may have been
   * started from. Null once it has gone where nobody can follow.
   */
  folders: readonly string[] | null;
  /** Inside a function: what its local variables were before. */
  locals: Map<string, ShellVariable | undefined> | null = null;
  readonly #vars = new Map<string, ShellVariable | undefined>();
  readonly #functions = new Map<string, ShellFunction | "unsure">();
  readonly #exported = new Set<string>();
  readonly #shared: Shared;
  readonly #parent: Scope | null;
  readonly #depth: number;

  /** `unfollowed`: variables whose values are never known. */
  constructor(script: string, folders: readonly string[], unfollowed: ReadonlySet<string> = new Set(), parent?: Scope) {
    this.folders = parent === undefined ? folders : parent.folders;
    this.#parent = parent ?? null;
    this.#depth = parent === undefined ? 0 : parent.#depth + 1;
    this.#shared =
      parent !== undefined
        ? parent.#shared
        : { script: `${root}/${script}`, unfollowed, expanded: 0, readonly: new Set() };
    if (this.#depth > maxDepth) throw new TooMuch();
    if (parent === undefined) this.#vars.set("GITHUB_WORKSPACE", knownValue(root));
    else {
      this.args = parent.args;
      this.locals = parent.locals === null ? null : new Map();
    }
  }

  /** For a subshell: what it changes stays inside. */
  child(): Scope {
    return new Scope("", [], undefined, this);
  }

  get(name: string): ShellVariable | undefined {
    if (name === "0" || name === "BASH_SOURCE") return knownValue(this.#shared.script);
    if (/^[1-9]\d*$/.test(name)) return this.args === null ? moved : this.args[Number(name) - 1];
    if (name === "@" || name === "*") return this.args ?? moved;
    if (name === "PWD") return this.here();
    if (this.#shared.unfollowed.has(name)) return lost(name);
    return this.#find((scope) => (scope.#vars.has(name) ? { is: scope.#vars.get(name) } : undefined))?.is;
  }

  set(name: string, value: ShellVariable): void {
    const isLost = this.#shared.readonly.has(name) || dynamic.test(name);
    this.#vars.set(name, isLost ? lost(name) : value);
  }

  unset(name: string): void {
    this.#vars.set(name, undefined);
  }

  /** Gives a variable its former value back, or none. */
  restore(name: string, former: ShellVariable | undefined): void {
    this.#vars.set(name, former);
  }

  /** Makes a variable readonly: bash refuses later assignments, one way or another. */
  seal(name: string): void {
    this.#shared.readonly.add(name);
  }

  export(name: string): void {
    this.#exported.add(name);
  }

  isExported(name: string): boolean {
    return this.#find((scope) => (scope.#exported.has(name) ? true : undefined)) === true;
  }

  /** The function of that name; `unsure` where several definitions may hold. */
  function(name: string): ShellFunction | "unsure" | undefined {
    return this.#find((scope) => scope.#functions.get(name));
  }

  define(name: string, body: ShellFunction | "unsure"): void {
    this.#functions.set(name, body);
  }

  /** Counts what was expanded. Throws TooMuch. */
  spend(characters: number): void {
    this.#shared.expanded += characters;
    if (this.#shared.expanded > maxExpanded) throw new TooMuch();
  }

  /** The folder the script stands in, as a path for its words. */
  here(): ShellValue {
    if (this.folders === null) return unknownValue("the script's working folder is not known here");
    const [only, ...others] = this.folders;
    return only === undefined || others.length > 0 ? knownValue(".") : knownValue(posix.join(root, only));
  }

  /** `cd`: to a place below `root`, or from every folder that it may stand in. */
  enter(folder: ShellValue): void {
    if (!folder.known || this.folders === null || this.get("CDPATH") !== undefined) this.folders = null;
    else if (folder.text.startsWith(root)) this.folders = [belowRoot(folder.text)];
    else if (/^[/~-]/.test(folder.text) || folder.text === "") this.folders = null;
    else this.folders = this.folders.map((from) => posix.normalize(posix.join(from, folder.text)));
  }

  #find<T>(of: (scope: Scope) => T | undefined): T | undefined {
    for (let scope: Scope | null = this; scope !== null; scope = scope.#parent) {
      const found = of(scope);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

interface Shared {
  /** The script itself, below `root`. */
  readonly script: string;
  readonly unfollowed: ReadonlySet<string>;
  readonly readonly: Set<string>;
  expanded: number;
}

const lost = (name: string): ShellValue => unknownValue(`what ${name} becomes is known only to the running shell`);

const moved = unknownValue("the arguments are set or moved in a way that is not followed");

/** A path below `root`, relative to it; `../…` where it leaves the repository. */
export const belowRoot = (path: string): string => posix.normalize(posix.join(".", path.slice(root.length)));

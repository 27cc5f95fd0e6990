import { posix } from "node:path";
import { known, root, unknown, type Value, type Variable } from "./shell-value.ts";

/** What a script knows at one moment: variables, arguments, and the folders it may stand in. */
export class Scope {
  readonly vars: Map<string, Variable>;
  /** The script itself, below `root`. */
  readonly script: string;
  args: readonly Value[] = [];
  /**
   * Folders relative to the repository root that the script may stand in: as many as there are places it may have been started from.
   * Null once it has gone where nobody can follow.
   */
  folders: readonly string[] | null;

  constructor(script: string, folders: readonly string[]) {
    this.script = `${root}/${script}`;
    this.folders = folders;
    this.vars = new Map([["GITHUB_WORKSPACE", known(root)]]);
  }

  /** For a subshell: what it changes stays inside. */
  copy(): Scope {
    const scope = new Scope(this.script.slice(2), this.folders ?? []);
    scope.folders = this.folders;
    scope.args = this.args;
    for (const [name, value] of this.vars) scope.vars.set(name, value);
    return scope;
  }

  get(name: string): Variable | undefined {
    if (name === "0" || name === "BASH_SOURCE") return known(this.script);
    if (/^[1-9]\d*$/.test(name)) return this.args[Number(name) - 1];
    if (name === "@" || name === "*") return this.args;
    if (name === "PWD") return this.here();
    return this.vars.get(name);
  }

  /** The folder the script stands in, as a path for its words. */
  here(): Value {
    if (this.folders === null) return unknown("the script's working folder is not known here");
    const [only, ...others] = this.folders;
    return only === undefined || others.length > 0 ? known(".") : known(posix.join(root, only));
  }

  /** `cd`: to a place below `root`, or from every folder that it may stand in. */
  enter(folder: Value): void {
    if (!folder.known || this.folders === null) this.folders = null;
    else if (folder.text.startsWith(root)) this.folders = [belowRoot(folder.text)];
    else if (/^[/~-]/.test(folder.text) || folder.text === "") this.folders = null;
    else this.folders = this.folders.map((from) => posix.normalize(posix.join(from, folder.text)));
  }
}

/** A path below `root`, relative to it; `../…` where it leaves the repository. */
export const belowRoot = (path: string): string => posix.normalize(posix.join(".", path.slice(root.length)));

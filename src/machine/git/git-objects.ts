import { commandLine } from "../../outside/command-line.ts";
import type { Outside } from "../../outside/outside.ts";
import { gitVerb, openGit } from "./git-command.ts";

/** A commit by its own text: neither replacements nor grafts nor a shallow clone change its parents. */
export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
}

/** The objects of the workspace's own repository. */
export interface GitObjects {
  /** Null where the clone does not hold it. */
  commit(name: string): Promise<Commit | null>;
  /**
   * The texts of files at a commit, links inside it followed; what is not there is left out. Names are relative to the
   * root, as the workspace's reader takes them.
   */
  texts(sha: string, files: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** How git ended that failed altogether, so that it answered nothing; null where none has. */
  trouble(): string | null;
}

interface GitObject {
  readonly sha: string;
  readonly type: string;
  readonly text: string;
}

/**
 * Opens the repository in the workspace's root, never one around it or below it; null where there is no git to read it.
 */
export const openGitObjects = async (
  outside: Pick<Outside, "env" | "exec" | "workspace">,
): Promise<GitObjects | null> => {
  const git = await openGit(outside);
  if (git === null) return null;
  // No filter and no text conversion runs: `cat-file --batch` gives objects as they are stored.
  const args = commandLine({
    verb: [...gitVerb, "cat-file"],
    flags: [["batch", true] as const, ["follow-symlinks", true] as const],
  });
  let trouble: string | null = null;
  const ask = async (names: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await git(args, names.map((name) => `${name}\n`).join(""));
    if (code === 0) return stdout;
    trouble = stderr.trim().split("\n").at(-1) || `exit code ${code}`;
    return "";
  };
  const one = async (name: string): Promise<GitObject | null> => firstOf(await ask([name]));
  const all = async (names: readonly string[]): Promise<readonly (GitObject | null)[]> => {
    const answer = await ask(names);
    // Sizes are those of the bytes, and what is not UTF-8 has lost its own.
    return answer.includes("\uFFFD") ? oneByOne(names, one) : [...objectsIn(answer)];
  };
  return {
    async commit(name) {
      const found = await one(`${name}^{commit}`);
      return found === null ? null : { sha: found.sha, parents: parentsIn(found.text) };
    },
    trouble: () => trouble,
    async texts(sha, files) {
      const asked = files.flatMap((path) => {
        const name = nameInCommit(path);
        return name === null ? [] : [{ path, name: `${sha}:${name}` }];
      });
      const found = asked.length === 0 ? [] : await all(asked.map(({ name }) => name));
      return new Map(
        asked.flatMap(({ path }, index) => {
          const object = found[index] ?? null;
          return object === null || object.type !== "blob" ? [] : [[path, object.text] as const];
        }),
      );
    },
  };
};

const oneByOne = async (
  names: readonly string[],
  one: (name: string) => Promise<GitObject | null>,
): Promise<readonly (GitObject | null)[]> => {
  const found: (GitObject | null)[] = [];
  for (const name of names) found.push(await one(name));
  return found;
};

const header = /^([0-9a-f]{40,64}) (\w+) (\d+)$/;
/** Links that lead out of the commit, to nothing, or to each other: a header with a size, and that many bytes. */
const leadsAway = /^(?:symlink|dangling|loop|notdir) (\d+)$/;

/** The one object that was asked for: all that follows the header, in whatever encoding. */
const firstOf = (answer: string): GitObject | null => {
  const end = answer.indexOf("\n");
  const [, sha, type] = header.exec(answer.slice(0, Math.max(end, 0))) ?? [];
  return sha === undefined || type === undefined ? null : { sha, type, text: answer.slice(end + 1, -1) };
};

/** The answers to several names, in their order. */
function* objectsIn(answer: string): Generator<GitObject | null> {
  const bytes = Buffer.from(answer);
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const line = bytes.toString("utf8", at, end === -1 ? bytes.length : end);
    at += Buffer.byteLength(line) + 1;
    const [, sha, type, size] = header.exec(line) ?? [];
    const length = size ?? leadsAway.exec(line)?.[1];
    const text = length === undefined ? "" : bytes.toString("utf8", at, at + Number(length));
    if (length !== undefined) at += Number(length) + 1;
    yield sha === undefined || type === undefined ? null : { sha, type, text };
  }
}

const parentsIn = (commit: string): readonly string[] =>
  commit
    .slice(0, Math.max(commit.indexOf("\n\n"), 0))
    .split("\n")
    .flatMap((line) => (line.startsWith("parent ") ? [line.slice("parent ".length)] : []));

/** A path as commits have it; null for one that no commit can have. */
const nameInCommit = (path: string): string | null => {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return path.startsWith("/") || parts.length === 0 || /[\n\0]/.test(path) ? null : parts.join("/");
};

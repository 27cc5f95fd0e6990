import { isObject, type Json, valueAt } from "../manifest.ts";
import { findOnPath } from "./find-on-path.ts";
import type { Outside } from "./outside.ts";

/** What the repository is without the change of a pull request. */
export interface BaseCommit {
  readonly sha: string;
  /** The text of a file at that commit; null where it has none. */
  read(file: string): Promise<string | null>;
}

/** What is needed to look at the repository before the inputs are known. */
export type Repository = Pick<Outside, "env" | "exec" | "files" | "workspace">;

/**
 * The commit that a pull request wants to change: the first parent of the merge that GitHub checks out, else the base that the event names. Null outside pull requests;
 * `unknown` where the clone does not hold it (`fetch-depth: 1`), or there is no git.
 */
export const baseCommit = async (repository: Repository): Promise<BaseCommit | "unknown" | null> => {
  const { env } = repository;
  if (!/^pull_request(?:_target)?$/.test(env["GITHUB_EVENT_NAME"] ?? "")) return null;
  const git = await openGit(repository);
  if (git === null) return "unknown";
  const isMerge = /^refs\/pull\/\d+\/merge$/.test(env["GITHUB_REF"] ?? "");
  const parent = isMerge ? await git("rev-parse", "--verify", "--quiet", "HEAD^1^{commit}") : null;
  const sha = parent?.trim() ?? (await namedBase(repository));
  if (sha === null || (await git("cat-file", "-e", `${sha}^{commit}`)) === null) return "unknown";
  // The blob as it is stored: no filter and no text conversion of the repository runs.
  return { sha, read: (file) => git("cat-file", "blob", `${sha}:${file}`) };
};

/** Null where the command fails, which is how git says that there is no such object. */
type Git = (...args: readonly string[]) => Promise<string | null>;

const openGit = async ({ env, exec, workspace }: Repository): Promise<Git | null> => {
  const file = await findOnPath("git", env["PATH"]);
  if (file === undefined) return null;
  // The runner's checkout may belong to another user.
  const here = ["-c", `safe.directory=${workspace.root}`, "-C", workspace.root];
  return async (...args) => {
    const { code, stdout } = await exec({ file, args: [...here, ...args], env: {}, timeoutMs: 30_000 });
    return code === 0 ? stdout : null;
  };
};

const namedBase = async ({ env, files }: Repository): Promise<string | null> => {
  const text = await files.read(env["GITHUB_EVENT_PATH"] ?? "").catch(() => null);
  const sha = text === null ? undefined : valueAt(parse(text), ["pull_request", "base", "sha"]);
  return typeof sha === "string" && /^[0-9a-f]{40}$/.test(sha) ? sha : null;
};

const parse = (text: string): Json => {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
};

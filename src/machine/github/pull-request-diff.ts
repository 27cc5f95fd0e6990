import { createHash } from "node:crypto";
import type { RepositoryName } from "../../gate/event-change.ts";
import type { ChangedLines, LineRange } from "../../outside/change.ts";
import { patchLines } from "../../text/patch-lines.ts";
import type { Octokit } from "./octokit.ts";

/** A file of a pull request's diff, as its head has it. */
export interface DiffedFile {
  /** The name of its object. */
  readonly sha: string;
  readonly lines: ChangedLines;
}

/** GitHub tells of no more: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const mostFiles = 3000;

/** The files of a pull request's diff that are still there, by path. Throws as Octokit does. */
export const askDiff = async (
  octokit: Octokit,
  repository: RepositoryName,
  number: number,
): Promise<ReadonlyMap<string, DiffedFile>> => {
  const files = new Map<string, DiffedFile>();
  let told = 0;
  const asked = { ...repository, pull_number: number, per_page: 100 };
  for await (const { data } of octokit.paginate.iterator(octokit.rest.pulls.listFiles, asked)) {
    const page: unknown = data;
    if (!Array.isArray(page)) throw new Error("the answer holds no list of files");
    for (const file of page) {
      const { filename, sha, patch, status } = Object(file);
      if ([filename, sha, patch].every((field) => typeof field === "string") && status !== "removed")
        files.set(filename, { sha, lines: patchLines(patch) });
    }
    told += page.length;
    if (page.length === 0 || told >= mostFiles) break;
  }
  return files;
};

/** Whether these bytes are the file: Git names its objects by what they hold, in repositories of either hash. */
export const isBlob = (sha: string, bytes: Uint8Array): boolean =>
  createHash(sha.length === 64 ? "sha256" : "sha1")
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest("hex") === sha;

/** Whether the diff shows all these lines as written. */
export const isWritten = ({ written }: ChangedLines, { first, last }: LineRange): boolean =>
  written.some((range) => range.first <= first && last <= range.last);

import type { EventChange } from "../../gate/event-change.ts";
import type { ChangedLines } from "../../outside/change.ts";
import { patchLines } from "../../text/patch-lines.ts";
import type { Octokit } from "./octokit.ts";

/** GitHub tells of no more: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const mostFiles = 3000;

/**
 * The files that a change touches and what it does to their lines, by the API's answer, whatever names it gives: a file
 * that was moved stands there under both. Throws as Octokit does, and an AbortError once nobody waits any longer.
 */
export const askChangedFiles = async (
  octokit: Octokit,
  change: EventChange,
): Promise<ReadonlyMap<string, ChangedLines>> => {
  if (change.kind === "commits") {
    const basehead = `${change.base}...${change.head}`;
    // All files are on the first page, 300 at most; further pages have more commits only.
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...change.repository,
      basehead,
      per_page: 1,
    });
    return new Map(filesIn(data.files));
  }
  const files = new Map<string, ChangedLines>();
  const ask = { ...change.repository, pull_number: change.number, per_page: 100 };
  let told = 0;
  for await (const { data } of octokit.paginate.iterator(octokit.rest.pulls.listFiles, ask)) {
    const found = filesIn(data);
    for (const [name, lines] of found) files.set(name, lines);
    told += Array.isArray(data) ? data.length : 0;
    if (told >= mostFiles || found.length === 0) break;
  }
  return files;
};

/** A proxy may answer in the API's place. */
const filesIn = (files: unknown): readonly (readonly [string, ChangedLines])[] => {
  if (!Array.isArray(files)) throw new Error("the answer holds no list of files");
  return files.flatMap((file: unknown) => {
    const { filename, patch, status, previous_filename: before } = Object(file);
    // There is none of a binary file and of a very long one.
    const lines = typeof patch === "string" && status !== "removed" ? patchLines(patch) : noLines;
    const moved = typeof before === "string" ? [[before, noLines] as const] : [];
    return [...moved, [String(filename), lines] as const];
  });
};

const noLines: ChangedLines = { written: [], removedBehind: [] };

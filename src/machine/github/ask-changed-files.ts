import type { EventChange } from "../../gate/event-change.ts";
import type { Octokit } from "./octokit.ts";

/** GitHub tells of no more: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const mostFiles = 3000;

/**
 * The files that a change touches, by the API's answer, whatever names it gives. Throws as Octokit does, and an
 * AbortError once nobody waits any longer.
 */
export const askChangedFiles = async (octokit: Octokit, change: EventChange): Promise<ReadonlySet<string>> => {
  if (change.kind === "commits") {
    const basehead = `${change.base}...${change.head}`;
    // All files are on the first page, 300 at most; further pages have more commits only.
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...change.repository,
      basehead,
      per_page: 1,
    });
    return new Set(namesIn(data.files));
  }
  const files = new Set<string>();
  const ask = { ...change.repository, pull_number: change.number, per_page: 100 };
  for await (const { data } of octokit.paginate.iterator(octokit.rest.pulls.listFiles, ask)) {
    const names = namesIn(data);
    for (const name of names) files.add(name);
    if (files.size >= mostFiles || names.length === 0) break;
  }
  return files;
};

/** A proxy may answer in the API's place. */
const namesIn = (files: unknown): readonly string[] => {
  if (!Array.isArray(files)) throw new Error("the answer holds no list of files");
  return files.map((file: unknown) => String(Object(file).filename));
};

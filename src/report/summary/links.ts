import type { Location } from "../../core/finding.ts";
import type { EarlierRun } from "../../gate/earlier-run.ts";

/** What makes a place clickable: empty outside GitHub. */
export interface Links {
  /** Address of the repository's files at the commit under check, e.g. `https://github.com/o/r/blob/<sha>`. */
  readonly blob: string | undefined;
  /** Address of the workflow run. */
  readonly run: string | undefined;
  readonly commit: string | undefined;
}

/**
 * Reads the addresses from the runner's default variables,
 * https://docs.github.com/actions/reference/variables-reference.
 */
export const linksOf = (env: Readonly<Record<string, string | undefined>>): Links => {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, GITHUB_RUN_ID: run } = env;
  const home = server && repository ? `${server}/${repository}` : undefined;
  return {
    blob: home && commit ? `${home}/blob/${commit}` : undefined,
    run: home && run ? `${home}/actions/runs/${run}` : undefined,
    commit: commit === "" ? undefined : commit,
  };
};

/** Of what an earlier run reported: its commit, and its run. */
export const earlierLinks = (
  env: Readonly<Record<string, string | undefined>>,
  { id, headSha }: Pick<EarlierRun, "id" | "headSha">,
): Links => linksOf({ ...env, GITHUB_SHA: headSha, GITHUB_RUN_ID: String(id) });

/** The address of one line, or undefined outside GitHub. */
export const lineUrl = (links: Links, at: Location): string | undefined =>
  links.blob === undefined
    ? undefined
    : `${links.blob}/${at.file.toWellFormed().split("/").map(encodeURIComponent).join("/")}#L${at.line}`;

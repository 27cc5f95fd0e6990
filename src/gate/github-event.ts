import { type Json, valueAt } from "../kubernetes/manifest.ts";

/** Whose commit an event brings, and who can start a workflow by it. */
export interface GithubEvent {
  /**
   * Where the repository's own commit stands: `sha` in GITHUB_SHA; `branch-or-tag` there, too, as long as GITHUB_REF is
   * one; `merge` in the first parent of the merge that GITHUB_SHA is, or in the event; `pull-request` in the event,
   * else in GITHUB_SHA; `merge-group` in the event.
   */
  readonly own: "sha" | "branch-or-tag" | "merge" | "pull-request" | "merge-group";
  /**
   * Who starts it: only people who may write to the repository, whoever opened the pull request or caused
   * the earlier run, or anybody.
   */
  readonly by: "writers" | "pull-request" | "earlier-run" | "anybody";
}

const ofWriters = { own: "sha", by: "writers" } as const;
/** GITHUB_SHA is the head of the default branch, but a stranger, or somebody without write access, can start it. */
const ofAnybody = { own: "sha", by: "anybody" } as const;
const ofDeployment = { own: "branch-or-tag", by: "writers" } as const;
const ofPullRequest = { own: "merge", by: "pull-request" } as const;

/**
 * Every event of https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows but
 * `registry_package`, whose commit is that which a package names. A deployment may be created for any commit, by apps
 * also for those of forks: it counts for a branch or a tag, which only people who may write make.
 */
const events: ReadonlyMap<string, GithubEvent> = new Map<string, GithubEvent>([
  ["branch_protection_rule", ofWriters],
  ["check_run", ofAnybody],
  ["check_suite", ofAnybody],
  ["create", ofWriters],
  ["delete", ofWriters],
  ["deployment", ofDeployment],
  ["deployment_status", ofDeployment],
  ["discussion", ofAnybody],
  ["discussion_comment", ofAnybody],
  ["fork", ofAnybody],
  ["gollum", ofAnybody],
  ["image_version", ofAnybody],
  ["issue_comment", ofAnybody],
  ["issues", ofAnybody],
  ["label", ofAnybody],
  ["merge_group", { own: "merge-group", by: "writers" }],
  ["milestone", ofAnybody],
  ["page_build", ofAnybody],
  ["project", ofAnybody],
  ["project_card", ofAnybody],
  ["project_column", ofAnybody],
  ["public", ofWriters],
  ["pull_request", ofPullRequest],
  ["pull_request_review", ofPullRequest],
  ["pull_request_review_comment", ofPullRequest],
  // GITHUB_SHA is the head of the default branch, on older servers that of the branch that the change is for.
  ["pull_request_target", { own: "pull-request", by: "anybody" }],
  ["push", ofWriters],
  ["release", ofWriters],
  ["repository_dispatch", ofWriters],
  ["schedule", ofWriters],
  ["status", ofAnybody],
  ["watch", ofAnybody],
  ["workflow_dispatch", ofWriters],
  ["workflow_run", { own: "sha", by: "earlier-run" }],
]);

/** What is known of an event; undefined for one that is not known, which nobody trusts. */
export const githubEvent = (name: string): GithubEvent | undefined => events.get(name);

/** Whether the tree is a change that somebody proposes, so that it may be merged later. */
export const isProposal = ({ own }: GithubEvent): boolean =>
  own === "merge" || own === "pull-request" || own === "merge-group";

/** What the runner says of a run, and the commit that is checked out. */
export interface Checkout {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly payload: Json;
  readonly head: { readonly sha: string; readonly parents: readonly string[] };
}

/** The commits, best first, whose configuration counts; `tree` where what is checked out is the repository's own. */
export const ownCommits = (event: GithubEvent, { env, payload, head }: Checkout): "tree" | readonly string[] => {
  const sha = env["GITHUB_SHA"] ?? "";
  const ref = env["GITHUB_REF"] ?? "";
  const named = (...path: readonly string[]): readonly string[] => {
    const value = valueAt(payload, path);
    return typeof value === "string" ? [value] : [];
  };
  const commits = (): "tree" | readonly string[] => {
    switch (event.own) {
      case "branch-or-tag":
        if (!isBranchOrTag(ref)) return [];
        return head.sha === sha ? "tree" : [sha];
      case "sha":
        // Where a stranger starts the run, an earlier step may have laid his files over what was checked out.
        return head.sha === sha && event.by === "writers" ? "tree" : [sha];
      case "merge": {
        // Only GitHub makes this merge; that of any other commit has the parents that its author chose.
        const isMerge = /^refs\/pull\/\d+\/merge$/.test(ref) && head.sha === sha && head.parents.length === 2;
        return [...(isMerge ? head.parents.slice(0, 1) : []), ...named("pull_request", "base", "sha")];
      }
      case "pull-request":
        return [...named("pull_request", "base", "sha"), sha];
      case "merge-group":
        return named("merge_group", "base_sha");
    }
  };
  const found = commits();
  return found === "tree" ? found : found.filter(isCommitName);
};

/** Whether GITHUB_REF is one of the repository's own: GitHub leaves it empty, or writes refs/pull/, where it is not. */
export const isBranchOrTag = (ref: string): boolean => /^refs\/(?:heads|tags)\/./.test(ref);

/** Whether a text is a commit's name in full, by SHA-1 or SHA-256. */
export const isCommitName = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

import type { RepositoryName } from "../../gate/event-change.ts";
import type { Suggested, Suggestion, SuggestionRequest } from "../../outside/github.ts";
import type { Workspace } from "../../outside/workspace.ts";
import { idIn } from "./answer-id.ts";
import { askViewer } from "./ask-viewer.ts";
import type { Octokit } from "./octokit.ts";
import { askDiff, isBlob, isWritten } from "./pull-request-diff.ts";
import { resolveThreads } from "./resolve-threads.ts";

/** What a review is of: the pull request, and the commit that is its head. */
interface Reviewed extends RepositoryName {
  readonly number: number;
  readonly commit: string;
}

/** More in one review nobody reads. */
const mostInReview = 30;
const mostComments = 3000;

/**
 * Makes suggestions that the pull request's diff has room for and that were not made before, in one review, and says of
 * those of the same scope that are not wanted any more that they are mended. Throws as Octokit does.
 */
export const putSuggestions = async (
  octokit: Octokit,
  { number, commit, ...repository }: Reviewed,
  { scope, suggestions, mended }: SuggestionRequest,
  workspace: Pick<Workspace, "bytes">,
): Promise<Suggested> => {
  const earlier = await earlierSuggestions(octokit, repository, number);
  const known = new Set(earlier.map(({ key }) => key));
  const fresh = suggestions.filter(({ key }) => !known.has(key));
  const made =
    fresh.length === 0 ? [] : (await placed(octokit, repository, number, fresh, workspace)).slice(0, mostInReview);
  if (made.length > 0)
    await octokit.rest.pulls.createReview({
      ...{ ...repository, pull_number: number, commit_id: commit, event: "COMMENT" },
      comments: made.map((one) => commentOf(one, scope)),
      // What may have been made is not made twice.
      request: { retries: 0 },
    });
  const wanted = new Set(suggestions.map(({ key }) => key));
  const gone =
    mended === null ? [] : earlier.filter((one) => one.scope === scope && one.isOpen && !wanted.has(one.key));
  for (const { id, key } of gone)
    await octokit.rest.pulls.updateReviewComment({
      ...{ ...repository, comment_id: id, body: `${markerOf(scope, key, "mended")}\n${mended}` },
    });
  // It says so already: that its thread stays open, too, is no reason to call the suggestions not made.
  if (gone.length > 0)
    await resolveThreads(octokit, repository, number, new Set(gone.map(({ id }) => id))).catch(() => {});
  return { made: made.length, mended: gone.length };
};

/** Those whose lines the diff shows as written, in a file that is checked out as the pull request's head has it. */
const placed = async (
  octokit: Octokit,
  repository: RepositoryName,
  number: number,
  suggestions: readonly Suggestion[],
  workspace: Pick<Workspace, "bytes">,
): Promise<readonly Suggestion[]> => {
  const diff = await askDiff(octokit, repository, number);
  const found: Suggestion[] = [];
  for (const suggestion of suggestions) {
    const { path, startLine, endLine } = suggestion;
    const file = diff.get(path);
    if (file === undefined || !isWritten(file.lines, { first: startLine, last: endLine })) continue;
    const read = await workspace.bytes(path);
    // A merge, or a filter of Git's, may have moved lines, or ended them otherwise than a suggestion does.
    if (read.ok && isBlob(file.sha, read.bytes) && !read.bytes.includes(carriageReturn)) found.push(suggestion);
  }
  return found;
};

const carriageReturn = "\r".charCodeAt(0);

const commentOf = ({ key, path, startLine, endLine, body }: Suggestion, scope: string) => ({
  ...{ path, body: `${markerOf(scope, key, "open")}\n${body}`, side: "RIGHT", line: endLine },
  ...(startLine === endLine ? {} : { start_line: startLine, start_side: "RIGHT" }),
});

/** The first line of a suggestion, which nobody sees. */
const markerOf = (scope: string, key: string, state: "open" | "mended"): string =>
  `<!-- prometheus-stack-action-suggestion ${scope} ${key} ${state} -->`;
const marker = /^<!-- prometheus-stack-action-suggestion ([0-9a-f]+) ([0-9a-f]+) (open|mended) -->\n/;

interface EarlierSuggestion {
  readonly id: number;
  readonly author: string;
  readonly scope: string;
  readonly key: string;
  readonly isOpen: boolean;
}

/** Those of the token's own account: anybody can write a marker. */
const earlierSuggestions = async (
  octokit: Octokit,
  repository: RepositoryName,
  number: number,
): Promise<readonly EarlierSuggestion[]> => {
  const found: EarlierSuggestion[] = [];
  let seen = 0;
  const asked = { ...repository, pull_number: number, per_page: 100 };
  for await (const { data } of octokit.paginate.iterator(octokit.rest.pulls.listReviewComments, asked)) {
    const page: unknown = data;
    if (!Array.isArray(page)) throw new Error("the answer holds no list of comments");
    found.push(...page.flatMap(suggestionIn));
    seen += page.length;
    if (page.length === 0 || seen >= mostComments) break;
  }
  if (found.length === 0) return [];
  const viewer = await askViewer(octokit);
  return found.filter(({ author }) => author === viewer);
};

const suggestionIn = (comment: unknown): readonly EarlierSuggestion[] => {
  const { body, user } = Object(comment);
  const [, scope, key, state] = marker.exec(String(body ?? "")) ?? [];
  if (scope === undefined || key === undefined) return [];
  return [{ id: idIn(comment), author: String(Object(user).login ?? ""), scope, key, isOpen: state === "open" }];
};

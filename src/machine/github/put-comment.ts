import type { RepositoryName } from "../../gate/event-change.ts";
import type { CommentRequest, Written } from "../../outside/github.ts";
import type { Log } from "../../outside/outside.ts";
import { idIn } from "./answer-id.ts";
import { askHead } from "./ask-head.ts";
import { askViewer } from "./ask-viewer.ts";
import type { Octokit } from "./octokit.ts";

/** Pull requests with more comments than these are rare, and the one that is looked for is among the first. */
const mostComments = 3000;

/**
 * Writes the comment of a pull request: into the one that begins with the marker, is open and is by the same account
 * as the token, else a new one. Anybody can write a marker, and a comment of somebody else is never touched. Null where
 * there is none and none was asked for. One that tells of the pull request's head stays where this run is of an older
 * commit: it took longer than the run after it. Throws as Octokit does.
 */
export const putComment = async (
  octokit: Octokit,
  repository: RepositoryName,
  { number, commit, log }: About,
  { marker, body, isOpen, mayCreate, commitIn }: CommentRequest,
): Promise<Written | null> => {
  const marked = (await markedComments(octokit, repository, number, marker)).filter((one) => isOpen(one.body));
  const own = marked.length === 0 ? undefined : await ownOf(octokit, marked);
  const told = own === undefined ? null : commitIn(own.body);
  if (own !== undefined && told !== null && told !== commit && told === (await askHead(octokit, repository, number))) {
    log.info("The comment stays as it is: it tells of a newer commit of the pull request.");
    return { id: own.id };
  }
  const text = `${marker}\n${body({ body: own?.body ?? null, commit })}`;
  if (own !== undefined) {
    if (own.body !== text) await octokit.rest.issues.updateComment({ ...repository, comment_id: own.id, body: text });
    return { id: own.id };
  }
  if (!mayCreate) return null;
  const made = await octokit.rest.issues.createComment({
    ...{ ...repository, issue_number: number, body: text },
    // What may have been made is not made twice.
    request: { retries: 0 },
  });
  return { id: idIn(made.data) };
};

/** What the comment is about, and where it is said that one stays. */
interface About {
  readonly number: number;
  readonly commit: string | null;
  readonly log: Pick<Log, "info">;
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
}

const markedComments = async (
  octokit: Octokit,
  repository: RepositoryName,
  number: number,
  marker: string,
): Promise<readonly Comment[]> => {
  const marked: Comment[] = [];
  let seen = 0;
  const ask = { ...repository, issue_number: number, per_page: 100 };
  for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, ask)) {
    const comments: unknown = data;
    if (!Array.isArray(comments)) throw new Error("the answer holds no list of comments");
    marked.push(...comments.map(commentOf).filter(({ body }) => body.startsWith(`${marker}\n`)));
    seen += comments.length;
    if (comments.length === 0 || seen >= mostComments) break;
  }
  return marked;
};

const commentOf = (comment: unknown): Comment => {
  const { body, user } = Object(comment);
  return { id: idIn(comment), body: String(body ?? ""), author: String(Object(user).login ?? "") };
};

/** The first that is the token's. */
const ownOf = async (octokit: Octokit, comments: readonly Comment[]): Promise<Comment | undefined> => {
  const login = await askViewer(octokit);
  return comments.find(({ author }) => author === login);
};

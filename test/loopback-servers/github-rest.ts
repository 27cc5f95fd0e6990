import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { type Asked, answerFaults, answerOf, operationOf, requestFaults } from "./github-description.ts";
import { listen } from "./server.ts";

/** A comment as GitHub keeps it. */
export interface KeptComment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
}

/** A pull request as GitHub lists it. */
export interface KeptPull {
  readonly number: number;
  readonly sha: string;
  readonly branch: string;
  /** `owner/name` that it comes from. */
  readonly from: string;
}

/** A file of a pull request's diff. */
export interface KeptFile {
  readonly path: string;
  readonly sha: string;
  readonly patch: string;
}

interface Wanted {
  readonly files?: readonly KeptFile[];
  /** Comments of reviews. */
  readonly reviewComments?: readonly KeptComment[];
  /** Whether GitHub says that the token may resolve a thread. */
  readonly mayResolve?: boolean;
  /** Those that are open. */
  readonly pulls?: readonly KeptPull[];
  /** Those that were merged, by the commit of their merge. */
  readonly merged?: Readonly<Record<string, number>>;
  readonly comments?: readonly KeptComment[];
  /** Whose the token is. */
  readonly viewer?: string;
  /** The commit that is the pull request's head by now; undefined: it is not told. */
  readonly head?: string;
  /** Operations that are answered by a status alone, by their names: `issues/create-comment`. */
  readonly refused?: Readonly<Record<string, number>>;
}

/**
 * GitHub as far as it keeps the comments of a pull request and check runs. Every request and every answer is judged by
 * GitHub's own description of its API: what it has against them is in `faults`, and such a request is refused.
 */
export const githubRest = async ({
  pulls = [],
  merged = {},
  files = [],
  reviewComments = [],
  mayResolve = false,
  comments = [],
  viewer = "github-actions[bot]",
  head,
  refused = {},
}: Wanted = {}) => {
  const kept = [...comments];
  const reviewed = [...reviewComments];
  const reviews: { readonly [key: string]: unknown }[] = [];
  const resolved: string[] = [];
  const checkRuns: { readonly [key: string]: unknown }[] = [];
  const [requests, faults]: [string[], string[]] = [[], []];
  const operations: Readonly<Record<string, (url: URL, body: Readonly<Record<string, unknown>>) => unknown>> = {
    "pulls/list": (url) => {
      const head = url.searchParams.get("head");
      return pulls.filter(({ branch, from }) => head === `${from.split("/")[0]}:${branch}`).map(pullAnswer);
    },
    "repos/list-pull-requests-associated-with-commit": (url) => {
      const sha = url.pathname.split("/").at(-2) ?? "";
      const number = merged[sha];
      return number === undefined ? [] : [mergedAnswer(number, sha)];
    },
    "pulls/list-files": () =>
      files.map(({ path, sha, patch }) =>
        answerOf("pulls/list-files", { filename: path, sha, patch, status: "modified" }),
      ),
    "pulls/list-review-comments": () => reviewed.map(reviewCommentAnswer),
    "pulls/create-review": (_, body) => {
      reviews.push(body);
      for (const one of body["comments"] as readonly { readonly body: string }[])
        reviewed.push({ id: 2000 + reviewed.length, body: one.body, author: viewer });
      return answerOf("pulls/create-review", {});
    },
    "pulls/update-review-comment": (url, { body }) => {
      const id = Number(url.pathname.split("/").at(-1));
      const index = reviewed.findIndex((one) => one.id === id);
      reviewed[index] = { ...(reviewed[index] as KeptComment), body: String(body) };
      return reviewCommentAnswer(reviewed[index] as KeptComment);
    },
    "issues/list-comments": (url) => {
      const [size, page] = [Number(url.searchParams.get("per_page")), Number(url.searchParams.get("page") ?? 1)];
      return kept.slice((page - 1) * size, page * size).map(commentAnswer);
    },
    "issues/create-comment": (_, { body }) => {
      kept.push({ id: 1000 + kept.length, body: String(body), author: viewer });
      return commentAnswer(kept.at(-1) as KeptComment);
    },
    "issues/update-comment": (url, { body }) => {
      const id = Number(url.pathname.split("/").at(-1));
      const index = kept.findIndex((one) => one.id === id);
      kept[index] = { ...(kept[index] as KeptComment), body: String(body) };
      return commentAnswer(kept[index] as KeptComment);
    },
    "checks/create": (_, body) => {
      checkRuns.push(body);
      return answerOf("checks/create", { id: 77 });
    },
    "checks/update": (_, body) => {
      checkRuns.push(body);
      return answerOf("checks/update", { id: 77 });
    },
  };
  const graph = ({
    query,
    variables,
  }: {
    readonly query: string;
    readonly variables?: { readonly thread: string };
  }) => {
    if (query.includes("viewer {")) return { viewer: { login: viewer } };
    if (query.includes("resolveReviewThread")) {
      resolved.push(variables?.thread ?? "");
      return { resolveReviewThread: { thread: { isResolved: true } } };
    }
    if (query.includes("headRefOid")) return { repository: { pullRequest: { headRefOid: head } } };
    const nodes = reviewed.map(({ id }) => ({
      ...{ id: `thread-${id}`, isResolved: false, viewerCanResolve: mayResolve },
      comments: { nodes: [{ databaseId: id }] },
    }));
    const pageInfo = { hasNextPage: false, endCursor: null };
    return { repository: { pullRequest: { reviewThreads: { nodes, pageInfo } } } };
  };
  const answer = (asked: Asked, url: URL): { readonly status: number; readonly body: unknown } => {
    if (url.pathname.endsWith("/graphql")) return { status: 200, body: { data: graph(JSON.parse(asked.body)) } };
    const { id = "" } = operationOf(asked) ?? {};
    const wrong = requestFaults(asked);
    faults.push(...wrong);
    if (wrong.length > 0) return { status: 422, body: { message: wrong.join() } };
    const refusal = refused[id];
    if (refusal !== undefined) return { status: refusal, body: { message: "Resource not accessible by integration" } };
    const body = operations[id]?.(url, asked.body === "" ? {} : JSON.parse(asked.body));
    faults.push(...answerFaults(id, body));
    return { status: asked.method === "POST" ? 201 : 200, body };
  };
  const server = await listen(async (request, response) => {
    const asked = await askedOf(request);
    const url = new URL(asked.url, server.url);
    requests.push(`${asked.method} ${url.pathname}`);
    const { status, body } = answer(asked, url);
    const next = nextPage(url, kept.length);
    response
      .writeHead(status, {
        "content-type": "application/json",
        ...(next === null ? {} : { link: `<${next}>; rel="next"` }),
      })
      .end(JSON.stringify(body));
  });
  return { url: server.url, kept, reviewed, reviews, resolved, checkRuns, requests, faults };
};

const askedOf = async (request: IncomingMessage): Promise<Asked> => ({
  method: request.method ?? "",
  url: request.url ?? "",
  body: await text(request),
});

const commentAnswer = ({ id, body, author }: KeptComment) => {
  const { user } = answerOf("issues/list-comments", {});
  return answerOf("issues/list-comments", { id, body, user: { ...Object(user), login: author } });
};

const pullAnswer = ({ number, sha, branch, from }: KeptPull) => {
  const { head, base } = answerOf("pulls/list", {});
  const repository = (full_name: string) => ({ ...Object(Object(base).repo), full_name });
  return answerOf("pulls/list", {
    number,
    head: { ...Object(head), sha, ref: branch, repo: repository(from) },
    base: { ...Object(base), repo: repository("acme/stack") },
  });
};

const mergedAnswer = (number: number, sha: string) => ({
  ...pullAnswer({ number, sha: "9".repeat(40), branch: "gpu", from: "acme/stack" }),
  ...{ merge_commit_sha: sha, merged_at: "2026-11-30T09:00:00Z" },
});

const reviewCommentAnswer = ({ id, body, author }: KeptComment) => {
  const { user } = answerOf("pulls/list-review-comments", {});
  return answerOf("pulls/list-review-comments", { id, body, user: { ...Object(user), login: author } });
};

const nextPage = (url: URL, count: number): string | null => {
  if (!url.pathname.endsWith("/comments") || !url.searchParams.has("per_page")) return null;
  const [size, page] = [Number(url.searchParams.get("per_page")), Number(url.searchParams.get("page") ?? 1)];
  if (page * size >= count) return null;
  const next = new URL(url);
  next.searchParams.set("page", String(page + 1));
  return next.href;
};

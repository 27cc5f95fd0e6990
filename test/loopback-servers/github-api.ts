import type { ServerResponse } from "node:http";
import { requestFaults } from "./github-description.ts";
import { listen } from "./server.ts";

/** How the API meets one request: it answers so, breaks the connection, or never answers. */
export type Answer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | "break"
  | "silence";

interface Wanted {
  /** The files of the pull request 7, and of all between two commits. */
  readonly files?: readonly string[];
  /** The first requests are met so, in turn. */
  readonly first?: readonly Answer[];
}

/**
 * GitHub's API as far as it tells of changed files: pages with links to the next one, a hundred names each at most.
 * What GitHub's description has no operation or parameter for is refused.
 */
export const githubApi = async ({ files = [], first = [] }: Wanted) => {
  const requests: { readonly url: string; readonly authorization: string | undefined }[] = [];
  const letGo = Promise.withResolvers<void>();
  const server = await listen((request, response) => {
    const answer = first[requests.length];
    const wrong = requestFaults({ method: request.method ?? "", url: request.url ?? "", body: "" });
    requests.push({ url: request.url ?? "", authorization: request.headers.authorization });
    if (wrong.length > 0) return tell(response, { status: 400, body: { message: wrong.join() } });
    if (answer === "silence") return void response.on("close", letGo.resolve);
    if (answer === "break") response.destroy();
    else if (answer !== undefined) tell(response, answer);
    else tell(response, usual(new URL(request.url ?? "", server.url), files));
  });
  /** Resolves when a request that is never answered was given up. */
  return { url: server.url, requests, letGo: letGo.promise };
};

const tell = (response: ServerResponse, answer: Exclude<Answer, string>): void =>
  void response
    .writeHead(answer.status, { "content-type": "application/json; charset=utf-8", ...answer.headers })
    .end(JSON.stringify(answer.body ?? {}));

const usual = (url: URL, files: readonly string[]): Exclude<Answer, string> => {
  const named = files.map((filename) => ({ filename, status: "modified" }));
  if (/^\/repos\/acme\/stack\/compare\/[0-9a-f]{40}\.\.\.[0-9a-f]{40}$/.test(url.pathname))
    return { status: 200, body: { files: named.slice(0, 300) } };
  if (url.pathname !== "/repos/acme/stack/pulls/7/files") return { status: 404, body: { message: "Not Found" } };
  const [size, page] = [Number(url.searchParams.get("per_page") ?? 30), Number(url.searchParams.get("page") ?? 1)];
  const isLast = page * size >= files.length;
  url.searchParams.set("page", String(page + 1));
  return {
    status: 200,
    headers: isLast ? {} : { link: `<${url.href}>; rel="next"` },
    body: named.slice((page - 1) * size, page * size),
  };
};

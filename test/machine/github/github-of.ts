import { localFiles } from "../../../src/machine/files/local-files.ts";
import { openGithub } from "../../../src/machine/github/open-github.ts";
import { createHttpGet } from "../../../src/machine/network/http-get.ts";
import type { Environment } from "../../../src/outside/environment.ts";
import type { Github } from "../../../src/outside/github.ts";
import type { BytesResult } from "../../../src/outside/workspace.ts";
import { requestFaults } from "../../loopback-servers/github-description.ts";
import { usualRun } from "../../loopback-servers/oidc-issuer.ts";
import { listen } from "../../loopback-servers/server.ts";

/** What of GitHub a run sees, and how. */
interface Seen {
  readonly env?: Environment;
  /** The event's file; a text as it is. */
  readonly payload?: unknown;
  readonly token?: string | undefined;
  /** What is checked out, by path. */
  readonly tree?: (file: string) => BytesResult | null;
  readonly of?: "event" | "earlier-run";
}

/** GitHub as a run with these variables sees it, and what it logs. */
export const githubOf = (seen: Seen): { readonly github: Github; readonly said: readonly string[] } => {
  const said: string[] = [];
  const { payload = {} } = seen;
  const { signal } = new AbortController();
  const github = openGithub({
    of: seen.of ?? "event",
    workspace: { bytes: async (file) => seen.tree?.(file) ?? { ok: false, why: "missing", message: "" } },
    token: "token" in seen ? seen.token : "ghs_hunter2hunter2",
    env: { ...usualRun, GITHUB_EVENT_PATH: "/event.json", ...seen.env },
    files: { ...localFiles, read: async () => (typeof payload === "string" ? payload : JSON.stringify(payload)) },
    log: { info: (text) => void said.push(text), debug: () => {}, stage: () => {} },
    httpGet: createHttpGet({ signal }),
    signal,
  });
  return { github, said };
};

/** One answer of the API: a status alone, or a body; a text is sent as it is. */
export type ApiAnswer = number | { readonly body: unknown; readonly type?: string };

/** An API that answers by path below /repos/acme/stack, anything else by 404. */
export const apiOf = async (answers: Readonly<Record<string, ApiAnswer>>) => {
  const requests: string[] = [];
  const server = await listen((request, response) => {
    const path = new URL(request.url ?? "", server.url).pathname.replace("/repos/acme/stack", "");
    requests.push(path);
    // A request that GitHub's own description does not know has no answer.
    const isKnown = requestFaults({ method: request.method ?? "", url: request.url ?? "", body: "" }).length === 0;
    const answer = isKnown ? (answers[path] ?? 404) : 400;
    const { body, type = "application/json" } =
      typeof answer === "number" ? { body: { message: "::error::hunter2" } } : answer;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    response.writeHead(typeof answer === "number" ? answer : 200, { "content-type": type }).end(text);
  });
  return { env: { GITHUB_API_URL: server.url }, requests };
};

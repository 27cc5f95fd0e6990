import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { localFiles } from "../../../src/machine/files/local-files.ts";
import { openGithub } from "../../../src/machine/github/open-github.ts";
import { type Answer, githubApi } from "../../loopback-servers/github-api.ts";
import { closedPort } from "../network/loopback-server.ts";

const token = "ghs_hunter2hunter2";
const pullRequest = { pull_request: { number: 7, base: { sha: "1".repeat(40) }, head: { sha: "2".repeat(40) } } };
const names = (count: number) => Array.from({ length: count }, (_, i) => `prometheus-stack/base/${i}.yaml`);

interface Asked {
  readonly api: string;
  readonly event?: string;
  readonly payload?: unknown;
  readonly token?: string | undefined;
  readonly limitMs?: number;
  readonly signal?: AbortSignal;
}

/** GitHub as a run sees it, and what it says about it. */
const openedAt = ({ api, event = "pull_request", payload = pullRequest, ...more }: Asked) => {
  const said = { info: [] as string[], debug: [] as string[] };
  const github = openGithub({
    token,
    workspace: { bytes: async () => ({ ok: false, why: "missing", message: "" }) },
    env: {
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: "acme/stack",
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: "/event.json",
    },
    files: {
      ...localFiles,
      read: async () => (typeof payload === "string" ? payload : JSON.stringify(payload)),
    },
    log: {
      info: (message) => void said.info.push(message),
      debug: (message) => void said.debug.push(message),
      stage: () => {},
    },
    httpGet: () => Promise.reject(new Error("not here")),
    signal: new AbortController().signal,
    ...more,
  });
  return { github, said };
};

/** What a run learns of its changed files, and what it says about it. */
const ask = async (asked: Asked) => {
  const { github, said } = openedAt(asked);
  const files = await github.changedFiles();
  return { files: files === null ? null : [...files.keys()], ...said };
};

const withAnswers = async (first: readonly Answer[], more: Partial<Asked> = {}) => {
  const api = await githubApi({ files: names(3), first });
  return { api, answer: await ask({ api: api.url, ...more }) };
};

describe("the changed files of a pull request", () => {
  test.each([0, 1, 100, 101, 250])("all %i of them, page by page, with the token", async (count) => {
    const { url, requests } = await githubApi({ files: names(count) });
    expect(await ask({ api: url })).toEqual({ files: names(count), info: [], debug: [] });
    expect(requests.length).toBe(Math.max(1, Math.ceil(count / 100)));
    expect(new Set(requests.map(({ authorization }) => authorization))).toEqual(new Set([`token ${token}`]));
  });

  test("no more than GitHub tells of, whatever the server says comes next", async () => {
    const { url, requests } = await githubApi({ files: names(4000) });
    expect((await ask({ api: url, limitMs: 60_000 })).files).toHaveLength(3000);
    expect(requests.length).toBe(30);
  });

  test("of a server of one's own, whose API has a path", async () => {
    const { url, requests } = await githubApi({ first: [{ status: 200, body: [{ filename: "a.yaml" }] }] });
    expect((await ask({ api: `${url}/api/v3` })).files).toEqual(["a.yaml"]);
    expect(requests[0]?.url).toBe("/api/v3/repos/acme/stack/pulls/7/files?per_page=100");
  });

  test("of a fork as well: its token may read", async () => {
    const { url } = await githubApi({ files: names(1) });
    const repo = (full_name: string) => ({ repo: { full_name } });
    const payload = { pull_request: { number: 7, base: repo("acme/stack"), head: repo("mallory/stack") } };
    expect((await ask({ api: url, payload })).files).toEqual(names(1));
  });

  test("a moved file under both names, with the lines that its patch writes", async () => {
    const body = [
      { filename: "b.yaml", previous_filename: "a.yaml", status: "renamed", patch: "@@ -1,2 +1,2 @@\n-x\n+y\n z" },
      { filename: "gone.yaml", status: "removed", patch: "@@ -1 +0,0 @@\n-x" },
      { filename: "large.json", status: "modified" },
    ];
    const { url } = await githubApi({ first: [{ status: 200, body }] });
    const none = { written: [], removedBehind: [] };
    expect([...((await openedAt({ api: url }).github.changedFiles()) ?? [])]).toEqual([
      ["a.yaml", none],
      ["b.yaml", { written: [{ first: 1, last: 1 }], removedBehind: [] }],
      ["gone.yaml", none],
      ["large.json", none],
    ]);
  });

  test("with names that are data, whatever is in them", async () => {
    const files = ["::error::x", "##[add-path]x", "a\nb", "\u001b[31m", "../../x", "__proto__"];
    const { url } = await githubApi({ files });
    expect(await ask({ api: url })).toEqual({ files, info: [], debug: [] });
  });
});

describe("all between two commits", () => {
  const [before, after, none] = ["1".repeat(40), "2".repeat(40), "0".repeat(40)];

  test.each([
    ["push", { before, after }],
    ["merge_group", { merge_group: { base_sha: before, head_sha: after } }],
  ])("on %s", async (event, payload) => {
    const { url, requests } = await githubApi({ files: names(2) });
    expect((await ask({ api: url, event, payload })).files).toEqual(names(2));
    expect(requests.map((request) => request.url)).toEqual([
      `/repos/acme/stack/compare/${before}...${after}?per_page=1`,
    ]);
  });

  test.each([
    ["push", { before: none, after }],
    ["push", { before, after: none }],
    ["push", { before: "main", after }],
    ["schedule", { before, after }],
    ["workflow_dispatch", {}],
    ["pull_request", { pull_request: { number: "7" } }],
    ["pull_request", { pull_request: { number: -7 } }],
    ["pull_request", "{"],
    ["pull_request", "[]"],
  ])("are not asked for on %s with %j", async (event, payload) => {
    const { url, requests } = await githubApi({ files: names(2) });
    expect(await ask({ api: url, event, payload })).toEqual({
      files: null,
      info: [],
      debug: [expect.stringContaining("the event changes none")],
    });
    expect(requests).toEqual([]);
  });
});

test("without a token nothing is asked", async () => {
  const { url, requests } = await githubApi({ files: names(2) });
  const { files, info, debug } = await ask({ api: url, token: undefined });
  expect([files, info, debug]).toEqual([
    null,
    [],
    ["GitHub is not asked which files change: there is no github-token."],
  ]);
  expect(requests).toEqual([]);
});

test.each(["http://github.example.com/api/v3", "ftp://127.0.0.1", "nowhere"])(
  "the token is not sent to %s",
  async (api) => {
    expect((await ask({ api })).info).toEqual([expect.stringContaining("the token is sent by https alone")]);
  },
);

describe("trouble leaves the order as it is, and is told in one line", () => {
  const inAnHour = String(Math.floor(Date.now() / 1000) + 3600);
  const hostile = { message: `::error::${token}\n::add-mask::x`, documentation_url: "x" };

  test.each([
    ["the permission is missing", 403, "pull-requests: read"],
    ["the repository is not to be seen", 404, "pull-requests: read"],
    ["the token is none", 401, "pull-requests: read"],
    ["the request is refused", 422, "answers 422"],
  ])("%s", async (_why, status, says) => {
    const { api, answer } = await withAnswers([{ status, body: hostile }]);
    expect(answer).toEqual({ files: null, info: [expect.stringContaining(says)], debug: [] });
    expect(answer.info.join("")).not.toMatch(/hunter2|::|\n/);
    expect(api.requests.length).toBe(1);
  });

  test("a push needs another permission", async () => {
    const payload = { before: "1".repeat(40), after: "2".repeat(40) };
    const { answer } = await withAnswers([{ status: 403, body: hostile }], { event: "push", payload });
    expect(answer.info).toEqual([expect.stringContaining("contents: read")]);
  });

  test.each([
    ["secondary", 403, { "retry-after": "60" }, "You have exceeded a secondary rate limit."],
    ["secondary, without a time", 429, {}, "You have exceeded a secondary rate limit."],
    ["primary", 403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": inAnHour }, "API rate limit exceeded"],
  ])("a limit of the rate that outlasts ours: %s", async (_which, status, headers, message) => {
    const { api, answer } = await withAnswers([{ status, headers, body: { message } }]);
    expect(answer).toEqual({ files: null, info: [expect.stringContaining("too many requests")], debug: [] });
    expect(api.requests.length).toBe(1);
  });

  test("a limit of the rate that is always over at once, and never is", async () => {
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" };
    const { api, answer } = await withAnswers(Array(99).fill({ status: 403, headers }));
    expect(answer.info).toEqual([expect.stringContaining("too many requests")]);
    expect(api.requests.length).toBe(2);
  });

  test("an answer that never comes", async () => {
    const { api, answer } = await withAnswers(["silence"], { limitMs: 500 });
    // A connection that stays would keep the process.
    await api.letGo;
    expect(answer.info).toEqual([expect.stringContaining("no answer within 0.5 s")]);
  });

  test("a server that always fails", async () => {
    const { api, answer } = await withAnswers(Array(9).fill({ status: 502, body: hostile }));
    expect(answer.info).toEqual([expect.stringContaining("answers 502")]);
    expect(api.requests.length).toBe(3);
  });

  test("no server, and an answer that is none", async () => {
    expect((await ask({ api: `http://127.0.0.1:${await closedPort()}` })).info).toEqual([
      expect.stringContaining("cannot be reached (ECONNREFUSED)"),
    ]);
    for (const type of ["text/html", "application/json"]) {
      const { answer } = await withAnswers([{ status: 200, headers: { "content-type": type }, body: "hello" }]);
      expect(answer).toEqual({ files: null, info: [expect.stringContaining("no answer of GitHub's")], debug: [] });
    }
  });

  test("a run that is cancelled", async () => {
    const run = new AbortController();
    const { url } = await githubApi({ first: ["silence"] });
    const asked = ask({ api: url, signal: run.signal, limitMs: 60_000 });
    await sleep(200);
    run.abort(new Error("cancelled"));
    expect((await asked).files).toBeNull();
  });
});

describe("trouble that passes is outlasted", () => {
  test.each<readonly [string, Answer]>([
    ["a 502", { status: 502 }],
    ["a connection that breaks", "break"],
    [
      "a secondary limit of the rate",
      { status: 403, headers: { "retry-after": "1" }, body: { message: "You have exceeded a secondary rate limit." } },
    ],
  ])("%s", async (_what, first) => {
    const { api, answer } = await withAnswers([first]);
    expect(answer).toEqual({ files: names(3), info: [], debug: [] });
    expect(api.requests.length).toBe(2);
  });
});

import { describe, expect, test } from "vitest";
import type { CheckRun, CommentRequest } from "../../../src/outside/github.ts";
import { githubRest, type KeptComment } from "../../loopback-servers/github-rest.ts";
import { githubOf } from "./github-of.ts";

const sha = "2".repeat(40);
const pullRequest = (head = "acme/stack") => ({
  pull_request: {
    number: 7,
    base: { sha: "1".repeat(40), repo: { full_name: "acme/stack" } },
    head: { sha, repo: { full_name: head } },
  },
});
const of = (api: string, payload: unknown = pullRequest()) =>
  githubOf({ env: { GITHUB_API_URL: api, GITHUB_SHA: "3".repeat(40) }, payload }).github;

const comment = (more: Partial<CommentRequest> = {}): CommentRequest => ({
  ...{ marker: "<!-- ours -->", mayCreate: true, isMergedToo: false },
  ...{ body: () => "## ✅", isOpen: () => true, commitIn: () => null },
  ...more,
});
const kept = (id: number, author: string, body = "<!-- ours -->\nold"): KeptComment => ({ id, author, body });
const us = "github-actions[bot]";

describe("the comment of a pull request", () => {
  test("is made where there is none, and nobody is asked whose the token is", async () => {
    const api = await githubRest({ comments: [kept(1, "octocat", "hello")] });
    expect(await of(api.url).putComment(comment())).toEqual({ id: 1001 });
    expect(api.kept.at(-1)).toEqual({ id: 1001, author: us, body: "<!-- ours -->\n## ✅" });
    expect(api.requests).toEqual(["GET", "POST"].map((method) => `${method} /repos/acme/stack/issues/7/comments`));
    expect(api.faults).toEqual([]);
  });

  test("is found again on a later page and written anew in place; what says the same is not written", async () => {
    const others = Array.from({ length: 150 }, (_, n) => kept(n + 1, "octocat", "hello"));
    const api = await githubRest({ comments: [...others, kept(500, us)] });
    expect(await of(api.url).putComment(comment({ mayCreate: false }))).toEqual({ id: 500 });
    expect(api.kept.filter(({ author }) => author === us)).toEqual([kept(500, us, "<!-- ours -->\n## ✅")]);
    const before = api.requests.length;
    expect(await of(api.url).putComment(comment())).toEqual({ id: 500 });
    expect(api.requests.slice(before).filter((request) => /^(?:POST|PATCH) \/repos/.test(request))).toEqual([]);
    expect(api.faults).toEqual([]);
  });

  test("is never one of somebody else, nor one of ours for something else, whatever they begin with", async () => {
    const others = [
      kept(1, "mallory"),
      // Another bot, whose name is like ours.
      kept(2, "github-actions"),
      kept(3, us, "> <!-- ours -->\nquoted"),
      kept(4, us, "<!-- ours, and more -->\nold"),
    ];
    const api = await githubRest({ comments: others });
    expect(await of(api.url).putComment(comment())).toEqual({ id: 1004 });
    expect(api.kept.slice(0, 4)).toEqual(others);
  });

  test("is not made where none is asked for, nor without a pull request", async () => {
    const api = await githubRest();
    expect(await of(api.url).putComment(comment({ mayCreate: false }))).toBeNull();
    const { github, said } = githubOf({ env: { GITHUB_API_URL: api.url }, payload: { after: sha } });
    expect(await github.putComment(comment())).toBeNull();
    expect(said).toEqual(["There is no comment: the event has no pull request."]);
    expect(api.requests).toEqual(["GET /repos/acme/stack/issues/7/comments"]);
  });

  test("goes on with what it held, and with the commit that the run was of", async () => {
    const api = await githubRest({ comments: [kept(1, us)] });
    const body: CommentRequest["body"] = (earlier) => JSON.stringify(earlier);
    await of(api.url).putComment(comment({ body }));
    expect(api.kept[0]?.body).toBe(`<!-- ours -->\n${JSON.stringify({ body: "<!-- ours -->\nold", commit: sha })}`);
  });

  test("of the pull request's head stays where this run is of an older commit, and else is written anew", async () => {
    const [newer, older] = ["4".repeat(40), "1".repeat(40)];
    const commitIn: CommentRequest["commitIn"] = (body) => body.split("\n")[1] ?? null;
    const put = async (told: string, head: string | undefined) => {
      const api = await githubRest({ comments: [kept(1, us, `<!-- ours -->\n${told}`)], ...(head ? { head } : {}) });
      const { github, said } = githubOf({ env: { GITHUB_API_URL: api.url }, payload: pullRequest() });
      expect(await github.putComment(comment({ commitIn }))).toEqual({ id: 1 });
      return { isKept: api.kept[0]?.body.endsWith(told), said };
    };
    expect(await put(newer, newer)).toEqual({
      isKept: true,
      said: ["The comment stays as it is: it tells of a newer commit of the pull request."],
    });
    for (const [told, head] of [
      [older, sha],
      [sha, newer],
      [newer, older],
      [newer, undefined],
    ] as const)
      expect(await put(told, head)).toEqual({ isKept: false, said: [] });
  });

  test("is a new one beside those that are not open any more", async () => {
    const final = [kept(1, us, "<!-- ours -->\nfinal"), kept(2, us, "<!-- ours -->\nfinal")];
    const api = await githubRest({ comments: final });
    const isOpen = (body: string): boolean => !body.includes("final");
    expect(await of(api.url).putComment(comment({ isOpen }))).toEqual({ id: 1002 });
    expect(await of(api.url).putComment(comment({ isOpen }))).toEqual({ id: 1002 });
    expect(api.kept.slice(0, 2)).toEqual(final);
    expect(api.kept).toHaveLength(3);
  });

  test("of a push is the merged pull request's where that is asked for", async () => {
    const commit = "3".repeat(40);
    const api = await githubRest({ merged: { [commit]: 9 } });
    const push = (more: Partial<CommentRequest>, head = commit) =>
      githubOf({ env: { GITHUB_API_URL: api.url, GITHUB_SHA: head }, payload: { after: head } }).github.putComment(
        comment(more),
      );
    expect(await push({ isMergedToo: true })).toEqual({ id: 1000 });
    expect(api.requests).toContain("POST /repos/acme/stack/issues/9/comments");
    expect(await push({ isMergedToo: true }, "4".repeat(40))).toBeNull();
    const before = api.requests.length;
    expect(await push({})).toBeNull();
    expect(api.requests).toHaveLength(before);
    expect(api.faults).toEqual([]);
  });

  test("of a server of one's own, whose API has a path", async () => {
    const api = await githubRest({ comments: [kept(1, us)] });
    expect(await of(`${api.url}/api/v3`).putComment(comment())).toEqual({ id: 1 });
    expect(api.requests).toEqual([
      "GET /api/v3/repos/acme/stack/issues/7/comments",
      "POST /api/graphql",
      "PATCH /api/v3/repos/acme/stack/issues/comments/1",
    ]);
  });

  test.each([
    ["issues/create-comment", 403],
    ["issues/list-comments", 404],
  ])("without the permission is a value that names it: %s answers %i", async (operation, status) => {
    const api = await githubRest({ refused: { [operation]: status } });
    expect(await of(api.url).putComment(comment())).toEqual({
      unknown: `its API refuses the token (${status}); it needs the permission pull-requests: write`,
      permission: "pull-requests: write",
    });
  });

  test("is not made twice where the answer is lost", async () => {
    const api = await githubRest({ refused: { "issues/create-comment": 502 } });
    expect(await of(api.url).putComment(comment())).toEqual({ unknown: "its API answers 502", permission: null });
    expect(api.requests.filter((request) => request.startsWith("POST"))).toHaveLength(1);
  });
});

describe("a check run", () => {
  const run = (annotations: number): CheckRun => ({
    ...{ name: "Prometheus stack", conclusion: "failure", title: "1 error", summary: "## ❌", address: null },
    annotations: Array.from({ length: annotations }, (_, n) => ({
      ...{ path: "a.yaml", startLine: n + 1, endLine: n + 1, startColumn: 1, endColumn: 2 },
      ...{ level: "failure", title: "t", message: "m" },
    })),
  });

  test.each([
    [0, [0]],
    [50, [50]],
    [120, [50, 50, 20]],
  ])("has %i annotations in requests of 50 at most, and its conclusion from the first on", async (count, sizes) => {
    const api = await githubRest();
    expect(await of(api.url).putCheckRun(run(count))).toEqual({ id: 77 });
    const told = api.checkRuns.map(({ output }) => Object(output).annotations as readonly unknown[]);
    expect(told.map(({ length }) => length)).toEqual(sizes);
    expect(new Set(told.flat().map((one) => Object(one).start_line)).size).toBe(count);
    expect(api.checkRuns[0]).toMatchObject({ head_sha: sha, status: "completed", conclusion: "failure" });
    expect(api.faults).toEqual([]);
  });

  test("that is made is no missing one, though further annotations are not taken; the log says how many it has", async () => {
    const api = await githubRest({ refused: { "checks/update": 502 } });
    const { github, said } = githubOf({ env: { GITHUB_API_URL: api.url }, payload: pullRequest() });
    expect(await github.putCheckRun(run(120))).toEqual({ id: 77 });
    expect(said).toEqual(["The check run has 50 of 120 annotations: GitHub took no more."]);
    expect(api.requests).toHaveLength(2);
  });

  test("is of the commit that ran where the event has no pull request", async () => {
    const api = await githubRest();
    await of(api.url, {}).putCheckRun({ ...run(0), address: "https://github.com/acme/stack/actions/runs/1" });
    expect(api.checkRuns[0]).toMatchObject({
      head_sha: "3".repeat(40),
      details_url: "https://github.com/acme/stack/actions/runs/1",
    });
  });

  test("without the permission is a value that names it", async () => {
    const api = await githubRest({ refused: { "checks/create": 403 } });
    expect(await of(api.url).putCheckRun(run(1))).toMatchObject({ permission: "checks: write" });
  });
});

test.each([
  [pullRequest("mallory/stack"), us, true],
  [pullRequest(), us, false],
  [pullRequest(), "dependabot[bot]", true],
  [{}, us, false],
])("whether the token of %j by %s can only read", async (payload, actor, expected) => {
  const { github } = githubOf({ env: { GITHUB_ACTOR: actor }, payload });
  expect(await github.readsOnly()).toBe(expected);
});

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Suggestion, SuggestionRequest } from "../../../src/outside/github.ts";
import { githubRest, type KeptComment } from "../../loopback-servers/github-rest.ts";
import { githubOf } from "./github-of.ts";

const head = "2".repeat(40);
const payload = {
  pull_request: {
    number: 7,
    base: { sha: "1".repeat(40), repo: { full_name: "acme/stack" } },
    head: { sha: head, repo: { full_name: "acme/stack" } },
  },
};
const us = "github-actions[bot]";

/** Ten lines, of which the change wrote the third to the sixth; the line before is context. */
const text = Array.from({ length: 10 }, (_, n) => `line ${n + 1}\n`).join("");
const patch = "@@ -2,2 +2,6 @@\n line 2\n+line 3\n+line 4\n+line 5\n+line 6\n line 7";
const object = (of: string, hash = "sha1"): string =>
  createHash(hash)
    .update(`blob ${Buffer.byteLength(of)}\0${of}`)
    .digest("hex");
const file = { path: "a.yaml", sha: object(text), patch };

const of = (api: string, held = text) =>
  githubOf({
    env: { GITHUB_API_URL: api, GITHUB_EVENT_NAME: "pull_request" },
    payload,
    tree: (name) => (name === "a.yaml" ? { ok: true, bytes: Buffer.from(held) } : null),
  }).github;

const suggestion = (more: Partial<Suggestion> = {}): Suggestion => ({
  ...{ key: "abcd", path: "a.yaml", startLine: 4, endLine: 4, body: "```suggestion\nx\n```" },
  ...more,
});
const request = (...suggestions: readonly Suggestion[]): SuggestionRequest => ({
  ...{ scope: "5c09e0", suggestions, mended: "✅ Mended." },
});
const mark = (key: string, state = "open", scope = "5c09e0"): string =>
  `<!-- prometheus-stack-action-suggestion ${scope} ${key} ${state} -->\n`;
const kept = (id: number, body: string, author = us): KeptComment => ({ id, author, body: `${body}old` });

describe("suggestions", () => {
  test("are one review of the pull request's head, each on the lines that it replaces", async () => {
    const api = await githubRest({ files: [file] });
    const several = suggestion({ key: "ef01", startLine: 5, endLine: 6 });
    expect(await of(api.url).putSuggestions(request(suggestion(), several))).toEqual({ made: 2, mended: 0 });
    const body = "```suggestion\nx\n```";
    expect(api.reviews).toEqual([
      {
        ...{ commit_id: head, event: "COMMENT" },
        comments: [
          { path: "a.yaml", side: "RIGHT", line: 4, body: mark("abcd") + body },
          { path: "a.yaml", side: "RIGHT", line: 6, start_line: 5, start_side: "RIGHT", body: mark("ef01") + body },
        ],
      },
    ]);
    expect(api.faults).toEqual([]);
  });

  test.each([
    ["on a line beside those that were written", [{ startLine: 2, endLine: 2 }], text],
    ["that begin before them", [{ startLine: 2, endLine: 3 }], text],
    ["that end behind them", [{ startLine: 6, endLine: 7 }], text],
    ["on a file that is not in the diff", [{ path: "b.yaml" }], text],
    ["on a file that is checked out otherwise", [{}], `# a merge\n${text}`],
    ["on a file whose lines end otherwise", [{}], text.replaceAll("\n", "\r\n")],
  ])("are not made %s", async (_, mores, held) => {
    const sha = held.includes("\r") ? object(held) : file.sha;
    const api = await githubRest({ files: [{ ...file, sha }] });
    const asked = request(...mores.map((more) => suggestion(more)));
    expect(await of(api.url, held).putSuggestions(asked)).toEqual({ made: 0, mended: 0 });
    expect(api.reviews).toEqual([]);
  });

  test("are made in a repository of the longer hash, too", async () => {
    const api = await githubRest({ files: [{ ...file, sha: object(text, "sha256") }] });
    expect(await of(api.url).putSuggestions(request(suggestion()))).toEqual({ made: 1, mended: 0 });
  });

  test("are thirty at most", async () => {
    const api = await githubRest({ files: [file] });
    const many = Array.from({ length: 40 }, (_, n) => suggestion({ key: (n + 16).toString(16) }));
    expect(await of(api.url).putSuggestions(request(...many))).toMatchObject({ made: 30 });
  });

  test("are not made twice, also where they were for another target, or were mended; what others wrote counts nothing", async () => {
    const reviewComments = [
      ...[kept(1, mark("abcd", "open", "07e4")), kept(2, mark("ef01", "mended")), kept(3, mark("beef"), "mallory")],
      kept(4, `> ${mark("dead")}`),
    ];
    const api = await githubRest({ files: [file], reviewComments });
    const keys = ["abcd", "ef01", "beef", "dead"].map((key) => suggestion({ key }));
    expect(await of(api.url).putSuggestions(request(...keys))).toEqual({ made: 2, mended: 0 });
    expect(api.reviewed.slice(0, 4)).toEqual(reviewComments);
    expect(api.reviewed.slice(4).map(({ body }) => body.split(" ")[3])).toEqual(["beef", "dead"]);
  });

  test("are called mended where they are not wanted any more, and nobody takes them then", async () => {
    const others = [
      kept(2, mark("ef01", "open", "07e4")),
      kept(3, mark("beef"), "mallory"),
      kept(4, mark("dead", "mended")),
    ];
    const api = await githubRest({ reviewComments: [kept(1, mark("abcd")), ...others] });
    expect(await of(api.url).putSuggestions(request())).toEqual({ made: 0, mended: 1 });
    expect(api.reviewed).toEqual([{ id: 1, author: us, body: `${mark("abcd", "mended")}✅ Mended.` }, ...others]);
    // A token that may not write contents may not resolve a thread, and is not tried.
    expect(api.resolved).toEqual([]);
    expect(api.faults).toEqual([]);
  });

  test("are resolved, too, where the token may", async () => {
    const reviewComments = [kept(1, mark("abcd")), kept(2, "a person's ")];
    const api = await githubRest({ reviewComments, mayResolve: true });
    await of(api.url).putSuggestions(request());
    expect(api.resolved).toEqual(["thread-1"]);
  });

  test("stay as they are where nobody knows what was mended", async () => {
    const api = await githubRest({ reviewComments: [kept(1, mark("abcd"))] });
    expect(await of(api.url).putSuggestions({ ...request(), mended: null })).toEqual({ made: 0, mended: 0 });
    expect(api.reviewed[0]?.body).toContain("old");
  });

  test("need a permission, which is named, and a pull request", async () => {
    const api = await githubRest({ files: [file], refused: { "pulls/create-review": 403 } });
    expect(await of(api.url).putSuggestions(request(suggestion()))).toMatchObject({
      permission: "pull-requests: write",
    });
    const { github } = githubOf({ env: { GITHUB_API_URL: api.url }, payload: {} });
    expect(await github.putSuggestions(request(suggestion()))).toBeNull();
  });
});

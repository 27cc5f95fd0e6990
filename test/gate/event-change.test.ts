import { describe, expect, test } from "vitest";
import { changeOf, pullRequestOf } from "../../src/gate/event-change.ts";

const [one, two] = ["1".repeat(40), "2".repeat(64)];
const end = (sha: string, name: string | null) => ({ sha, repo: name === null ? null : { full_name: name } });
const pull = (head: ReturnType<typeof end>) => ({ pull_request: { number: 7, base: end(one, "acme/stack"), head } });

describe("a pull request's event tells", () => {
  test("its number, both ends, and that it is no fork's", () => {
    expect(pullRequestOf(pull(end(two, "Acme/Stack")))).toEqual({
      number: 7,
      base: { repository: "acme/stack", sha: one },
      head: { repository: "acme/stack", sha: two },
      isFork: false,
    });
  });

  test.each(["mallory/stack", null])("that it is a fork's: %s", (name) => {
    expect(pullRequestOf(pull(end(two, name)))?.isFork).toBe(true);
  });

  test.each([null, {}, { pull_request: [] }, { pull_request: null }, { pull_request: "7" }])(
    "nothing: %j",
    (payload) => {
      expect(pullRequestOf(payload)).toBeNull();
    },
  );

  test("no number and no commit that are none", () => {
    for (const number of [0, -1, 1.5, 2 ** 60, "7", null])
      expect(pullRequestOf({ pull_request: { number, base: { sha: "main" } } })).toEqual({
        number: null,
        base: { repository: null, sha: null },
        head: { repository: null, sha: null },
        isFork: true,
      });
  });
});

describe("the change of an event", () => {
  const repository = { owner: "acme", repo: "stack.yaml" };
  const env = { GITHUB_REPOSITORY: "acme/stack.yaml", GITHUB_EVENT_NAME: "pull_request" };

  test("is the pull request, also where the event names commits", () => {
    const payload = { ...pull(end(two, null)), before: one, after: two };
    expect(changeOf(env, payload)).toEqual({ kind: "pull-request", repository, number: 7 });
  });

  test("is what was pushed", () => {
    const push = { ...env, GITHUB_EVENT_NAME: "push" };
    expect(changeOf(push, { before: one, after: two })).toEqual({ kind: "commits", repository, base: one, head: two });
  });

  test.each(["", "acme", "acme/", "/stack", "acme/..", "acme/.", "acme/stack/x", "acme/st ack", "../stack", "a?b/c"])(
    "is none of a repository that has no name: %j",
    (name) => {
      expect(changeOf({ ...env, GITHUB_REPOSITORY: name }, pull(end(two, null)))).toBeNull();
    },
  );
});

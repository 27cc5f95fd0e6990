import { describe, expect, test } from "vitest";
import { type ApiAnswer, apiOf, githubOf } from "./github-of.ts";

const [one, two] = ["1".repeat(40), "2".repeat(40)];
const repository = { full_name: "Acme/Stack", private: true, default_branch: "trunk" };

const answered = async (path: string, answer: ApiAnswer, payload: unknown = {}) => {
  const { env, requests } = await apiOf({ [path]: answer });
  return { ...githubOf({ env, payload }), requests };
};

const environment = async (body: unknown, type?: string) => {
  const answer = { body, ...(type === undefined ? {} : { type }) };
  return (await answered("/environments/production", answer)).github.environment("production");
};
const noAnswer = { unknown: "its API answers what is no answer of GitHub's", permission: null };

describe("an environment's rules", () => {
  test("are its reviewers, its wait and its branches", async () => {
    const rules = await environment({
      id: 161088068,
      name: "Production",
      protection_rules: [
        { id: 1, type: "wait_timer", wait_timer: 30 },
        {
          ...{ id: 2, type: "required_reviewers", prevent_self_review: true },
          reviewers: [
            { type: "User", reviewer: { login: "octocat" } },
            { type: "Team", reviewer: { slug: "ops" } },
          ],
        },
        { id: 3, type: "branch_policy" },
      ],
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    });
    expect(rules).toEqual({ reviewers: 2, preventsSelfReview: true, waitMinutes: 30, branches: "listed" });
  });

  test("may be none, and may be protected branches alone", async () => {
    const none = { reviewers: 0, preventsSelfReview: false, waitMinutes: 0, branches: null };
    const bare = { name: "production", protection_rules: [], deployment_branch_policy: null };
    expect(await environment(bare)).toEqual(none);
    const policy = { protected_branches: true, custom_branch_policies: false };
    expect(await environment({ ...bare, deployment_branch_policy: policy })).toEqual({
      ...none,
      branches: "protected",
    });
  });

  test.each([
    { protection_rules: { type: "required_reviewers" } },
    { protection_rules: [null, 7, "required_reviewers", { type: "required_reviewers", reviewers: "all" }] },
    { protection_rules: [{ type: "required_reviewers", reviewers: [null, 1], prevent_self_review: "yes" }] },
    { protection_rules: [{ type: "wait_timer", wait_timer: "30" }] },
    { protection_rules: [{ type: "wait_timer", wait_timer: -1 }] },
    { deployment_branch_policy: { protected_branches: "true" } },
    { deployment_branch_policy: [true] },
  ])("are not what looks like one: %j", async (more) => {
    expect(await environment({ name: "production", ...more })).toEqual({
      ...{ reviewers: 0, preventsSelfReview: false, waitMinutes: 0, branches: null },
    });
  });

  test.each<[string, unknown, string?]>([
    ["a page", "<html>hunter2</html>", "text/html"],
    ["a page that calls itself JSON", "<html>hunter2</html>"],
    ["a list", []],
    ["nothing", null],
    ["another environment", { name: "staging" }],
    ["an environment without a name", { protection_rules: [] }],
    ["more than an answer can be", `{"name":"production","x":"${"x".repeat(65 * 1024 * 1024)}"}`],
  ])("are not known by %s", async (_, ...answer) => {
    expect(await environment(...answer)).toEqual(noAnswer);
  });

  test.each([401, 403, 404])("need a permission (%i)", async (status) => {
    const { github } = await answered("/environments/production", status);
    expect(await github.environment("production")).toEqual({
      unknown: `its API refuses the token (${status}); it needs the permission actions: read`,
      permission: "actions: read",
    });
  });

  test("are asked by a name that is part of no path", async () => {
    const { github, requests } = await answered("/x", 404);
    await github.environment("../../a b/?c");
    expect(requests).toEqual(["/environments/..%2F..%2Fa%20b%2F%3Fc"]);
  });

  test("are not asked without a token, a repository, or an event that can be read", async () => {
    const { env, requests } = await apiOf({});
    const asked = async (seen: Parameters<typeof githubOf>[0]) =>
      githubOf({ ...seen, env: { ...env, ...seen.env } }).github.environment("production");
    expect(await asked({ token: undefined })).toEqual({
      unknown: "there is no github-token",
      permission: "actions: read",
    });
    expect(await asked({ env: { GITHUB_REPOSITORY: "../x" } })).toMatchObject({ permission: null });
    expect(await asked({ payload: "{" })).toMatchObject({ unknown: "the runner's event file cannot be read" });
    expect(requests).toEqual([]);
  });
});

describe("the approvals of a run", () => {
  const approvals = async (body: unknown) =>
    (await answered("/actions/runs/4711/approvals", { body })).github.approvals("4711");
  const environments = [{ name: "production" }, { name: "staging" }];

  test("are who said what, of which environments", async () => {
    const body = [
      { state: "approved", comment: "ok", environments, user: { login: "octocat" } },
      { state: "rejected", environments: [{ name: "a" }], user: null },
      { state: "pending", environments },
    ];
    expect(await approvals(body)).toEqual([
      { state: "approved", environments: ["production", "staging"], by: "octocat" },
      { state: "rejected", environments: ["a"], by: null },
    ]);
    expect(await approvals([])).toEqual([]);
  });

  test.each([
    [[null, 7, [], { state: ["approved"] }], []],
    [
      [{ state: "approved", environments: "production", user: { login: "::error::x" } }],
      [{ state: "approved", environments: [], by: null }],
    ],
    [
      [{ state: "approved", environments: [null, { name: 7 }], user: { login: "a".repeat(200) } }],
      [{ state: "approved", environments: [], by: null }],
    ],
  ])("are not what looks like one: %j", async (body, read) => {
    expect(await approvals(body)).toEqual(read);
  });

  test("are not known by an answer that is no list", async () => {
    expect(await approvals({ approvals: [] })).toEqual(noAnswer);
  });

  test.each(["", "4711/../1", "-1", "1e3", "9".repeat(16)])("are not asked of the run %j", async (runId) => {
    const { github, requests } = await answered("/x", 404);
    expect(await github.approvals(runId)).toEqual({
      unknown: "GITHUB_RUN_ID is the number of no run",
      permission: null,
    });
    expect(requests).toEqual([]);
  });
});

describe("the order of two commits", () => {
  const path = `/compare/${one}...${two}`;

  test.each(["ahead", "behind", "identical", "diverged"])("is %s", async (status) => {
    const { github, said } = await answered(path, { body: { status } });
    expect([await github.compareCommits(one, two), said]).toEqual([status, []]);
  });

  test.each<readonly [string, ApiAnswer, string]>([
    ["another word", { body: { status: "hunter2" } }, "no answer of GitHub's"],
    ["no word", { body: [] }, "no answer of GitHub's"],
    ["a commit that is gone", 404, "contents: read"],
  ])("is not known by %s, and it is said why", async (_, answer, why) => {
    const { github, said } = await answered(path, answer);
    expect(await github.compareCommits(one, two)).toBeNull();
    expect(said).toEqual([expect.stringContaining(why)]);
    expect(said.join("")).not.toContain("hunter2");
  });

  test("is not asked of what is no commit", async () => {
    const { github, requests, said } = await answered("/x", 404);
    expect(await github.compareCommits("main", two)).toBeNull();
    expect(requests).toEqual([]);
    expect(said).toEqual([expect.stringContaining("no commit's name")]);
  });
});

describe("the repository", () => {
  const facts = async ({ github }: ReturnType<typeof githubOf>) => [
    await github.repositoryIsPrivate(),
    await github.defaultBranch(),
  ];

  test("is as the event says, and then nobody is asked", async () => {
    const { requests, ...seen } = await answered("", 404, { repository });
    expect(await facts(seen)).toEqual([true, "trunk"]);
    expect(requests).toEqual([]);
  });

  test.each([
    {},
    { repository: { ...repository, full_name: "mallory/stack" } },
    { repository: { ...repository, private: 0 } },
  ])("is as the API says where the event does not tell of it: %j, asked once", async (payload) => {
    const { requests, ...seen } = await answered("", { body: { private: false, default_branch: "main" } }, payload);
    expect(await facts(seen)).toEqual([false, "main"]);
    expect(requests).toEqual([""]);
  });

  test("is not known where neither does", async () => {
    const seen = await answered("", 403);
    expect(await facts(seen)).toEqual([null, null]);
    expect(seen.said).toEqual([expect.stringContaining("contents: read")]);
  });
});

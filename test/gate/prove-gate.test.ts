import { describe, expect, test } from "vitest";
import type { DeployTarget, DeployTargets } from "../../src/gate/deploy-target.ts";
import { proveGate } from "../../src/gate/prove-gate.ts";
import type { Environment } from "../../src/outside/environment.ts";
import type { EnvironmentRules, Github, JobIdentity } from "../../src/outside/github.ts";
import { usualRun } from "../loopback-servers/oidc-issuer.ts";

const production: DeployTarget = {
  ...{ name: "production", gated: true, environment: "prod" },
  ...{ refs: ["main", "refs/tags/v*"], expectedCluster: null },
};
const identity: JobIdentity = {
  ...{ environment: "prod", repository: "Acme/Stack", ref: "refs/heads/main", sha: usualRun.GITHUB_SHA },
  ...{ runId: "4711", runAttempt: "1", event: "push", jobWorkflow: null },
};
const noIdentity = { unknown: "the job may not ask GitHub for its token", permission: "id-token: write" };
const rules: EnvironmentRules = { reviewers: 2, preventsSelfReview: true, waitMinutes: 0, branches: "protected" };
const noRules: EnvironmentRules = { reviewers: 0, preventsSelfReview: false, waitMinutes: 0, branches: null };
const approved = { environments: ["Prod"], state: "approved", by: "octocat" } as const;
const refusedOnce = { ...approved, state: "rejected" } as const;

interface Told {
  readonly identity?: Awaited<ReturnType<Github["jobIdentity"]>>;
  readonly rules?: Awaited<ReturnType<Github["environment"]>>;
  readonly approvals?: Awaited<ReturnType<Github["approvals"]>>;
  readonly isPrivate?: boolean | null;
  readonly defaultBranch?: string | null;
  readonly env?: Environment;
  readonly config?: Partial<DeployTargets>;
  readonly mode?: "check" | "deploy";
}

const prove = (told: Told = {}) => {
  const asked: string[] = [];
  const github: Github = {
    changedFiles: async () => null,
    jobIdentity: async () => told.identity ?? identity,
    async environment(name) {
      asked.push(`environment ${name}`);
      return told.rules ?? rules;
    },
    async approvals(runId) {
      asked.push(`approvals of ${runId}`);
      return told.approvals ?? [approved];
    },
    compareCommits: async () => null,
    repositoryIsPrivate: async () => told.isPrivate ?? false,
    defaultBranch: async () => (told.defaultBranch === undefined ? "main" : told.defaultBranch),
    putCheckRun: async () => ({ id: 1 }),
    putComment: async () => null,
    putSuggestions: async () => null,
    readsOnly: async () => false,
  };
  const config = { target: production, targets: [production], notRead: null, ...told.config };
  const proof = proveGate({ config, env: { ...usualRun, ...told.env }, github, mode: told.mode ?? "deploy" });
  return Object.assign(proof, { asked });
};

/** The message of the refusal, and its hint. */
const refusal = async (told: Told): Promise<string> => {
  const thrown = await prove(told).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ reason: "gate-missing" });
  const { message, hint } = thrown as { readonly message: string; readonly hint: string };
  return `${message}\n${hint}`;
};

describe("a deploy to a gated target", () => {
  test("is proved by the job's token, the ref and the environment's rules", async () => {
    const asking = prove();
    expect(await asking).toEqual({
      ...{ isGated: true, target: "production", environment: "prod", ref: "refs/heads/main", by: "job-token" },
      approvers: ["octocat"],
      rules: [
        "one of 2 reviewers has to approve, not whoever started the run",
        "only protected branches and tags deploy",
      ],
      notes: [],
    });
    expect(asking.asked.sort()).toEqual(["approvals of 4711", "environment prod"]);
  });

  test("may name its environment in another case, as GitHub does", async () => {
    await expect(prove({ identity: { ...identity, environment: "PROD" } })).resolves.toMatchObject({ isGated: true });
  });

  test("is proved by the run's approvals where the job has no token, and what that leaves open is said", async () => {
    expect(await prove({ identity: noIdentity })).toMatchObject({
      ...{ by: "run-approvals", ref: "refs/heads/main", approvers: ["octocat"] },
      notes: [expect.stringContaining("That this job waited for it is not proved")],
    });
  });

  test("says where nobody has to approve, and where nobody is known to have", async () => {
    const waits = await prove({ rules: { ...noRules, waitMinutes: 30 }, approvals: [] });
    expect(waits).toMatchObject({
      rules: ["it waits for 30 min"],
      notes: ["Nobody has to approve: the environment prod has no required reviewers."],
    });
    const { notes } = await prove({ rules: { ...rules, preventsSelfReview: false }, approvals: [] });
    expect(notes).toEqual([
      expect.stringContaining("does not prevent self-review"),
      expect.stringContaining("no approval of this run on record"),
    ]);
    const untold = { unknown: "there is no answer within 20 s", permission: null };
    expect((await prove({ approvals: untold })).notes).toEqual([
      "Who approved is not known: there is no answer within 20 s.",
    ]);
  });

  test("names everybody who approved once, and no one of another environment", async () => {
    const other = { ...approved, environments: ["staging"], by: "mallory" };
    const proof = await prove({ approvals: [approved, approved, other, { ...approved, by: null }] });
    expect(proof.approvers).toEqual(["octocat", "an account that is gone"]);
  });

  test("is allowed from the default branch where the target names no refs", async () => {
    const open = { config: { target: { ...production, refs: null } } };
    await expect(prove(open)).resolves.toMatchObject({ ref: "refs/heads/main" });
    expect(await refusal({ ...open, defaultBranch: "trunk" })).toContain("only trunk, the default branch may deploy");
    expect(await refusal({ ...open, defaultBranch: null })).toContain("which branch is the default one is not known");
  });
});

describe("a deploy to a gated target is refused", () => {
  test.each<readonly [string, Told, string]>([
    ["in another environment", { identity: { ...identity, environment: "dev" } }, "runs in the environment dev, and"],
    ["in none", { identity: { ...identity, environment: null } }, "runs in no environment, and not in prod"],
    ["by a false token", { identity: { refuted: "it has expired" } }, "proves nothing: it has expired"],
    ["by another repository's token", { identity: { ...identity, repository: "a/b" } }, "by its repository"],
    ["by another commit's token", { identity: { ...identity, sha: "2".repeat(40) } }, "of another run, by its sha"],
    ["by another run's token", { identity: { ...identity, runId: "1" } }, "of another run, by its run_id"],
    ["by an earlier attempt's token", { identity: { ...identity, runAttempt: "2" } }, "by its run_attempt"],
    [
      "from another branch",
      { identity: { ...identity, ref: "refs/heads/x" } },
      "the run is of refs/heads/x, and only main, refs/tags/v* may deploy",
    ],
    [
      "from a pull request",
      { identity: noIdentity, env: { GITHUB_REF: "refs/pull/7/merge" } },
      "the run is of refs/pull/7/merge",
    ],
    ["from no ref", { identity: noIdentity, env: { GITHUB_REF: "" } }, "of no branch and of no tag"],
    ["without rules", { rules: noRules }, "has no reviewers, no wait timer, and lets every branch deploy"],
    [
      "approved for another environment",
      { identity: noIdentity, approvals: [{ ...approved, environments: ["dev"] }] },
      "nobody approved this run for it",
    ],
    ["refused by somebody", { identity: noIdentity, approvals: [approved, refusedOnce] }, "somebody refused"],
    [
      "approved by nobody",
      { identity: noIdentity, approvals: [] },
      "(it needs `id-token: write`), and nobody approved",
    ],
    [
      "without an answer",
      { identity: noIdentity, approvals: { unknown: "its API answers 500", permission: null } },
      "GitHub does not tell who approved the run: its API answers 500",
    ],
    [
      "without sight of the rules",
      { rules: { unknown: "its API refuses the token (404)", permission: "actions: read" } },
      "cannot be read: its API refuses the token (404); is there such an environment, and has the job `actions: read`?",
    ],
    ["on a terminal", { env: { GITHUB_ACTIONS: undefined } }, "it is deployed to only from GitHub Actions"],
    ["under act", { env: { ACT: "true" } }, "this run is not there"],
    ["without an environment's name", { config: { target: { ...production, environment: null } } }, "and not in "],
  ])("%s", async (_, told, why) => {
    expect(await refusal(told)).toContain(why);
  });

  test("for everything that is not proved at once, with what to write", async () => {
    const text = await refusal({
      identity: { ...identity, environment: null, ref: "refs/heads/x" },
      rules: noRules,
      isPrivate: true,
      env: { GITHUB_SERVER_URL: "https://github.com" },
    });
    expect(text.match(/^ {2}- /gm)).toHaveLength(3);
    expect(text).toContain("The target production is gated");
    expect(text).toContain("reviewers and wait timers with Enterprise alone");
    expect(text).toContain("`environment: prod`");
    expect(text).toContain("`permissions: { actions: read, contents: read, id-token: write }`");
    expect(text).toContain("`refs: [main");
  });

  test("on a server of one's own without a word of plans", async () => {
    const told = { rules: noRules, isPrivate: true, env: { GITHUB_SERVER_URL: "https://github.example.com" } };
    expect(await refusal(told)).not.toContain("Enterprise");
  });

  test("where it is not known what is gated, and where it names no target beside gated ones", async () => {
    const notRead = { sha: null, why: "the clone lacks it", wayOut: "Fetch it." };
    expect(await refusal({ config: { target: null, targets: [], notRead } })).toContain(
      "no configuration counts, because the clone lacks it.\nFetch it.",
    );
    expect(await refusal({ config: { target: null } })).toContain("the run names no target, while");
  });
});

describe("nothing is to be proved, and GitHub is not asked", () => {
  const staging = { ...production, name: "staging", gated: false };
  test.each<readonly [string, Told, string]>([
    ["for a check", { mode: "check" }, "mode is check, which changes nothing"],
    [
      "of a target without a gate",
      { config: { target: staging, targets: [staging, production] } },
      "staging is not gated",
    ],
    ["without targets", { config: { target: null, targets: [] } }, "no target is gated"],
    ["of targets without a gate", { config: { target: null, targets: [staging] }, env: {} }, "no target is gated"],
  ])("%s", async (_, told, why) => {
    const asking = prove({ ...told, env: { GITHUB_ACTIONS: undefined } });
    expect(await asking).toMatchObject({ isGated: false, by: null, notes: [expect.stringContaining(why)] });
    expect(asking.asked).toEqual([]);
  });
});

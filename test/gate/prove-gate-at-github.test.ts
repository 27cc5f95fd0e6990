import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DeployTarget } from "../../src/gate/deploy-target.ts";
import { proveGate } from "../../src/gate/prove-gate.ts";
import { mint, oidcIssuer, usualRun } from "../loopback-servers/oidc-issuer.ts";
import { type ApiAnswer, apiOf, githubOf } from "../machine/github/github-of.ts";

const target: DeployTarget = {
  ...{ name: "eu", gated: true, environment: "production", refs: null, expectedCluster: null },
};
const payload = { repository: { full_name: "acme/stack", private: true, default_branch: "main" } };
const environment = {
  body: {
    name: "production",
    protection_rules: [{ type: "required_reviewers", prevent_self_review: true, reviewers: [{ type: "User" }] }],
    deployment_branch_policy: null,
  },
};
const approvals = {
  body: [{ state: "approved", environments: [{ name: "production" }], user: { login: "octocat" } }],
};
const api = { "/environments/production": environment, "/actions/runs/4711/approvals": approvals };

beforeEach(() => void vi.spyOn(process.stdout, "write").mockReturnValue(true));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A deploy where GitHub is played by two servers; without `token` the job may ask for none. */
const deploy = async (
  answers: Readonly<Record<string, ApiAnswer>>,
  token: Parameters<typeof mint>[0] | null = {},
  key = "github",
) => {
  const issuer = await oidcIssuer({ token: mint(token ?? {}, key) });
  const server = await apiOf(answers);
  const own = token === null ? { GITHUB_SERVER_URL: issuer.url } : issuer.env;
  const env = { ...usualRun, ...own, ...server.env };
  for (const [name, value] of Object.entries(issuer.env)) vi.stubEnv(name, value);
  const { github } = githubOf({ env, payload });
  const config = { target, targets: [target], notRead: null };
  return proveGate({ config, env, github, mode: "deploy" }).catch((thrown: unknown) => thrown);
};

describe("with GitHub's API and its issuer of tokens", () => {
  test("a job in the environment deploys", async () => {
    expect(await deploy(api)).toEqual({
      ...{ isGated: true, target: "eu", environment: "production", ref: "refs/heads/main", by: "job-token" },
      ...{ approvers: ["octocat"], rules: ["the reviewer has to approve, not whoever started the run"], notes: [] },
    });
  });

  test("a run that was approved deploys without a token", async () => {
    expect(await deploy(api, null)).toMatchObject({ by: "run-approvals", approvers: ["octocat"] });
  });

  test.each<readonly [string, Parameters<typeof deploy>, string]>([
    ["a job in no environment, though the run was approved", [api, { environment: null }], "runs in no environment"],
    ["a forged token, though the run was approved", [api, {}, "other"], "its signature is not GitHub's"],
    ["a token of another run", [api, { run_id: "1" }], "by its run_id"],
    ["rules that may not be read", [{ ...api, "/environments/production": 403 }], "`actions: read`"],
    [
      "a page in the API's place",
      [{ ...api, "/environments/production": { body: "<html>" } }],
      "no answer of GitHub's",
    ],
    ["a run that nobody approved", [{ ...api, "/actions/runs/4711/approvals": { body: [] } }, null], "nobody approved"],
    ["approvals that may not be read", [{ "/environments/production": environment }, null], "actions: read"],
  ])("%s does not", async (_, asked, why) => {
    expect(await deploy(...asked)).toMatchObject({ reason: "gate-missing", message: expect.stringContaining(why) });
  });
});

import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { workflowRun } from "../../gate/workflow-run.ts";
import { githubRest, type KeptPull } from "../../loopback-servers/github-rest.ts";
import { githubOf } from "./github-of.ts";

const sha = "2".repeat(40);
const pull = (more: Partial<KeptPull> = {}): KeptPull => ({
  ...{ number: 7, sha, branch: "gpu", from: "mallory/stack" },
  ...more,
});
const comment = {
  ...{ marker: "<!-- ours -->", mayCreate: true, isMergedToo: false },
  body: () => "## ✅",
  isOpen: () => true,
  commitIn: () => null,
};
const checkRun = {
  name: "n",
  conclusion: "failure",
  title: "t",
  summary: "s",
  annotations: [],
  address: null,
} as const;

const of = (api: string, payload: JsonObject = workflowRun()) =>
  githubOf({
    env: { GITHUB_API_URL: api, GITHUB_EVENT_NAME: "workflow_run", GITHUB_SHA: "3".repeat(40) },
    payload,
    of: "earlier-run",
  });

describe("what an earlier run is told of", () => {
  test("is the pull request whose head is its commit, and that commit", async () => {
    const api = await githubRest({ pulls: [pull({ number: 6, sha: "4".repeat(40) }), pull()] });
    const { github } = of(api.url);
    expect(await github.putComment(comment)).toEqual({ id: 1000 });
    expect(await github.putCheckRun(checkRun)).toEqual({ id: 77 });
    expect(api.requests).toContain("POST /repos/acme/stack/issues/7/comments");
    // Once for both.
    expect(api.requests.filter((request) => request === "GET /repos/acme/stack/pulls")).toHaveLength(1);
    expect(api.checkRuns[0]).toMatchObject({ head_sha: sha });
    expect(api.faults).toEqual([]);
  });

  test.each([
    ["that has moved on", [pull({ sha: "4".repeat(40) })]],
    ["from another fork with a branch of that name", [pull({ from: "mallory/other" })]],
    ["from another branch", [pull({ branch: "cpu" })]],
    ["that is not open any more", []],
    ["that is one of two", [pull(), pull({ number: 8 })]],
  ])("is no pull request %s; its commit is told all the same", async (_, pulls) => {
    const api = await githubRest({ pulls });
    const { github, said } = of(api.url);
    expect(await github.putComment(comment)).toBeNull();
    expect(said).toEqual([expect.stringMatching(/^There is no comment: (?:no open|several) pull request/)]);
    expect(await github.putCheckRun(checkRun)).toEqual({ id: 77 });
    expect(api.kept).toEqual([]);
    expect(api.faults).toEqual([]);
  });

  test("is nothing where its event follows no run of a pull request", async () => {
    const api = await githubRest({ pulls: [pull()] });
    for (const payload of [{}, workflowRun({ event: "push" }), workflowRun({ head_sha: "main" })]) {
      const { github } = of(api.url, payload);
      expect(await github.putComment(comment)).toBeNull();
      expect(await github.putCheckRun(checkRun)).toMatchObject({ unknown: "the event names no commit" });
      expect(await github.changedFiles()).toBeNull();
    }
    expect(api.requests).toEqual([]);
  });

  test("a name of a branch is no more than a name", async () => {
    const branch = "gpu&state=all#x/../?head=acme:main";
    const api = await githubRest({ pulls: [pull({ branch })] });
    expect(await of(api.url, workflowRun({ head_branch: branch })).github.putComment(comment)).toEqual({ id: 1000 });
    expect(api.faults).toEqual([]);
  });

  test("needs a permission, which is named", async () => {
    const api = await githubRest({ pulls: [pull()], refused: { "pulls/list": 403 } });
    expect(await of(api.url).github.putComment(comment)).toMatchObject({ permission: "pull-requests: write" });
  });
});

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runAction } from "../../scripts/run-action.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { Report } from "../../src/report/report.ts";
import { renderReportJson } from "../../src/report/report-json.ts";
import { workflowRun } from "../gate/workflow-run.ts";
import { githubRest } from "../loopback-servers/github-rest.ts";
import { schemaErrors } from "../report/report-schema.ts";
import { finding, report } from "../report/sample-report.ts";

const timeout = 120_000;
const sha = "2".repeat(40);
const pulls = [{ number: 7, sha, branch: "gpu", from: "mallory/stack" }];

/** Words that would be a mention, a command to the runner, the end of a comment, a link, a picture, or a heading. */
const hostile = "@octocat ::error::x -->\n::set-output name=conclusion::y\n# <img src=x> [a](https://evil.example)";
const failed = (more: Partial<Report> = {}): string =>
  renderReportJson(
    report({
      ...{ conclusion: "failure", failureReason: "findings", ...more },
      counts: { error: 1, warning: 0, notice: 0, suppressed: 0 },
      findings: [finding("error", 3, { message: hostile, help: "https://evil.example" })],
    }),
  );

interface Given {
  /** Of report.json; null: there is none. */
  readonly artifact?: string | null;
  readonly payload?: JsonObject;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly lay?: (artifact: string) => void;
}

/** The step in a job that checks nothing out, as its workflow's event starts it. */
const runReport = async (
  api: string,
  { artifact = failed(), payload = workflowRun(), inputs = {}, env = {}, lay }: Given = {},
) => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "prometheus-stack-report-mode-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const at = (name: string): string => join(root, name);
  for (const folder of ["workspace", "temp", "artifact", "bin"]) mkdirSync(at(folder));
  if (artifact !== null) writeFileSync(at("artifact/report.json"), artifact);
  lay?.(at("artifact"));
  writeFileSync(at("event.json"), JSON.stringify(payload));
  const result = await runAction({
    ...{ entry: "src/main.ts", tools: at("bin"), workspace: at("workspace"), show: false },
    inputs: {
      ...{ mode: "report", "report-file": at("artifact/report.json"), "github-token": "ghs_hunter2hunter2" },
      ...{ comment: "always", "check-run": "true", ...inputs },
    },
    env: {
      ...{ GITHUB_ACTIONS: "true", RUNNER_TEMP: at("temp"), GITHUB_API_URL: api, GITHUB_WORKFLOW: "Report" },
      ...{ GITHUB_REPOSITORY: "acme/stack", GITHUB_SERVER_URL: "https://github.com", GITHUB_SHA: "3".repeat(40) },
      ...{ GITHUB_EVENT_NAME: "workflow_run", GITHUB_EVENT_PATH: at("event.json"), GITHUB_RUN_ID: "1", ...env },
    },
  });
  const own = JSON.parse(readFileSync(at("temp/prometheus-stack-report/report.json"), "utf8"));
  expect(schemaErrors(own)).toEqual([]);
  return { ...result, own };
};

describe("mode: report", () => {
  test("tells a fork's pull request and its commit what an artifact says, and says whose words those are", {
    timeout,
  }, async () => {
    const api = await githubRest({ pulls });
    const { code, outputs, output, summary } = await runReport(api.url);
    expect(code, output).toBe(0);
    expect(outputs).toMatchObject({
      ...{ conclusion: "success", "failure-reason": "", errors: "1", "comment-id": "1000", "sarif-path": "" },
    });
    expect(api.requests).toContain("POST /repos/acme/stack/issues/7/comments");
    expect(api.checkRuns[0]).toMatchObject({ head_sha: sha, conclusion: "failure" });
    for (const text of [api.kept[0]?.body ?? "", summary, String(Object(api.checkRuns[0]?.["output"]).summary)]) {
      expect(text).toContain('From the artifact of <a href="https://github.com/acme/stack/actions/runs/4711">');
      expect(text).toContain(`https://github.com/acme/stack/blob/${sha}/prometheus-stack/base/3.yaml#L3`);
      expect(text).not.toMatch(/@octocat|<img|evil\.example"|\n::|\]\(|^-->/m);
    }
    // Between two markers the runner obeys nothing.
    const obeyed = output.replaceAll(/^::stop-commands::(\S+)\n[\s\S]*?^::\1::$/gm, "");
    expect(obeyed).not.toMatch(/^::error|set-output/m);
    expect(api.faults).toEqual([]);
  });

  test.each<readonly [string, Given, RegExp]>([
    ["is of a deploy", { artifact: failed({ mode: "deploy" }) }, /its mode is deploy/],
    ["is of another folder", { inputs: { path: "other" } }, /another folder/],
    ["is not there", { artifact: null }, /is not there/],
    ["is no JSON", { artifact: "<html>" }, /it is not JSON/],
  ])("fails and tells the pull request so where the report %s", { timeout }, async (_, given, message) => {
    const api = await githubRest({ pulls });
    const { code, outputs, own } = await runReport(api.url, given);
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ conclusion: "failure", "failure-reason": "invalid-input", "comment-id": "1000" });
    expect(own.error.message).toMatch(message);
    expect(api.kept[0]?.body).toMatch(/❌ Report of the Prometheus stack/);
    expect(api.checkRuns[0]).toMatchObject({ head_sha: sha, conclusion: "failure" });
  });

  test("shows nothing of what a link in the artifact leads to", { timeout }, async () => {
    const api = await githubRest({ pulls });
    const lay = (artifact: string): void => {
      writeFileSync(join(artifact, "../outside.json"), failed());
      symlinkSync("../outside.json", join(artifact, "report.json"));
    };
    const { outputs, own } = await runReport(api.url, { artifact: null, lay });
    expect(outputs).toMatchObject({ "failure-reason": "invalid-input" });
    expect(own.error.message).toContain("is a link, which is not followed");
  });

  test.each([{ conclusion: "cancelled" }, { event: "push" }])(
    "has nothing to do, says so and passes where the run was %j",
    { timeout },
    async (more) => {
      const api = await githubRest({ pulls });
      const { code, outputs, output } = await runReport(api.url, { payload: workflowRun(more), artifact: null });
      expect(code).toBe(0);
      expect(outputs).toMatchObject({ conclusion: "success", "failure-reason": "" });
      expect(output).toMatch(/^::notice title=No report::Nothing was published: the run that it follows /m);
      expect(api.requests).toEqual([]);
    },
  );

  test("is refused on any other event, and touches no pull request", { timeout }, async () => {
    const api = await githubRest({ pulls });
    const { code, outputs } = await runReport(api.url, { env: { GITHUB_EVENT_NAME: "pull_request_target" } });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ "failure-reason": "untrusted-event" });
    expect(api.requests).toEqual([]);
  });

  test("leaves a pull request alone that has moved on, and passes", { timeout }, async () => {
    const api = await githubRest({ pulls: pulls.map((pull) => ({ ...pull, sha: "4".repeat(40) })) });
    const { code, outputs } = await runReport(api.url);
    expect(code).toBe(0);
    expect(outputs["comment-id"] ?? "").toBe("");
    expect(api.kept).toEqual([]);
  });

  test("passes without a permission, and names it", { timeout }, async () => {
    const api = await githubRest({ pulls, refused: { "checks/create": 403, "issues/create-comment": 403 } });
    const { code, output } = await runReport(api.url);
    expect(code).toBe(0);
    expect(output).toMatch(/^::notice title=No check run::.*permission checks: write/m);
    expect(output).toMatch(/^::notice title=No comment::.*permission pull-requests: write/m);
  });
});

import { readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { renderReportJson } from "../../src/report/report-json.ts";
import { workflowRun } from "../gate/workflow-run.ts";
import { finding, report } from "../report/sample-report.ts";
import { workflowRepository } from "./act.ts";

const timeout = 120_000;
const passed = renderReportJson(report());

/** A job that lays an artifact, hands it to the action, and tells the outcome. act lets nobody name GitHub's API. */
const jobs = (artifact: string, folder: string) => ({
  report: {
    "runs-on": "ubuntu-latest",
    steps: [
      { uses: "actions/checkout@v6" },
      {
        run: 'mkdir -p "$FOLDER" && printf %s "$ARTIFACT" > "$FOLDER/report.json"',
        env: { FOLDER: folder, ARTIFACT: artifact },
      },
      {
        ...{ uses: "./", id: "report", "continue-on-error": true },
        with: {
          ...{ mode: "report", "report-file": `${folder}/report.json`, "report-dir": `${folder}/own` },
          ...{ comment: "always", "check-run": "true", "github-token": "" },
        },
      },
      {
        run: 'echo "$OUTCOME|$CONCLUSION|$REASON" >> "$RESULTS"',
        env: {
          OUTCOME: `\${{ steps.report.outcome }}`,
          CONCLUSION: `\${{ steps.report.outputs.conclusion }}`,
          REASON: `\${{ steps.report.outputs.failure-reason }}`,
        },
      },
    ],
  },
});

const other = renderReportJson(report({ path: "other" }));
/** A command to the runner, a mention, markup and what turns text around, wherever a report has words of the tree. */
const hostile = "@octocat \n::set-output name=conclusion::pwned\n<img src=x onerror=y> `|` \u202e -->";
const odd = renderReportJson(
  report({
    ...{ conclusion: "failure", failureReason: "findings" },
    counts: { error: 1, warning: 0, notice: 0, suppressed: 0 },
    findings: [
      finding("error", 3, {
        message: hostile,
        resource: { apiVersion: hostile, kind: hostile, namespace: hostile, name: hostile },
        fix: { description: hostile, edits: [] },
      }),
    ],
    alertProofs: [{ name: hostile, passed: 0, failed: 1, canary: { fired: false, why: hostile, course: null } }],
    checksNotRun: [{ check: hostile, reason: hostile }],
    settings: [{ name: hostile, value: hostile, source: hostile }],
    exporter: { description: hostile, known: true },
    tools: { [hostile]: { version: hostile, path: hostile, source: "path", sha256: "b".repeat(64) } },
  }),
);

test.each([
  ["a report is published", passed, {}, "success|success|", "From the artifact of"],
  ["a report of another folder is not", other, {}, "failure|failure|invalid-input", "another folder"],
  ["a report whose every word is hostile is published as text", odd, {}, "success|success|", "&lt;img src=x"],
  [
    "nothing is published of a run that was cancelled",
    passed,
    { conclusion: "cancelled" },
    "success|success|",
    "Nothing was published",
  ],
])("in a workflow on workflow_run %s", { timeout }, async (_, artifact, more, result, said) => {
  const repository = workflowRepository([]);
  const folder = await mkdtemp(join(tmpdir(), "prometheus-stack-earlier-"));
  onTestFinished(() => {
    repository.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const workflow = { on: { workflow_run: { workflows: ["Check"] } }, jobs: jobs(artifact, folder) };
  const run = await repository.on({ name: "workflow_run", payload: workflowRun(more) }, workflow);
  expect(run.results, run.log.slice(-5000)).toEqual([result]);
  expect(run.log).toContain(said);
  // What stands between stop-commands act prints as it is; a command that it took it prints by its name.
  expect(run.log).not.toMatch(/::set-output:: conclusion=pwned|\u202e/);
  expect(run.log.slice(run.log.indexOf("Summary - "))).not.toContain("<img");
  expect(JSON.parse(readFileSync(join(folder, "own/report.json"), "utf8"))).toHaveProperty("conclusion");
});

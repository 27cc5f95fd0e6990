import { readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { renderReportJson } from "../../src/report/report-json.ts";
import { workflowRun } from "../gate/workflow-run.ts";
import { report } from "../report/sample-report.ts";
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

test.each([
  ["a report is published", passed, {}, "success|success|", "From the artifact of"],
  ["a report of another folder is not", other, {}, "failure|failure|invalid-input", "another folder"],
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
  expect(JSON.parse(readFileSync(join(folder, "own/report.json"), "utf8"))).toHaveProperty("conclusion");
});

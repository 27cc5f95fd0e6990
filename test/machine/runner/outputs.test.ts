import { expect, test } from "vitest";
import { modeNeeds } from "../../../src/core/mode.ts";
import type { StageResult } from "../../../src/core/stage.ts";
import { outputsOf } from "../../../src/machine/runner/outputs.ts";
import type { Report } from "../../../src/report/report.ts";
import { report } from "../../report/sample-report.ts";
import { planned, samplePlan } from "../../report/summary/sample-plan.ts";

const paths = {
  reportPath: "/r.json",
  sarifPath: "/r.sarif",
  htmlPath: "/r/report.html",
  manifestsPath: "/m",
  planPath: null,
};
const outputs = (more: Partial<Report> = {}) => outputsOf(report(more), paths);
const stages: readonly StageResult[] = modeNeeds("check").stages.map((name) => ({
  ...{ name, status: "passed", durationMs: 1 },
}));

test("report.sarif is for code scanning only where the whole stack was checked", () => {
  expect(outputs({ stages })).toMatchObject({ "sarif-path": "/r.sarif", "report-path": "/r.json" });
  for (const { name } of stages) {
    const failed = { name, status: "failed", durationMs: 1, reason: "r" } as const;
    const skipped = { name, status: "skipped", reason: "r" } as const;
    for (const other of [failed, skipped])
      expect(outputs({ stages: stages.map((one) => (one.name === name ? other : one)) })).toMatchObject({
        "sarif-path": "",
      });
  }
  expect(outputs({ stages: [] })["sarif-path"]).toBe("");
});

test("what there is none of is empty, and a plan is counted", () => {
  expect(outputs()).toMatchObject({ "plan-path": "", changes: "", "to-create": "", "release-revision": "" });
  const plan = samplePlan({ objects: [planned("create", "ConfigMap", "a"), planned("delete", "Service", "b")] });
  expect(outputs({ plan })).toMatchObject({ changes: "true", "to-create": "1", "to-update": "0", "to-delete": "1" });
});

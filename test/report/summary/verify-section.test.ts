import { expect, test } from "vitest";
import { renderReportJson } from "../../../src/report/report-json.ts";
import { verifySection } from "../../../src/report/summary/verify-section.ts";
import { renderVerifyText } from "../../../src/report/text/verify-text.ts";
import { schemaErrors } from "../report-schema.ts";
import { report } from "../sample-report.ts";
import { sampleVerify } from "./sample-verify.ts";

const shown = verifySection(report({ mode: "verify", verify: sampleVerify }), 100);

test("what is lost comes first, with what was seen there, inert", () => {
  const rows = shown.split("\n").filter((line) => line.startsWith("| Metrics") || line.startsWith("| Alert"));
  expect(rows[0]).toContain(
    "| ❌ | ServiceMonitor monitoring/dcgm-exporter | <b>arrives</b>: Nothing &lt;b&gt;arrives",
  );
});

test("signals that end alike are one row", () => {
  expect(shown).toContain("<summary>and 4 more</summary>");
});

test("promise and observation that differ are told as such", () => {
  expect(shown).toContain("**Files and cluster disagree** on 1 hop:");
});

test("a condition that does not hold is told with its next step; those that hold are folded", () => {
  expect(shown).toContain("No operator has taken it up.<br><b>Next step:</b> Look whether prometheus-operator runs.");
  expect(shown).toContain("<summary>Conditions that hold: 1");
});

test("a GPU without metrics is told by its node", () => {
  expect(shown).toContain("| gpu-1 | 8 | ❌ 7 |");
});

test("a GPU that its device plugin finds ill counts", () => {
  const [gpu] = sampleVerify.gpus ?? [];
  const gpus = gpu === undefined ? [] : [{ ...gpu, allocatable: 7, unhealthy: 1 }];
  const ill = verifySection(report({ mode: "verify", verify: { ...sampleVerify, gpus } }), 100);
  expect(ill).toContain("| gpu-1 | 8, 1 of them ill | ❌ 7 |");
});

test("alerts that fire since the deploy come before those that fire", () => {
  expect(shown).toContain("**Firing since the deploy:** GPUHot.\n\n2 alerts firing: GPUHot, Watchdog.");
});

test("the log has what is lost, line by line", () => {
  const text = renderVerifyText(report({ verify: sampleVerify }));
  expect(text).toContain("NOT SEEN ServiceMonitor monitoring/dcgm-exporter: arrives: Nothing <b>arrives</b>.");
  expect(text).toContain("Node gpu-1: 7 of 8 GPUs have metrics");
});

test("report.json with it is what its schema says", () => {
  expect(schemaErrors(JSON.parse(renderReportJson(report({ mode: "verify", verify: sampleVerify }))))).toEqual([]);
});

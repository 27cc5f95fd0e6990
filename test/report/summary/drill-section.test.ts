import { expect, test } from "vitest";
import { drilled, drillSection } from "../../../src/report/summary/drill-section.ts";
import { renderDrillText } from "../../../src/report/text/drill-text.ts";
import { samplePlan } from "../../plan/sample-plan.ts";
import { schemaErrors } from "../report-schema.ts";
import { report as sampleReport } from "../sample-report.ts";
import { sampleDrill as drill } from "./sample-drill.ts";

test("summary and log tell who was told and who was not", () => {
  const summary = drillSection({ drill }, 10);
  expect(summary).toMatch(/1 of 2 routes of GPU alerts reached a receiver\. Drilled by repository acme\/stack\./);
  expect(summary).toMatch(
    /\| chat \(slack\) \| <code>{}<\/code> \| Hot \| ✅ delivered after 30\.4 s \(group&#95;wait|group_wait 30 s\)/,
  );
  expect(summary).toMatch(
    /\| on-call \| .+ \| {2}\| ❌ not-delivered: The receiver &quot;on-call&quot; has no integration\./,
  );
  expect(summary).toContain("Not in sight: &lt;b&gt;.");
  expect(drillSection({ drill }, 1)).toContain("1 more route in report.json.");
  expect(renderDrillText({ drill })).toBe(
    [
      "Delivery drill, by repository acme/stack",
      "  chat, route {}: delivered after 30.4 s. Alertmanager's slack was answered well.",
      '  on-call, route {}/{severity="critical"}: not-delivered. The receiver "on-call" has no integration.',
      "  Not in sight: <b>.",
    ].join("\n"),
  );
  expect(drillSection({ drill: null }, 10) + renderDrillText({ drill: null })).toBe("");
});

test("report.json has it as its schema says", () => {
  const report = JSON.parse(JSON.stringify({ ...sampleReport({}), drill }));
  expect(schemaErrors(report).filter((error) => error.startsWith("/drill"))).toEqual([]);
  expect(schemaErrors({ ...report, drill: { ...drill, passed: "yes" } })).toContain("/drill/passed must be boolean");
});

test("a plan tells who will be told, and what is not in sight", () => {
  const shown = drilled(samplePlan, 10);
  expect(shown).toMatch(/\*\*The delivery drill will tell 2 routes\*\*/);
  expect(shown).toMatch(/\| on-call \(pagerduty, webhook\) \| .+ \| GPUHardwareXid, GPURowRemapFailed \|/);
  expect(shown).toMatch(/⚠️ Not in sight: GPUIdle is sent to Service other\/alertmanager\./);
  expect(drilled({ drill: null }, 10)).toBe("");
});

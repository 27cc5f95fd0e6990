import { expect, test } from "vitest";
import { renderReportJson } from "../../../src/report/report-json.ts";
import { xidSection } from "../../../src/report/summary/xid-section.ts";
import type { XidTold } from "../../../src/signal/alerts/xid-table.ts";
import { schemaErrors } from "../report-schema.ts";
import { report } from "../sample-report.ts";

const told = (more: Partial<XidTold> = {}): XidTold => ({
  ...{ name: "GPUXid", status: "ok", severity: "critical", pages: "yes", receivers: ["on-call"] },
  ...more,
});
const quiet = told({ name: "GPU|Soft", status: "broken", severity: null, pages: "unknown", receivers: null });
const xids = {
  rows: [
    { action: "RESET_GPU", need: "hardware", codes: [46, 62], alerts: [] },
    { action: "RESTART_BM", need: "hardware", codes: [79], alerts: [told(), quiet] },
    { action: null, need: "other", codes: [162, 163, 164], alerts: [] },
    { action: "IGNORE", need: "application", codes: [43], alerts: [told({ severity: "warning", pages: "no" })] },
  ],
  unclear: ["GPUSaid"],
} as const;

test("the table has what asks for the hardware, and what is told of the rest", () => {
  const lines = xidSection(report({ xids }))
    .split("\n")
    .filter((line) => line.startsWith("|"));
  expect(lines.slice(2)).toEqual([
    "| 46 and 62 | RESET&#95;GPU | ➖ no alert |  |  |",
    "| 79 | RESTART&#95;BM | ✅ GPUXid<br>❌ GPU&#124;Soft | critical, pages<br>not known | on-call<br>not in sight |",
    "| 43 | IGNORE | ✅ GPUXid | warning | on-call |",
  ]);
});

test("what cannot be followed is named, and the source", () => {
  const section = xidSection(report({ xids }));
  expect(section).toContain("For which codes GPUSaid fires cannot be told.");
  expect(section).toContain('href="https://docs.nvidia.com/deploy/xid-errors/analyzing-xid-catalog.html"');
});

test("a tree without an alert on XIDs has no such table", () => {
  expect(xidSection(report())).toBe("");
});

test("report.json has it by its schema", () => {
  expect(schemaErrors(JSON.parse(renderReportJson(report({ xids }))))).toEqual([]);
  const wrong = { rows: [{ ...xids.rows[0], need: "luck" }], unclear: [] };
  expect(schemaErrors({ ...JSON.parse(renderReportJson(report())), xids: wrong }).join()).toContain("/xids");
});

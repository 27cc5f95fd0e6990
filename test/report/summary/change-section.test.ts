import { expect, test } from "vitest";
import { changeSection } from "../../../src/report/summary/change-section.ts";
import { linksOf } from "../../../src/report/summary/links.ts";
import { renderSummary } from "../../../src/report/summary/summary.ts";
import { verdict } from "../../../src/report/verdict.ts";
import { finding, report } from "../sample-report.ts";

const base = "0123456789abcdef0123456789abcdef01234567";
const links = linksOf({
  ...{ GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "abc", GITHUB_RUN_ID: "1" },
});
const told = report({
  counts: { error: 1, warning: 1, notice: 0, suppressed: 0 },
  findings: [
    finding("error", 2, {
      change: "new",
      anchor: { file: "v.yaml", line: 7, column: 1 },
      message: "It is *gone*\nwhy",
    }),
    finding("warning", 3, { change: "known" }),
  ],
  change: { base, note: null, affected: true, mended: [finding("error", 9), finding("error", 10)] },
});

test("what is new by the line that brought it and its own place, what is mended, and how many are as before", () => {
  const section = changeSection(told, links, 1);
  expect(section).toContain("<code>0123456789ab</code>: **1 new**, 2 mended, 1 as before.");
  expect(section).toContain("https://github.com/o/r/blob/abc/v.yaml#L7");
  expect(section).toContain("It is &#42;gone&#42;");
  expect(section).not.toContain("why");
  expect(section).toContain("1 more finding in report.json.");
  expect(verdict(told)).toBe("1 error, 1 warning; 1 of them new, 2 mended by this change");
});

test("it stands above the findings, and where the change concerns nothing the heading says so", () => {
  const summary = renderSummary(told, links);
  expect(summary.indexOf("### What this change does")).toBeGreaterThan(0);
  expect(summary.indexOf("### What this change does")).toBeLessThan(summary.indexOf("### Findings"));
  const none = report({ change: { base, note: "Nothing was judged: <b>.", affected: false, mended: [] } });
  expect(renderSummary(none, links)).toMatch(
    /the change does not concern it, and nothing was judged\n\n> Nothing was judged: &lt;b&gt;\./,
  );
});

test("a run that looked at no change says nothing", () => {
  expect(changeSection(report(), links, 100)).toBe("");
  expect(verdict(report({ change: { base: null, note: "x", affected: true, mended: [] } }))).toBe("nothing found");
});

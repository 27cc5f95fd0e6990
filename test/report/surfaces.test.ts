import type { Log as SarifLog } from "sarif";
import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/report/annotations.ts";
import { renderBrief } from "../../src/report/brief/brief.ts";
import { checkRunOf } from "../../src/report/brief/check-run.ts";
import { commentOf } from "../../src/report/brief/comment.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import type { Report } from "../../src/report/report.ts";
import { renderSarif } from "../../src/report/sarif/sarif.ts";
import { steps } from "../../src/report/size-ladder.ts";
import { linksOf } from "../../src/report/summary/links.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { renderAnnotations } from "../../src/report/text/workflow-command.ts";
import { cpuTime } from "../cpu-time.ts";
import { fullReport } from "./brief/full-report.ts";
import { finding } from "./sample-report.ts";
import { planned, samplePlan } from "./summary/sample-plan.ts";

const message = "שלום עולם ".repeat(500);
const lines = (word: string): string => JSON.stringify(`${word} ${message}\n`.repeat(2));
/** A change of 20 kB. */
const change = { pointer: "/data/rules", before: lines("one"), after: lines("two"), digest: null, noise: null };
/** 10,000 findings with lines of 5,000 characters, in right-to-left script, and 2 MB of changes. */
const huge = {
  ...fullReport,
  plan: samplePlan({
    objects: Array.from({ length: 100 }, (_, n) => planned("update", "ConfigMap", `שלום-${n}`, { changes: [change] })),
  }),
  findings: Array.from({ length: 10_000 }, (_, n) => finding(n % 2 === 0 ? "error" : "warning", n + 1, { message })),
};
const links = linksOf({});

describe.each([
  ["the summary", 900 * 1024, () => renderSummary(huge, links)],
  ["the comment", 65_536, () => commentOf(huge, links, { when: "always", key: "" }).body({ body: null, commit: null })],
  ["the check run", 65_535, () => checkRunOf(huge, links, new Set()).summary],
  ["the page", 8 * 1024 * 1024, () => renderHtml(huge, links)],
  ["report.sarif", 100_000_000, () => renderSarif(huge, { withSuppressed: true })],
  ["annotations", 200_000, () => renderAnnotations(annotationsOf(huge.findings))],
] as const)("%s of 10,000 findings", (_, most, render) => {
  test("keeps its limit, says what it left out, and takes less than two seconds", () => {
    expect(cpuTime(render)).toBeLessThan(2000);
    const text = render();
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
    expect(text).toMatch(/\d+ more (?:errors|findings)|report\.json has all/);
  });
});

test("JUnit has all of them", () => {
  const few = { ...huge, findings: huge.findings.slice(0, 1000) };
  expect(cpuTime(() => renderJunit(few))).toBeLessThan(2000);
  expect(renderJunit(few).match(/<failure /g)).toHaveLength(500);
});

describe("as they look", () => {
  const home = linksOf({
    ...{ GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "acme/stack", GITHUB_RUN_ID: "7" },
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
  });

  // More than a table has at any step but the first.
  const objects = Array.from({ length: 120 }, (_, n) => planned("create", "ConfigMap", `panels-${n}`));
  const long = { ...fullReport, plan: samplePlan({ objects }) };

  test("the summary at each step", async () => {
    let bytes = Number.POSITIVE_INFINITY;
    for (const step of steps) {
      const text = renderSummary(long, home, bytes);
      await expect(text).toMatchFileSnapshot(`golden/summary-${step}.md`);
      bytes = Buffer.byteLength(text) - 1;
    }
  });

  test("the comment at each step", async () => {
    let bytes = 10_000_000;
    for (const step of steps) {
      const text = renderBrief(long, home, bytes);
      await expect(text).toMatchFileSnapshot(`golden/comment-${step}.md`);
      bytes = Buffer.byteLength(text) - 1;
    }
  });

  test("report.sarif", async () => {
    const { runs, ...log } = JSON.parse(renderSarif(fullReport, { withSuppressed: true })) as SarifLog;
    // Each check is described there, and again in docs/checks.
    const withoutRules = runs.map(({ tool, ...run }) => ({ tool: { driver: tool.driver.name }, ...run }));
    await expect(`${JSON.stringify({ ...log, runs: withoutRules }, null, 2)}\n`).toMatchFileSnapshot(
      "golden/report.sarif.json",
    );
  });

  test("the page, and what is left of it where hardly anything fits", async () => {
    const page = (report: Report): string => renderHtml(report, home).replace(/<(style|script)>.*?<\/\1>/gs, "<$1/>");
    const monstrous = { ...long, findings: [finding("error", 1, { message: "x".repeat(20_000_000) })] };
    await expect(page(long)).toMatchFileSnapshot("golden/page-full.html");
    await expect(page(monstrous)).toMatchFileSnapshot("golden/page-line.html");
  });

  test("annotations", async () => {
    const all = [...fullReport.findings, ...Array.from({ length: 12 }, (_, n) => finding("warning", n + 10))];
    await expect(renderAnnotations(annotationsOf(all))).toMatchFileSnapshot("golden/annotations.txt");
  });

  test("the check run", async () => {
    const { summary, ...run } = checkRunOf(fullReport, home, new Set());
    expect(summary).toMatch(/^## ⚠️ Plan of/);
    await expect(`${JSON.stringify(run, null, 2)}\n`).toMatchFileSnapshot("golden/check-run.json");
  });

  test("JUnit", async () => {
    const stages = [{ name: "check", status: "failed", durationMs: 20, reason: "r" }] as const;
    await expect(renderJunit({ ...fullReport, stages })).toMatchFileSnapshot("golden/junit.xml");
  });
});

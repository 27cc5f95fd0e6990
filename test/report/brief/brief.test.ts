import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBrief } from "../../../src/report/brief/brief.ts";
import { checkRunOf } from "../../../src/report/brief/check-run.ts";
import { commentOf } from "../../../src/report/brief/comment.ts";
import { notWritten } from "../../../src/report/brief/not-written.ts";
import type { Report } from "../../../src/report/report.ts";
import { steps } from "../../../src/report/size-ladder.ts";
import { linksOf } from "../../../src/report/summary/links.ts";
import { cpuTime } from "../../cpu-time.ts";
import { requestFaults } from "../../loopback-servers/github-description.ts";
import { hostileText, markdownFaults } from "../inert.ts";
import { planted } from "../planted.ts";
import { finding, report } from "../sample-report.ts";
import { samplePlan } from "../summary/sample-plan.ts";
import { fullReport } from "./full-report.ts";

const links = linksOf({
  ...{ GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "acme/stack", GITHUB_RUN_ID: "7" },
  GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
});
const warning = "cannot be approved from here";
const bytes = (text: string): number => Buffer.byteLength(text);

/** The report at each step of the ladder, by what has room for no more. */
const atEachStep = (told: Report): readonly string[] => {
  const texts = [renderBrief(told, links, Number.POSITIVE_INFINITY)];
  while (texts.length < steps.length) texts.push(renderBrief(told, links, bytes(texts.at(-1) ?? "") - 1));
  return texts;
};

describe("the brief", () => {
  test.each(steps)("of a plan, at step %s", async (step) => {
    const text = atEachStep(fullReport)[steps.indexOf(step)] ?? "";
    await expect(text).toMatchFileSnapshot(`golden/${step}.md`);
  });

  test("keeps verdict, plan and digest at every step, and says of a shortened plan that nobody can approve it", () => {
    for (const [index, text] of atEachStep(fullReport).entries()) {
      expect(text).toMatch(/^## ⚠️ Plan of the Prometheus stack: .*1 error, 1 warning, 1 notice/);
      expect(text.replaceAll("\u200b", "")).toContain(fullReport.plan?.digest);
      expect(text.includes(warning)).toBe(index > 0);
      expect(text).toContain("1 to create, 1 to update, 1 to delete");
      expect(text.includes("**Found**: 1 error, 1 warning, 1 notice.")).toBe(index > 1);
    }
  });

  test("says nothing of approval without a plan, or where there is nothing to do", () => {
    const quiet = { ...fullReport, plan: samplePlan() };
    for (const text of [...atEachStep({ ...fullReport, plan: null }), ...atEachStep(quiet)])
      expect(text).not.toContain(warning);
  });

  test("has what the change brings before all that was there, and marks it", () => {
    const old = Array.from({ length: 500 }, (_, n) => finding("error", n + 1, { change: "known" }));
    const findings = [...old, finding("warning", 501, { change: "new" }), finding("error", 502, { change: "new" })];
    const texts = atEachStep({ ...fullReport, plan: null, findings });
    for (const text of texts.slice(0, 3)) {
      const numbers = [...text.matchAll(/base\/(\d+)\.yaml:/g)].map(([, n]) => Number(n));
      expect(numbers.slice(0, 3)).toEqual([502, 501, 1]);
      expect(text.match(/<b>New<\/b>/g)).toHaveLength(2);
    }
  });

  test("says how much it left out", () => {
    const findings = Array.from({ length: 5000 }, (_, n) => finding("error", n + 1));
    const text = renderBrief({ ...fullReport, findings }, links, 65_000);
    expect(bytes(text)).toBeLessThanOrEqual(65_000);
    expect(text).toContain("4900 more findings in report.json");
    expect(text).toContain("/acme/stack/actions/runs/7");
  });

  test("is made in time, of 10,000 findings with long lines in right-to-left script", () => {
    const message = "שלום ".repeat(1000);
    const findings = Array.from({ length: 10_000 }, (_, n) => finding("error", n + 1, { message }));
    const huge = { ...fullReport, findings };
    expect(cpuTime(() => renderBrief(huge, links, 65_000))).toBeLessThan(2000);
    expect(bytes(renderBrief(huge, links, 65_000))).toBeLessThanOrEqual(65_000);
  });
});

describe("the comment", () => {
  const options = { when: "always", key: "CI" } as const;
  const of = (told: Report, more = {}) => commentOf(told, links, { ...options, ...more });

  test("is found by its target, its folder and its workflow, whatever else changes", () => {
    const markers = [
      of(report()),
      of(report({ conclusion: "failure" })),
      of(report({ target: "west" })),
      of(report({ path: "other" })),
      of(report(), { key: "nightly" }),
      of(report({ target: '","west' })),
    ].map(({ marker }) => marker);
    expect(markers[1]).toBe(markers[0]);
    expect(new Set(markers).size).toBe(5);
    for (const marker of markers) expect(marker).toMatch(/^<!-- prometheus-stack-action [0-9a-f]{32} -->$/);
  });

  test.each([
    ["always", [true, true, true, true]],
    ["changes", [false, true, true, true]],
    ["failures", [false, false, false, true]],
  ] as const)("with `%s` is made where that says so", (when, expected) => {
    const findings = [finding("notice", 1)];
    const reports = [
      report({ plan: samplePlan() }),
      report({ findings }),
      fullReport,
      report({ conclusion: "failure", failureReason: "render-failed" }),
    ];
    expect(reports.map((one) => of(one, { when }).mayCreate)).toEqual(expected);
  });

  test("keeps within GitHub's limit, and nothing in it is markup, a mention or our marker, whatever it quotes", () => {
    const told = (quoted: string) => planted(fullReport, quoted, false);
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 0, max: 20_000 }), (quoted, room) => {
        const body = of(told(quoted)).body({ body: null, commit: "1".repeat(40) });
        const shown = body.replace(/^<!-- [\w-]+ [\w-]+ -->\n/, "");
        for (const text of [shown, renderBrief(told(quoted), links, room)]) {
          expect(bytes(text)).toBeLessThanOrEqual(65_536);
          expect(markdownFaults(text)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the check run", () => {
  const body = (told: Report): string => {
    const { name, title, summary, annotations, conclusion } = checkRunOf(told, links, new Set());
    return JSON.stringify({
      name,
      head_sha: "0",
      conclusion,
      output: { title, summary },
      annotations: annotations.length,
    });
  };

  test("has the findings that have a place, the worst first, then those in changed files", () => {
    const { at: _, ...nowhere } = finding("error", 9);
    const findings = [finding("notice", 1), nowhere, finding("error", 2), finding("error", 3)];
    const changed = new Set(["prometheus-stack/base/3.yaml"]);
    const { annotations, summary, name } = checkRunOf(report({ findings, target: "west" }), links, changed);
    expect(annotations.map(({ path, level }) => `${level} ${path}`)).toEqual([
      "failure prometheus-stack/base/3.yaml",
      "failure prometheus-stack/base/2.yaml",
      "notice prometheus-stack/base/1.yaml",
    ]);
    expect(summary).toMatch(/^1 more finding without an annotation\.\n\n## /);
    expect(name).toBe("Prometheus stack (west, prometheus-stack)");
  });

  test("has 500 annotations at most", () => {
    const findings = Array.from({ length: 900 }, (_, n) => finding("warning", n + 1));
    const run = checkRunOf(report({ findings }), links, new Set());
    expect(run.annotations).toHaveLength(500);
    expect(run.summary).toContain("400 more findings without an annotation.");
  });

  test("is one that GitHub takes, whatever it quotes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3000 }), fc.integer({ min: 1, max: 9 }), (text, column) => {
        const at = { file: `a${text}`, line: 5, column, endLine: 5 - (column % 3), endColumn: 3 };
        const told = planted({ ...fullReport, findings: [finding("error", 1, { at })] }, text, false);
        const { annotations, ...run } = checkRunOf(told, links, new Set());
        expect(bytes(run.summary)).toBeLessThanOrEqual(65_535);
        expect(Math.max(run.title.length, run.name.length)).toBeLessThanOrEqual(255);
        for (const { startLine, endLine, startColumn, endColumn, message } of annotations) {
          expect(startLine).toBeLessThanOrEqual(endLine);
          if (startColumn !== undefined) expect([startLine, startColumn <= (endColumn ?? 9)]).toEqual([endLine, true]);
          expect(bytes(message)).toBeLessThan(64_000);
        }
      }),
      { numRuns: 60 },
    );
    const { annotations: _, ...sent } = JSON.parse(body(fullReport));
    expect(requestFaults({ method: "POST", url: "/repos/o/r/check-runs", body: JSON.stringify(sent) })).toEqual([]);
  });
});

test("what could not be written is a notice that names the permission, and why a fork has none", () => {
  const permission = "pull-requests: write";
  const refused = { unknown: `its API refuses the token (403); it needs the permission ${permission}`, permission };
  expect(notWritten("comment", refused, true)).toEqual({
    ...{ level: "notice", title: "No comment" },
    message: `The comment could not be written: ${refused.unknown}. Runs of forks and of Dependabot have a token that can only read. The log and report.json have the result, and summary and annotations where they are on.`,
  });
  const noToken = notWritten("check run", { unknown: "there is no github-token", permission: "checks: write" }, false);
  expect(noToken.message).toBe(
    "The check run could not be written: there is no github-token; it needs the permission checks: write. The log and report.json have the result, and summary and annotations where they are on.",
  );
  expect(notWritten("comment", { unknown: "its API answers 502", permission: null }, true).message).not.toContain(
    "fork",
  );
});

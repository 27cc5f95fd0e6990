import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEarlierReport } from "../../../src/report/earlier/read-report.ts";
import { renderHtml } from "../../../src/report/html/page.ts";
import type { Report } from "../../../src/report/report.ts";
import { renderReportJson } from "../../../src/report/report-json.ts";
import { linksOf } from "../../../src/report/summary/links.ts";
import { renderSummary } from "../../../src/report/summary/summary.ts";
import { samplePlan } from "../../plan/sample-plan.ts";
import { fullReport } from "../brief/full-report.ts";
import { hostileText, markdownFaults } from "../inert.ts";
import { surfacesOf } from "../planted.ts";
import { finding } from "../sample-report.ts";

/** What a check leaves, with something in as many of its fields as there are. */
const ofClusters = { gate: null, plan: null, deploy: null, verify: null, rollback: null, drill: null };
const whole: Report = { ...fullReport, ...ofClusters, mode: "check", conclusion: "failure", failureReason: "findings" };
const expected = { target: whole.target, path: whole.path };

const read = (bytes: Uint8Array) => readEarlierReport(bytes, expected);
const readJson = (value: unknown) => read(Buffer.from(JSON.stringify(value)));
const json = () => JSON.parse(renderReportJson(counted(whole)));
const counted = (of: Report): Report => {
  const count = (severity: string) => of.findings.filter((one) => one.severity === severity).length;
  const counts = { error: count("error"), warning: count("warning"), notice: count("notice"), suppressed: 0 };
  return { ...of, counts };
};

test("a report is read again as it was, but for the pages of its checks, which are ours", () => {
  const { findings, suppressed, change, ...rest } = counted(whole);
  const result = read(Buffer.from(renderReportJson({ findings, suppressed, change, ...rest })));
  expect(result).toMatchObject({ ok: true, report: JSON.parse(JSON.stringify(rest)) });
  const mended = result.ok ? (result.report.change?.mended ?? []) : [];
  expect(result).toMatchObject({ report: { change: { ...change, mended } } });
  const told = result.ok ? [...result.report.findings, ...mended] : [];
  const written = [...findings, ...(change?.mended ?? [])];
  expect(told.map(({ help, ...one }) => one)).toEqual(written.map(({ help, ...one }) => one));
  for (const { check, help } of told)
    expect(help).toMatch(new RegExp(`^https://github.com/.*/docs/checks/${check}.md$`));
});

describe("a report is refused", () => {
  const at = (file: string) => ({ findings: [finding("error", 1, { at: { file, line: 1, column: 1 } })] });
  const edits = [{ file: "../a", startLine: 1, endLine: 1, text: "" }];
  const changed = (more: Partial<Report>) => JSON.parse(renderReportJson(counted({ ...whole, ...more })));
  const plan = { digest: `sha256:${"a".repeat(64)}`, moved: null, content: samplePlan };
  const hop = { hop: "constructor", status: "ok", why: "w" };
  const anchor = { file: "../a.yaml", line: 1, column: 1 };
  const unaffected = { base: null, note: "Nothing was judged.", affected: false, mended: [] };
  const way = { ...whole.signalPaths[0], hops: [hop] };

  test.each<readonly [string, unknown, RegExp]>([
    ["of a plan", changed({ mode: "plan" }), /its mode is plan/],
    ["of a deploy", changed({ mode: "deploy" }), /its mode is deploy/],
    ["with a plan in it", changed({ plan }), /a check has no plan/],
    ["of another target", changed({ target: "staging" }), /another target/],
    ["of another folder", changed({ path: "elsewhere" }), /another folder/],
    ["that says it passed, and why it failed", changed({ conclusion: "success" }), /contradict each other/],
    ["that counts what it has not", { ...json(), counts: { ...json().counts, error: 0 } }, /counts other errors/],
    ["with a file above the repository", changed(at("../../other/repo/a.yaml")), /does not lie in the repository/],
    ["with a file that leads up", changed(at("a/../../b.yaml")), /does not lie in the repository/],
    ["that judged nothing, and found something", changed({ change: unaffected }), /it judged nothing/],
    ["that leads to a line above", changed({ findings: [{ ...finding("error", 1), anchor }] }), /does not lie/],
    [
      "that mended a file above",
      changed({ change: { ...unaffected, affected: true, mended: at("../a").findings } }),
      /does not lie/,
    ],
    ["with a file without a name", changed(at("a//b.yaml")), /does not lie in the repository/],
    ["with an absolute file", changed(at("/etc/passwd")), /must match pattern/],
    [
      "with a repair of a file above",
      changed({ findings: [finding("error", 1, { fix: { description: "d", edits } })] }),
      /does not lie in the repository/,
    ],
    [
      "with a line that is none",
      { ...changed(at("a.yaml")), findings: [{ ...changed(at("a.yaml")).findings[0], line: 0 }] },
      /line" must be >= 1/,
    ],
    ["with a hop that there is not", changed({ signalPaths: [way] as unknown as Report["signalPaths"] }), /no hop/],
    ["with a check that is no name", changed({ findings: [finding("error", 1, { check: "../x" })] }), /pattern/],
    ["with a field that nobody knows", { ...json(), extra: 1 }, /unknown field "extra"/],
    ["of another version", { ...json(), schemaVersion: 2 }, /schemaVersion/],
    ["that is a list", [json()], /must be object/],
    ["that is nothing", null, /must be object/],
  ])("%s", (_, value, problem) => {
    const result = readJson(value);
    expect(result).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });

  test("that is nested deeply, is large, is no UTF-8 or no JSON", () => {
    const problem = (bytes: Uint8Array) => expect(read(bytes));
    problem(Buffer.from("[".repeat(100_000))).toMatchObject({ problem: "it is nested more than 16 levels deep" });
    problem(new Uint8Array(17 * 1024 * 1024)).toMatchObject({ problem: expect.stringContaining("at most") });
    problem(Buffer.from([0x22, 0xff, 0x22])).toMatchObject({ problem: "it is not UTF-8" });
    problem(Buffer.from("{]")).toMatchObject({ problem: "it is not JSON" });
  });
});

/** Every place in a value: the way to it. */
const places = (value: unknown, way: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => [
  way,
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => places(inner, [...way, key]))
    : []),
];
const changedAt = (value: unknown, [key, ...rest]: readonly (string | number)[], to: unknown): unknown => {
  if (key === undefined) return to;
  const copy = Array.isArray(value) ? [...value] : { ...Object(value) };
  copy[key] = changedAt(copy[key], rest, to);
  return copy;
};

test("whatever stands in whichever field: it is refused, or shown on every surface", () => {
  const all = places(json());
  const odd = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    hostileText,
    fc.constantFrom("__proto__", "constructor", "toString", "", "-->", "..", "1e999", "\u202e", "::error::x"),
    fc.constantFrom(null, true, -1, 0, 1.5, 2 ** 31, Number.MAX_VALUE, [], {}, [{}], { __proto__: null, length: 3 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...all), odd, (way, value) => {
      const result = readJson(changedAt(json(), way, value));
      if (!result.ok) expect(result.problem.length).toBeLessThan(600);
      else {
        for (const shown of surfacesOf(result.report)) expect(typeof shown).toBe("string");
        expect(markdownFaults(renderSummary(result.report, linksOf({})))).toEqual([]);
      }
    }),
    { seed: 20261130, numRuns: 150 },
  );
});

test("names that an artifact makes up are text, too", () => {
  const [[, tool] = []] = Object.entries(whole.tools);
  const result = readJson({ ...json(), tools: { "<img src=x> @team\n# x": tool, __proto__x: tool } });
  if (!result.ok) throw new Error(result.problem);
  expect(markdownFaults(renderSummary(result.report, linksOf({})))).toEqual([]);
  expect(renderHtml(result.report, linksOf({}))).not.toContain("<img");
});

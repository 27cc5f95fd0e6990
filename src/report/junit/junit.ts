import { checks } from "../../checks/index.ts";
import { type Finding, nameOf } from "../../core/finding.ts";
import { cutTo } from "../../plan/hidden/excerpt.ts";
import { failing } from "../conclude.ts";
import type { Report } from "../report.ts";
import { nextStep, verdict } from "../verdict.ts";
import { element, xmlText } from "./xml.ts";

/** Characters of what stands in an attribute; the whole text stands in the element. */
const longestAttribute = 500;

/** How a test ended, and its element. */
interface TestCase {
  readonly suite: string;
  readonly ended: "passed" | "failed" | "skipped" | "error";
  readonly xml: string;
}

/**
 * The report as JUnit XML, for whatever shows tests: a suite a check. One that found nothing has passed; a finding
 * fails where it fails the run, and is told in the output of a test that passed where it does not; what was let be and
 * checks that did not run are skipped. How the run itself ended is a test of its own.
 */
export const renderJunit = (report: Report): string => {
  const cases = [runCase(report), ...findingCases(report), ...suppressedCases(report), ...checkCases(report)];
  const suites = [...Map.groupBy(cases, ({ suite }) => suite)].map(([name, own]) =>
    element(
      "testsuite",
      { name, ...countsOf(own) },
      own.map(({ xml }) => `\n    ${xml}`),
    ),
  );
  const all = element(
    "testsuites",
    { name: "prometheus-stack-action", ...countsOf(cases), time: secondsOf(report) },
    suites.map((suite) => `\n  ${suite}`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all}\n`;
};

const countsOf = (cases: readonly TestCase[]): Readonly<Record<string, number>> => {
  const count = (wanted: TestCase["ended"]): number => cases.filter(({ ended }) => ended === wanted).length;
  return { tests: cases.length, failures: count("failed"), errors: count("error"), skipped: count("skipped") };
};

const secondsOf = ({ stages }: Report): string =>
  (stages.reduce((sum, stage) => sum + (stage.status === "skipped" ? 0 : stage.durationMs), 0) / 1000).toFixed(3);

/** Anything but findings that ended the run, or made it fail. */
const runCase = (report: Report): TestCase => {
  const { mode, path, target, failureReason } = report;
  const failed = failureReason !== null && failureReason !== "findings";
  const said = [report.error?.message ?? verdict(report), nextStep(report) ?? ""].filter((part) => part !== "");
  const error = element("error", { type: failureReason ?? "", message: attribute(said[0] ?? "") }, [
    xmlText(said.join("\n")),
  ]);
  const name = [mode, target, path].filter((part) => part !== null).join(" ");
  return testCase("run", name, failed ? "error" : "passed", {}, failed ? [error] : []);
};

const findingCases = ({ findings, failOn }: Report): readonly TestCase[] => {
  const fails = new Set(failing(failOn, findings));
  return findings.map((finding) => {
    const told = xmlText(textOf(finding));
    return fails.has(finding)
      ? ofFinding(finding, "failed", [
          element("failure", { type: finding.severity, message: attribute(finding.message) }, [told]),
        ])
      : ofFinding(finding, "passed", [element("system-out", {}, [told])]);
  });
};

const suppressedCases = ({ suppressed }: Report): readonly TestCase[] =>
  suppressed.map(({ finding, by, reason }) =>
    ofFinding(finding, "skipped", [element("skipped", { message: attribute(`let be by ${by}: ${reason}`) })]),
  );

/** Checks that found nothing, or did not run. Where the run did not come to them, nothing is said. */
const checkCases = ({ findings, suppressed, checksNotRun, stages }: Report): readonly TestCase[] => {
  if (!stages.some(({ name, status }) => name === "check" && status === "passed")) return [];
  const reasons = new Map(checksNotRun.map(({ check, reason }) => [check, reason]));
  const told = new Set([...findings, ...suppressed.map(({ finding }) => finding)].map(({ check }) => check));
  return checks
    .filter(({ id }) => !told.has(id))
    .map(({ id, title }) => {
      const reason = reasons.get(id);
      return reason === undefined
        ? testCase(id, title, "passed", {}, [])
        : testCase(id, title, "skipped", {}, [element("skipped", { message: attribute(reason) })]);
    });
};

const ofFinding = (finding: Finding, ended: TestCase["ended"], content: readonly string[]): TestCase => {
  const { check, at, resource, severity } = finding;
  const place = at === undefined ? "" : `${at.file}:${at.line}:${at.column}`;
  const named = [place, resource === undefined ? "" : nameOf(resource), severity].filter((part) => part !== "");
  return testCase(check, named.join(" "), ended, at === undefined ? {} : { file: at.file, line: at.line }, content);
};

const testCase = (
  suite: string,
  name: string,
  ended: TestCase["ended"],
  place: Readonly<Record<string, string | number>>,
  content: readonly string[],
): TestCase => ({
  suite,
  ended,
  xml: element("testcase", { classname: suite, name: attribute(name), ...place }, content),
});

const textOf = ({ message, fix, help }: Finding): string =>
  [message, fix === undefined ? "" : `Mend: ${fix.description}`, help].filter((part) => part !== "").join("\n");

const attribute = (text: string): string => cutTo(text, longestAttribute);

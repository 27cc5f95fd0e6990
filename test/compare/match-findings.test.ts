import { expect, test } from "vitest";
import { compareFindings, matchFindings } from "../../src/compare/match-findings.ts";
import type { Finding } from "../../src/core/finding.ts";
import type { Checked } from "../../src/policy/run-checks.ts";

const finding = (more: Partial<Finding> = {}): Finding => ({
  ...{ check: "a-check", severity: "error", message: "It is wrong", help: "https://x/", lineHash: "1:1" },
  ...{ at: { file: "a.yaml", line: 3, column: 1 }, ...more },
});
const checked = (findings: readonly Finding[], more: Partial<Checked> = {}): Checked => ({
  ...{ findings, suppressed: [], notRun: [], ...more },
});
const resource = { apiVersion: "v1", kind: "Service", namespace: "a", name: "b" };

test("one that has moved, or stands in another file by now, is the same", () => {
  const now = [finding({ at: { file: "a.yaml", line: 9, column: 1 } })];
  expect(compareFindings(checked(now), checked([finding()])).findings).toMatchObject([{ change: "known" }]);
  const moved = finding({ resource, at: { file: "b.yaml", line: 1, column: 1 }, lineHash: "2:1" });
  expect(matchFindings([moved], [finding({ resource })]).size).toBe(1);
});

test("words that quote a line elsewhere may change, not so those of an absence", () => {
  const [was, is] = [finding({ resource, message: "see line 4" }), finding({ resource, message: "see line 5" })];
  expect(matchFindings([is], [was]).size).toBe(1);
  expect(matchFindings([finding({ message: "no Grafana" })], [finding({ message: "no Prometheus" })]).size).toBe(0);
});

test("of two that are the same, each is met once", () => {
  const { findings, mended } = compareFindings(checked([finding(), finding()]), checked([finding()]));
  expect(findings.map(({ change }) => change)).toEqual(["known", "new"]);
  expect(mended).toEqual([]);
  expect(compareFindings(checked([finding()]), checked([finding(), finding()])).mended).toHaveLength(1);
});

test("what was let be before is not new, and what is let be now is not mended", () => {
  const suppressed = [{ finding: finding(), by: "comment", reason: "so" }] as const;
  const let1 = checked([], { suppressed });
  expect(compareFindings(checked([finding()]), let1).findings).toMatchObject([{ change: "known" }]);
  expect(compareFindings(let1, checked([finding()])).mended).toEqual([]);
});

test("of a check that did not run on one side nothing is said", () => {
  const notRun = [{ check: "a-check", reason: "not resolved" }];
  const fresh = compareFindings(checked([finding()]), checked([], { notRun }));
  expect(fresh.findings[0]).not.toHaveProperty("change");
  expect(compareFindings(checked([], { notRun }), checked([finding()])).mended).toEqual([]);
});

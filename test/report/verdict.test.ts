import { expect, test } from "vitest";
import { nextStep, verdict, verdictWithWorst } from "../../src/report/verdict.ts";
import { finding, report } from "./sample-report.ts";

const failed = { conclusion: "failure", failureReason: "findings" } as const;

test("the line that a person sees first names the worst, and of these what the change brings", () => {
  const counts = { error: 2, warning: 0, notice: 1, suppressed: 0 };
  const findings = [
    finding("notice", 1),
    finding("error", 2, { change: "known" }),
    finding("error", 3, { change: "new" }),
  ];
  expect(verdictWithWorst(report({ ...failed, counts, findings }))).toBe(
    "2 errors, 1 notice: prometheus-stack/base/3.yaml:3: problem 3",
  );
  expect(verdictWithWorst(report({ ...failed, findings: [finding("notice", 1), finding("warning", 2)] }))).toContain(
    "problem 2",
  );
});

test("a part that did not render is named beside what was found, whatever fails the run", () => {
  const stages = [{ name: "render", status: "failed", durationMs: 1, reason: "overlays/a did not render" }] as const;
  expect(verdict(report({ stages }))).toBe("nothing found; not all was checked: overlays/a did not render");
  const told = { conclusion: "failure", failureReason: "render-failed", stages } as const;
  expect(nextStep(report({ ...told, findings: [finding("error", 1)] }))).toBeNull();
  expect(nextStep(report(told))).toContain("cannot be let be");
});

import type { PlanAction } from "../../plan/plan.ts";
import { changesAnything } from "../../plan/planned.ts";
import type { Report } from "../../report/report.ts";
import { isWholeCheck } from "../../report/whole-check.ts";
import type { Published } from "./write-report.ts";

/** The action's outputs by name, as action.yml declares them; what there is none of is empty. */
export const outputsOf = (
  report: Report,
  { reportPath, sarifPath, htmlPath, manifestsPath, planPath }: Published,
): Readonly<Record<string, string>> => ({
  conclusion: report.conclusion,
  "failure-reason": report.failureReason ?? "",
  errors: String(report.counts.error),
  warnings: String(report.counts.warning),
  notices: String(report.counts.notice),
  "report-path": reportPath,
  // Code scanning takes what it is not told for mended: of a check that was not made wholly it gets nothing.
  "sarif-path": isWholeCheck(report) ? sarifPath : "",
  "html-path": htmlPath,
  "manifests-path": manifestsPath,
  "plan-path": planPath ?? "",
  "plan-digest": report.plan?.digest ?? "",
  ...planOutputs(report.plan),
  "release-revision": revisionOf(report),
});

/** Where a deploy was taken back, what it was taken back to counts, and there may be no release. */
const revisionOf = ({ deploy, rollback }: Report): string => {
  const revision = rollback === null ? deploy?.release?.revision : rollback.release.revision;
  return String(revision ?? "");
};

const planOutputs = (plan: Report["plan"]): Readonly<Record<string, string>> => {
  const of = (action: PlanAction): string =>
    plan === null ? "" : String(plan.content.objects.filter((object) => object.action === action).length);
  return {
    changes: plan === null ? "" : String(changesAnything(plan.content)),
    "to-create": of("create"),
    "to-update": of("update"),
    "to-delete": of("delete"),
  };
};

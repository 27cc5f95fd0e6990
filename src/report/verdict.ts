import { cutTo } from "../plan/hidden/excerpt.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import type { Sight, VerifyReport } from "../verify/verification.ts";
import { ranking } from "./annotations.ts";
import { failing } from "./conclude.ts";
import { planSentence, shownPlan } from "./plan-words.ts";
import type { Report } from "./report.ts";
import { counted } from "./summary/markdown.ts";
import { whyNotWhole } from "./whole-check.ts";

/** The run's outcome in a few words of plain text: the heading of the job summary. */
export const verdict = (report: Report): string => {
  if (report.error !== null)
    return `${firstLine(report.error.message)}${report.rollback?.outcome === "complete" ? " (taken back)" : ""}`;
  if (report.change?.affected === false) return "the change does not concern it, and nothing was judged";
  const found = foundCounts(report);
  if (report.failureReason === "schemas-unavailable")
    return `${counted(report.validation?.unchecked ?? 0, "object")} could not be validated, no schemas could be had (${found})${whyUnchecked(report)}`;
  if (report.deploy === null && report.plan !== null) return planVerdict(report.plan, found);
  const deployed = report.deploy === null ? [] : ["deployed, every workload is ready"];
  const verified = report.verify === null ? [] : [verifyVerdict(report.verify)];
  const done = [...deployed, ...verified].join("; ");
  return done === "" ? `${found}${sinceBase(report)}${notJudged(report)}` : `${done} (${found})`;
};

/** Few findings of a tree of which little was judged are no good news. */
const notJudged = (report: Report): string => {
  const why = whyNotWhole(report);
  return why === null ? "" : `; not all was checked: ${cutTo(firstLine(why), longestReason)}`;
};

/** UTF-16 units: of a large tree there may be many parts that do not render. */
const longestReason = 300;

/** E.g. `; 1 of them new and 2 mended by this change`. */
const sinceBase = ({ change, findings }: Report): string => {
  if (change === null || change.base === null) return "";
  const fresh = findings.filter((finding) => finding.change === "new").length;
  const parts = [
    ...(findings.length === 0 ? [] : [`${fresh === 0 ? "none" : fresh} of them new`]),
    ...(change.mended.length === 0 ? [] : [`${change.mended.length} mended by this change`]),
  ];
  return parts.length === 0 ? "" : `; ${parts.join(", ")}`;
};

/** What the files promise and nobody can see is said, so that it is not taken for seen. */
const verifyVerdict = ({ paths }: VerifyReport): string => {
  const of = (wanted: Sight): number => paths.filter(({ sight }) => sight === wanted).length;
  const unseen = of("cannot-be-seen");
  return `${of("seen")} of ${counted(paths.length, "signal")} seen in the cluster${unseen === 0 ? "" : `, ${unseen} cannot be seen`}`;
};

const planVerdict = (plan: PlanReport, found: string): string => {
  const reasons = [...new Set(plan.content.obstacles.map(({ reason }) => reason))].join(", ");
  const refused = reasons === "" ? "" : `a deploy would be refused (${reasons}): `;
  return `${refused}${planSentence(shownPlan(plan))} (${found})`;
};

/**
 * The verdict and, of a run that findings failed, the first of the worst: the one line that a
 * person sees first in the log.
 */
export const verdictWithWorst = (report: Report): string => {
  const [worst] = ranking(report.findings, new Set());
  return report.error !== null || report.conclusion === "success" || worst === undefined
    ? verdict(report)
    : `${verdict(report)}: ${worst.at === undefined ? "" : `${worst.at.file}:${worst.at.line}: `}${firstLine(worst.message)}`;
};

/** What to do about a run that no finding explains, or null. */
export const nextStep = (report: Report): string | null => {
  if (report.error !== null) return report.error.hint;
  if (report.failureReason === "render-failed" && failing(report.failOn, report.findings).length === 0)
    return "What does not build cannot be let be: mend it, or take it out of the tree.";
  return report.failureReason === "schemas-unavailable"
    ? "Let this runner reach the address above (HTTPS_PROXY and NO_PROXY are honoured), or set the input schema-locations to a folder of schemas or to `cluster`."
    : null;
};

/** E.g. `1 error, 2 warnings`, or `nothing found`. */
export const foundCounts = ({ counts }: Report): string => {
  const found = [
    [counts.error, "error"],
    [counts.warning, "warning"],
    [counts.notice, "notice"],
  ] as const;
  const told = found.filter(([n]) => n > 0).map(([n, noun]) => counted(n, noun));
  return told.length === 0 ? "nothing found" : told.join(", ");
};

const whyUnchecked = ({ stages }: Report): string => {
  const validate = stages.find(({ name }) => name === "validate");
  return validate?.status === "failed" ? `: ${firstLine(validate.reason)}` : "";
};

const firstLine = (message: string): string => message.split("\n", 1)[0] ?? "";

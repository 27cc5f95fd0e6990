import { nameOf } from "../../core/finding.ts";
import { cutTo } from "../../plan/hidden/excerpt.ts";
import { changedObjects, isQuiet, planSentence, shownPlan } from "../plan-words.ts";
import type { Report } from "../report.ts";
import { code, counted, text } from "../summary/markdown.ts";

/** UTF-16 units of what is quoted on a line. */
const longest = 300;

/** What must not be missed where a plan is shortened; empty where there is none, or none that anybody approves. */
export const approvalWarning = ({ plan }: Report): string =>
  plan === null || isQuiet(shownPlan(plan))
    ? ""
    : "> ⚠️ This plan is not shown whole, and cannot be approved from here: read it in the job summary or in `plan.json`.";

/** The plan as a sentence, what is worst, `rows` of its objects by name, and the digest; empty where there is none. */
export const planLines = ({ plan: report }: Report, rows: number): readonly string[] => {
  if (report === null) return [];
  const plan = shownPlan(report);
  const changed = changedObjects(plan).toSorted(
    (a, b) => Number(b.action === "delete") - Number(a.action === "delete"),
  );
  const listed = [
    ...plan.obstacles.map(({ reason, message }) => `❌ **Refused** (${code(reason)}): ${line(message)}`),
    ...plan.losses.map(({ ref, what }) => `⚠️ **Lost**: ${line(`${nameOf(ref)}: ${what}`)}`),
    ...changed.map(({ ref, action }) => `${action} ${line(nameOf(ref))}`),
  ];
  const shown = listed.slice(0, rows).map((one) => `- ${one}`);
  const more = rows > 0 && listed.length > rows ? [`- ${counted(listed.length - rows, "more line")} in plan.json`] : [];
  return [
    `**Plan**: ${text(cutTo(planSentence(plan), 2 * longest))}.`,
    [...shown, ...more].join("\n"),
    `Digest of this plan: ${code(cutTo(plan.digest, longest))}. It holds until ${code(cutTo(plan.expiresAt, longest))}.`,
  ];
};

const line = (said: string): string => text(cutTo(said, longest));

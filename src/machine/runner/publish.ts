import type { OperatorError } from "../../core/errors.ts";
import type { Inputs } from "../../inputs.ts";
import { type Github, isUntold, type Untold, type Written } from "../../outside/github.ts";
import { annotationsOf, mustChoose } from "../../report/annotations.ts";
import { checkRunOf } from "../../report/brief/check-run.ts";
import { commentOf } from "../../report/brief/comment.ts";
import { notWritten } from "../../report/brief/not-written.ts";
import type { Report } from "../../report/report.ts";
import type { Links } from "../../report/summary/links.ts";
import { renderSummary } from "../../report/summary/summary.ts";
import { visible } from "../../report/text/visible.ts";
import { renderAnnotations } from "../../report/text/workflow-command.ts";
import { nextStep, verdictWithWorst } from "../../report/verdict.ts";
import { actionsCore } from "./actions-core.ts";
import { outputsOf } from "./outputs.ts";
import type { Published } from "./write-report.ts";

/** Tells the runner: outputs, job summary, annotations and the step's outcome; and GitHub what the inputs ask for. */
export const publish = async (
  inputs: Inputs,
  report: Report,
  published: Published,
  links: Links,
  github: Github,
): Promise<void> => {
  const core = await actionsCore();
  for (const [name, value] of Object.entries(outputsOf(report, published))) core.setOutput(name, value);
  if (inputs.summary && process.env["GITHUB_STEP_SUMMARY"]) {
    await core.summary.addRaw(renderSummary(report, links)).write();
  }
  // Only where some are left out: GitHub itself shows all others by their files, whatever comes first.
  const asked = (inputs.annotations || inputs.checkRun) && mustChoose(report.findings);
  const changedFiles = (asked ? await github.changedFiles() : null) ?? new Set<string>();
  if (inputs.annotations) {
    const rest = inputs.summary ? "the summary" : "report.json";
    process.stdout.write(renderAnnotations(annotationsOf(report.findings, { changedFiles, rest })));
  }
  if (inputs.checkRun) await told("check run", github, github.putCheckRun(checkRunOf(report, links, changedFiles)));
  if (inputs.comment !== "never") {
    const key = inputs.commentKey ?? process.env["GITHUB_WORKFLOW"] ?? "";
    const comment = commentOf(report, links, { when: inputs.comment, key });
    const posted = await told("comment", github, github.putComment(comment));
    core.setOutput("comment-id", String(posted?.id ?? ""));
  }
  if (report.conclusion === "failure") core.setFailed(visible(failureLine(report)));
};

/** What was written; where it could not be, a notice says why, and the run goes on. */
const told = async (what: string, github: Github, asked: Promise<Written | Untold | null>): Promise<Written | null> => {
  const answer = await asked;
  if (!isUntold(answer)) return answer;
  process.stdout.write(renderAnnotations([notWritten(what, answer, await github.readsOnly())]));
  return null;
};

/**
 * Tells the runner of a run that has no report, for want of room to write it: how the run itself ended, where it came
 * to an end, stands in the log.
 */
export const publishTrouble = async ({ reason, message, hint }: OperatorError): Promise<void> => {
  const core = await actionsCore();
  core.setFailed(
    visible(
      `${message}\nNo report was written. What is left: the stages that the log calls passed are done, and the next run finds them so.\nNext step: ${hint}`,
    ),
  );
  try {
    core.setOutput("conclusion", "failure");
    core.setOutput("failure-reason", reason);
  } catch {
    // The runner's own files may lie on the same disk.
  }
};

const failureLine = (report: Report): string =>
  [
    report.error?.message ?? verdictWithWorst(report),
    ...(nextStep(report) === null ? [] : [`Next step: ${nextStep(report)}`]),
  ].join("\n");

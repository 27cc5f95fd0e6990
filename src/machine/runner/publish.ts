import type { OperatorError } from "../../core/errors.ts";
import type { Inputs } from "../../inputs.ts";
import { type Github, isUntold, type Untold } from "../../outside/github.ts";
import { annotationsOf, mustChoose } from "../../report/annotations.ts";
import { checkRunOf } from "../../report/brief/check-run.ts";
import { commentOf } from "../../report/brief/comment.ts";
import { notWritten } from "../../report/brief/not-written.ts";
import { earlierForeword } from "../../report/earlier/foreword.ts";
import type { Report } from "../../report/report.ts";
import { suggestionsOf } from "../../report/suggestions.ts";
import type { Links } from "../../report/summary/links.ts";
import { renderSummary } from "../../report/summary/summary.ts";
import { visible } from "../../report/text/visible.ts";
import { renderAnnotations } from "../../report/text/workflow-command.ts";
import { nextStep, verdictWithWorst } from "../../report/verdict.ts";
import { actionsCore } from "./actions-core.ts";
import { outputsOf } from "./outputs.ts";
import { addToSummary, setOutput } from "./runner-protocol.ts";
import type { Published } from "./write-report.ts";

/** What is told, and by which inputs. */
export interface ToPublish {
  readonly inputs: Inputs;
  readonly report: Report;
  readonly written: Published;
  readonly links: Links;
  readonly github: Github;
}

/** Tells the runner: outputs, job summary, annotations and the step's outcome; and GitHub what the inputs ask for. */
export const publish = async (given: ToPublish): Promise<void> => {
  const { inputs, report, written } = given;
  setOutputs(outputsOf(report, written));
  putSummary(given, "");
  const changedFiles = await changedFilesOf(given, inputs.annotations || inputs.checkRun);
  if (inputs.annotations) {
    const rest = inputs.summary ? "the summary and report.json" : "report.json";
    const ownNotices = mostNotices(given);
    process.stdout.write(renderAnnotations(annotationsOf(report.findings, { changedFiles, rest, ownNotices })));
  }
  const note = report.change?.note ?? null;
  if (inputs.annotations && note !== null)
    process.stdout.write(renderAnnotations([{ level: "notice", title: "This change", message: visible(note) }]));
  await putAtGithub(given, changedFiles, "");
  await putSuggestions(given);
  if (report.conclusion === "failure") (await actionsCore()).setFailed(visible(failureLine(report)));
};

/**
 * Tells what an earlier run reported. The step's outcome is its own: that it was told. Annotations would stand at the
 * commit that this workflow is of.
 */
export const publishEarlier = async (given: ToPublish): Promise<void> => {
  const { inputs, report, written, links } = given;
  setOutputs({ ...outputsOf(report, written), ...told, "sarif-path": "" });
  const foreword = earlierForeword(links);
  putSummary(given, foreword);
  await putAtGithub(given, await changedFilesOf(given, inputs.checkRun), foreword);
};

/** Tells that there is no earlier report to be told of, and why: a clause. */
export const publishNothing = async (report: Report, written: Published, why: string): Promise<void> => {
  setOutputs({ ...outputsOf(report, written), ...told, "sarif-path": "" });
  const message = `Nothing was published: ${why}.`;
  process.stdout.write(renderAnnotations([{ level: "notice", title: "No report", message }]));
};

const told = { conclusion: "success", "failure-reason": "" };

const setOutputs = (outputs: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(outputs)) setOutput(process.env, name, value);
};

const putSummary = ({ inputs, report, links }: ToPublish, foreword: string): void => {
  if (!inputs.summary || !process.env["GITHUB_STEP_SUMMARY"]) return;
  addToSummary(process.env, foreword + renderSummary(report, links));
};

/** Only where some are left out: GitHub itself shows all others by their files, whatever comes first. */
const changedFilesOf = async (given: ToPublish, isShown: boolean): Promise<ReadonlySet<string>> =>
  new Set(
    (isShown && mustChoose(given.report.findings, mostNotices(given))
      ? await given.github.changedFiles()
      : null
    )?.keys(),
  );

/** Notices beside the findings': what this change does, and each thing that may turn out not to be written. */
const mostNotices = ({ inputs, report }: Pick<ToPublish, "inputs" | "report">): number =>
  [(report.change?.note ?? null) !== null, inputs.checkRun, inputs.comment !== "never", inputs.suggestions].filter(
    Boolean,
  ).length;

/** The check run and the comment; `foreword` is Markdown that stands above each. */
const putAtGithub = async (
  { inputs, report, links, github }: ToPublish,
  changedFiles: ReadonlySet<string>,
  foreword: string,
): Promise<void> => {
  if (inputs.checkRun)
    await written("check run", github, github.putCheckRun(checkRunOf(report, links, changedFiles, foreword)));
  if (inputs.comment === "never") return;
  const comment = commentOf(report, links, { when: inputs.comment, key: keyOf(inputs), foreword });
  const posted = await written("comment", github, github.putComment(comment));
  setOutputs({ "comment-id": String(posted?.id ?? "") });
};

const putSuggestions = async ({ inputs, report, github }: ToPublish): Promise<void> => {
  if (!inputs.suggestions) return;
  const request = suggestionsOf(report, { key: keyOf(inputs) });
  if (request.suggestions.length === 0 && request.mended === null) return;
  await written("suggestions", github, github.putSuggestions(request));
};

const keyOf = ({ commentKey }: Inputs): string => commentKey ?? process.env["GITHUB_WORKFLOW"] ?? "";

/** What was written; where it could not be, a notice says why, and the run goes on. */
const written = async <T extends object>(
  what: string,
  github: Github,
  asked: Promise<T | Untold | null>,
): Promise<T | null> => {
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
    setOutputs({ conclusion: "failure", "failure-reason": reason });
  } catch {
    // The runner's own files may lie on the same disk.
  }
};

const failureLine = (report: Report): string =>
  [
    report.error?.message ?? verdictWithWorst(report),
    ...(nextStep(report) === null ? [] : [`Next step: ${nextStep(report)}`]),
  ].join("\n");

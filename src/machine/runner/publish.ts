import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OperatorError } from "../../core/errors.ts";
import type { Inputs } from "../../inputs.ts";
import type { Github } from "../../outside/github.ts";
import type { PlanAction } from "../../plan/plan.ts";
import { changesAnything } from "../../plan/planned.ts";
import { type Annotation, annotationsOf, mustChoose } from "../../report/annotations.ts";
import type { Report } from "../../report/report.ts";
import { renderReportJson } from "../../report/report-json.ts";
import type { Links } from "../../report/summary/links.ts";
import { renderSummary } from "../../report/summary/summary.ts";
import { visible } from "../../report/text/visible.ts";
import { nextStep, verdictWithWorst } from "../../report/verdict.ts";
import { actionsCore } from "./actions-core.ts";

/** Everything that leaves the run as files; paths are absolute. */
export interface Published {
  readonly reportPath: string;
  readonly manifestsPath: string;
  /** Null without a plan. */
  readonly planPath: string | null;
}

interface ToWrite {
  readonly report: Report;
  readonly rendered: readonly { readonly name: string; readonly text: string }[];
  readonly plan: { readonly text: string; readonly approved: string | null } | null;
}

/** Writes report.json, the rendered manifests and plan.json. What the folder has of these names is replaced. */
export const writeReport = async (directory: string, { report, rendered, plan }: ToWrite): Promise<Published> => {
  const manifestsPath = join(directory, "manifests");
  await rm(manifestsPath, { recursive: true, force: true });
  // A link that somebody puts there meanwhile is an error, here as below.
  await mkdir(manifestsPath);
  const reportPath = join(directory, "report.json");
  // A link of that name is removed and not followed. The report comes first: it says whose the folder `manifests` is.
  await rm(reportPath, { recursive: true, force: true });
  await writeFile(reportPath, renderReportJson(report), { flag: "wx" });
  await Promise.all(rendered.map(({ name, text }) => writeFile(join(manifestsPath, name), text, { flag: "wx" })));
  const plans = { "plan.json": plan?.text ?? null, "approved-plan.json": plan?.approved ?? null };
  for (const [name, text] of Object.entries(plans)) {
    // One of an earlier run would be taken for this one's.
    await rm(join(directory, name), { recursive: true, force: true });
    if (text !== null) await writeFile(join(directory, name), text, { flag: "wx" });
  }
  return { reportPath, manifestsPath, planPath: plan === null ? null : join(directory, "plan.json") };
};

/** Tells the runner: outputs, job summary, annotations and the step's outcome. */
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
  if (inputs.annotations) {
    // Only where some are left out: GitHub itself shows all others by their files, whatever comes first.
    const changed = mustChoose(report.findings) ? await github.changedFiles() : null;
    await annotate(annotationsOf(report.findings, changed ?? new Set()));
  }
  if (report.conclusion === "failure") core.setFailed(visible(failureLine(report)));
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

const outputsOf = (
  report: Report,
  { reportPath, manifestsPath, planPath }: Published,
): Readonly<Record<string, string>> => ({
  conclusion: report.conclusion,
  "failure-reason": report.failureReason ?? "",
  errors: String(report.counts.error),
  warnings: String(report.counts.warning),
  notices: String(report.counts.notice),
  "report-path": reportPath,
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

/** Tells the runner of annotations by workflow commands on stdout. */
export const annotate = async (annotations: readonly Annotation[]): Promise<void> => {
  const core = await actionsCore();
  for (const { level, message, ...properties } of annotations) core[level](message, properties);
};

const failureLine = (report: Report): string =>
  [
    report.error?.message ?? verdictWithWorst(report),
    ...(nextStep(report) === null ? [] : [`Next step: ${nextStep(report)}`]),
  ].join("\n");

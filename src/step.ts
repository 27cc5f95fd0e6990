import * as core from "@actions/core";
import { checks } from "./checks/index.ts";
import { readInputs } from "./inputs.ts";
import { letSignalsBe, openOutside } from "./machine/open-outside.ts";
import { publish, removeLeftovers, writeReport } from "./machine/runner/publish.ts";
import { failedBeforeTheRun } from "./outcome.ts";
import { openConfig } from "./policy/open-config.ts";
import { linksOf } from "./report/summary/links.ts";
import { renderLogText } from "./report/text/log-text.ts";
import { visible } from "./report/text/visible.ts";
import { run } from "./run.ts";

/** The step: read the inputs, open the outside, run, publish. */
const main = async (): Promise<void> => {
  const outside = await openOutside(process.env, { mask, keep: core.saveState });
  try {
    const { inputs, reportDir, outcome } = await attempt(outside);
    const { report, rendered, bug } = outcome;
    if (bug !== null) core.error(visible(bug));
    outside.log.info(renderLogText(report));
    const written = await writeReport(reportDir, report, rendered);
    await publish(inputs, report, written, linksOf(process.env), outside.github(inputs));
  } finally {
    letSignalsBe();
    await outside.close();
  }
};

/** Only the runner hides what it is told to; anywhere else the command itself would show the secret. */
const mask = (secret: string): void => {
  if (process.env["GITHUB_ACTIONS"] === "true") core.setSecret(secret);
};

const attempt = async (outside: Awaited<ReturnType<typeof openOutside>>) => {
  try {
    const given = { file: core.getInput("config-file"), target: core.getInput("target") };
    const configuration = await openConfig(given, await outside.repository(), checks);
    const inputs = readInputs((name) => core.getInput(name), { configured: configuration.config });
    const reportDir = await outside.reportFolder(inputs.reportDir);
    return { inputs, reportDir, outcome: await run(inputs, configuration, await outside.for(inputs)) };
  } catch (thrown) {
    const inputs = readInputs(() => "");
    const reportDir = await outside
      .reportFolder(core.getInput("report-dir") || undefined)
      .catch(() => outside.reportFolder(undefined))
      .catch(() => outside.newReportFolder());
    return { inputs, reportDir, outcome: failedBeforeTheRun(inputs, thrown) };
  }
};

// The runner calls the same file again after the job, with the state that the first call kept.
await (core.getState("scratch") === "" ? main() : removeLeftovers(core.getState("scratch")));

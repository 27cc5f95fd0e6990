import { OperatorError } from "./core/errors.ts";
import { asNoRoom } from "./core/no-room.ts";
import { sayingNothingChanged } from "./deploy/left-state.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { type OpenOutside, openOutside } from "./machine/open-outside.ts";
import { letSignalsBe } from "./machine/process/hold-signals.ts";
import { actionsCore } from "./machine/runner/actions-core.ts";
import { inputFrom, keepState, maskLine } from "./machine/runner/runner-protocol.ts";
import { openConfig } from "./policy/open-config.ts";
import { visible } from "./report/text/visible.ts";
import { run } from "./run.ts";

/** The step: read the inputs, open the outside, run, publish. */
export const step = async (): Promise<void> => {
  try {
    await runAndPublish();
  } catch (thrown) {
    const trouble = asNoRoom(thrown);
    if (!(trouble instanceof OperatorError)) throw thrown;
    const { publishTrouble } = await afterRender();
    await publishTrouble(trouble);
  }
};

const runAndPublish = async (): Promise<void> => {
  const outside = await openOutside(process.env, { mask, keep: (name, value) => keepState(process.env, name, value) });
  try {
    const { inputs, reportDir, outcome, earlier } = await attempt(outside);
    const { report, bug } = outcome;
    const { earlierLinks, linksOf, publish, publishEarlier, publishNothing, renderLogText, writeReport } =
      await afterRender();
    if (bug !== null) (await actionsCore()).error(visible(bug));
    const links = earlier !== null && "id" in earlier ? earlierLinks(process.env, earlier) : linksOf(process.env);
    const written = await writeReport(reportDir, outcome, links, { withSarif: earlier === null });
    if (earlier !== null && "nothing" in earlier) return await publishNothing(report, written, earlier.nothing);
    outside.log.info(renderLogText(report));
    const given = { inputs, report, written, links, github: outside.github(inputs) };
    await (earlier === null ? publish(given) : publishEarlier(given));
  } finally {
    letSignalsBe();
    await outside.close();
  }
};

const afterRender = () => import("./after-render.ts");

const input = inputFrom(process.env);

/** Only the runner hides what it is told to; anywhere else the command itself would show the secret. */
const mask = (secret: string): void => {
  if (process.env["GITHUB_ACTIONS"] === "true") process.stdout.write(maskLine(secret));
};

const attempt = async (outside: OpenOutside) => {
  try {
    if (input("mode") === "report") return await attemptReport(outside);
    const given = { file: input("config-file"), target: input("target") };
    const loadChecks = async () => (await afterRender()).checks;
    const configuration = await openConfig(given, await outside.repository(), loadChecks);
    const inputs = readInputs(input, { configured: configuration.config });
    const reportDir = await outside.reportFolder(inputs.reportDir);
    const outcome = await run(inputs, configuration, await outside.for(inputs), { writesRendered: true });
    return { inputs, reportDir, outcome, earlier: null };
  } catch (thrown) {
    const inputs = publishingInputs();
    const reportDir = await outside
      .reportFolder(input("report-dir") || undefined)
      .catch(() => outside.reportFolder(undefined))
      .catch(() => outside.newReportFolder());
    const cause = input("mode") === "deploy" ? sayingNothingChanged(thrown) : thrown;
    const { failedBeforeTheRun } = await afterRender();
    return { inputs, reportDir, outcome: failedBeforeTheRun(inputs, cause), earlier: null };
  }
};

/** Nothing of the tree counts for an earlier run's report, and there need be none. */
const attemptReport = async (outside: OpenOutside) => {
  const inputs = readInputs(input);
  const reportDir = await outside.reportFolder(inputs.reportDir);
  // It brings the schema of a report, which no other mode reads.
  const { earlierReport } = await import("./earlier-report.ts");
  const { outcome, ...earlier } = await earlierReport(inputs, await outside.for(inputs));
  return { inputs, reportDir, outcome, earlier };
};

const publishing: ReadonlySet<string> = new Set([
  ...["annotations", "summary", "check-run", "comment", "comment-key", "suggestions", "github-token", "target", "path"],
]);

/** What a report is of, says which commit and pull request it is told of. */
const ofReports: ReadonlySet<string> = new Set(["mode", "report-file"]);

/** A run that could not begin is told of where the inputs say, as far as they can be read: a comment would be stale. */
const publishingInputs = (): Inputs => {
  try {
    const isReport = input("mode") === "report";
    const isRead = (name: string): boolean => publishing.has(name) || (isReport && ofReports.has(name));
    return readInputs((name) => (isRead(name) ? input(name) : ""));
  } catch {
    return readInputs(() => "");
  }
};

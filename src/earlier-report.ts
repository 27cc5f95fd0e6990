import { basename, dirname, join } from "node:path";
import { OperatorError } from "./core/errors.ts";
import { stagesWithout } from "./core/mode.ts";
import { StageRecorder } from "./core/stage.ts";
import { type EarlierRun, earlierRunOf } from "./gate/earlier-run.ts";
import { readEvent } from "./gate/read-event.ts";
import type { Inputs } from "./inputs.ts";
import { hiderOf, type Outcome, outcomeOf } from "./outcome.ts";
import type { Outside } from "./outside/outside.ts";
import type { Products } from "./report/assemble.ts";
import { readEarlierReport } from "./report/earlier/read-report.ts";
import { hideReport } from "./report/hide-report.ts";

/**
 * What an earlier run left, and which run that was; or a clause why there is nothing to publish, and an empty report.
 */
export type EarlierOutcome =
  | ({ readonly outcome: Outcome } & EarlierRun)
  | { readonly outcome: Outcome; readonly nothing: string };

/** More than a report may have: then it is refused by its size. */
const maxBytes = 32 * 1024 * 1024;

/**
 * `mode: report`: the report that the input `report-file` names, of the run that the event follows. Throws
 * OperatorError `untrusted-event` on an event that follows none, and `invalid-input` where the file is no report of a
 * check.
 */
export const earlierReport = async (inputs: Inputs, outside: Outside): Promise<EarlierOutcome> => {
  const run = earlierRunOf(outside.env, (await readEvent(outside)) ?? {});
  const stages = new StageRecorder<Products>(outside.now);
  for (const name of stagesWithout(inputs.mode)) stages.skip(name, `mode is ${inputs.mode}`);
  const outcome = outcomeOf(inputs, stages.results(), { products: {} }, []);
  if ("nothing" in run) {
    if (run.isWrongEvent) throw wrongEvent(run.nothing);
    return { outcome, nothing: run.nothing };
  }
  const read = readEarlierReport(await bytesOf(inputs, outside), { target: inputs.target ?? null, path: inputs.path });
  if (!read.ok) throw noReport(`is no report that can be published: ${read.problem}`);
  return { outcome: { ...outcome, report: hideReport(read.report, hiderOf(inputs, {})) }, ...run };
};

/** An artifact is anybody's: a link in it would show what lies elsewhere. */
const bytesOf = async (
  { reportFile = "" }: Inputs,
  { files, workspace }: Pick<Outside, "files" | "workspace">,
): Promise<Uint8Array> => {
  const path = workspace.absolute(reportFile);
  const real = await files.real(path);
  if (real === null) throw noReport("is not there");
  const folder = await files.real(dirname(path));
  if (folder === null || real !== join(folder, basename(path))) throw noReport("is a link, which is not followed");
  const bytes = await files.readBytes(real, maxBytes).catch(() => null);
  if (bytes === null) throw noReport("cannot be read, or is larger than a report");
  return bytes;
};

const noReport = (problem: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    `The file that the input report-file names ${problem}.`,
    "Hand on report.json as the check wrote it, with the same version of the action, target and path in both workflows. Its run may also have ended before it wrote one, or have been changed by the pull request.",
  );

const wrongEvent = (why: string): OperatorError =>
  new OperatorError(
    "untrusted-event",
    `mode is report, and ${why}: it publishes what an earlier run of a pull request reported.`,
    "Use it in a workflow on workflow_run, as docs/results.md shows; where its token may write, a check publishes its result itself.",
  );

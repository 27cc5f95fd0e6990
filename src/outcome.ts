import { asOperatorError } from "./errors.ts";
import type { Inputs } from "./inputs.ts";
import type { Tool } from "./outside/tools.ts";
import { assembleReport, type Results } from "./report/assemble.ts";
import { renderedFiles } from "./report/rendered-files.ts";
import type { Report } from "./report/report.ts";
import { StageRecorder } from "./stage.ts";

/** How a run ended: its report, the rendered objects as files, and the stack trace where a bug ended it. */
export interface Outcome {
  readonly report: Report;
  readonly rendered: readonly { readonly name: string; readonly text: string }[];
  readonly bug: string | null;
}

/** The outcome of a run that could not even begin, e.g. for a bad input. */
export const failedBeforeTheRun = (inputs: Inputs, thrown: unknown): Outcome =>
  outcomeOf(inputs, new StageRecorder(() => 0), { thrown }, []);

/** The outcome of a run from whatever its stages have produced. */
export const outcomeOf = (
  inputs: Inputs,
  stages: StageRecorder,
  results: Results,
  tools: readonly Tool[],
): Outcome => ({
  report: assembleReport(inputs, stages.results(), results, tools),
  rendered: results.render === undefined ? [] : renderedFiles(results.render),
  bug: results.thrown === undefined || asOperatorError(results.thrown) ? null : stackOf(results.thrown),
});

const stackOf = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);

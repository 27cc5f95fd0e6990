import { asOperatorError } from "./core/errors.ts";
import type { Finding } from "./core/finding.ts";
import { once } from "./core/once.ts";
import { StageRecorder, type StageResult } from "./core/stage.ts";
import type { Inputs } from "./inputs.ts";
import { type Memory, noMemory } from "./outside/memory.ts";
import type { Tool } from "./outside/tools.ts";
import type { Render } from "./render/render.ts";
import { assembleReport, type Products, type Reached } from "./report/assemble.ts";
import { hideReport } from "./report/hide-report.ts";
import { renderedFiles } from "./report/rendered-files.ts";
import type { Report } from "./report/report.ts";
import type { KnownTexts } from "./secrets/collect-secrets.ts";
import { type Hide, hiderBy, patternsIn } from "./secrets/hide-secrets.ts";
import type { Pattern } from "./secrets/secret-trie.ts";
import type { Secret } from "./secrets/secrets-in-text.ts";

/**
 * How a run ended: its report, the rendered objects as files, and the stack trace where a bug ended it; no
 * secret stands in any of them.
 */
export interface Outcome {
  readonly report: Report;
  readonly rendered: readonly { readonly name: string; readonly text: string }[];
  /** `plan.json`, and the plan that was approved, as they are to be written; null without a plan. */
  readonly plan: { readonly text: string; readonly approved: string | null } | null;
  readonly bug: string | null;
  /**
   * The report's findings with their repairs as they have to be made: for this machine's files
   * alone, and never to be shown.
   */
  readonly fixable: readonly Finding[];
  /** Takes the secrets out of what else is shown of this run. */
  readonly hide: Hide;
}

/** The outcome of a run that could not even begin, e.g. for a bad input. */
export const failedBeforeTheRun = (inputs: Inputs, thrown: unknown): Outcome =>
  outcomeOf(inputs, new StageRecorder<Products>(() => 0).results(), { products: {}, thrown }, []);

/** What an outcome shows of the tree itself. */
export type Shown = Pick<Outcome, "hide" | "rendered">;

/** The same of as much of a run as there is. It takes time, of which there is some while commands are waited for. */
export const showing = (inputs: Inputs, known: KnownTexts, memory: Memory = noMemory): Shown => {
  const patterns = patternsOf(inputs, known, []);
  const hide = hiderBy(patterns);
  const { render } = known;
  // Only the action writes them, and to hide the secrets in them takes time.
  const files = once((of: Render) => renderedFiles(of, { hide, patterns }, memory));
  return {
    hide,
    get rendered() {
      return render === undefined ? [] : files(render);
    },
  };
};

/** The outcome of a run as far as it came. */
export const outcomeOf = (
  inputs: Inputs,
  stages: readonly StageResult[],
  reached: Reached,
  tools: readonly Tool[],
  shown: Shown = showing(inputs, reached.products),
): Outcome => {
  const { products, thrown } = reached;
  const { hide } = shown;
  return {
    report: hideReport(assembleReport(inputs, stages, reached, tools), hide),
    get rendered() {
      return shown.rendered;
    },
    plan: products.plan === undefined ? null : { text: products.plan.text, approved: products.plan.approved },
    bug: thrown === undefined || asOperatorError(thrown) ? null : hide(stackOf(thrown)),
    fixable: products.checked?.findings ?? [],
    hide,
  };
};

/** What takes out of a text the secrets of as much of a run as there is, its inputs' among them, and `more`. */
export const hiderOf = (inputs: Inputs, known: KnownTexts, more: readonly Secret[] = []): Hide =>
  hiderBy(patternsOf(inputs, known, more));

const patternsOf = (inputs: Inputs, known: KnownTexts, more: readonly Secret[]): readonly Pattern[] => {
  const { chartPassword, githubToken, planKey } = inputs;
  const own = { "chart-password": chartPassword, "github-token": githubToken, "plan-key": planKey };
  return patternsIn(known, [
    ...Object.entries(own).flatMap(([key, text]) => (text === undefined ? [] : [{ key, text }])),
    ...more,
  ]);
};

const stackOf = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);

import type { Policy } from "../checks/run-checks.ts";
import type { OpenedConfig } from "../config/open-config.ts";
import { OperatorError } from "../errors.ts";
import type { BaseCommit } from "../outside/base-commit.ts";
import type { Workspace } from "../outside/workspace.ts";
import type { Stack } from "../stack/stack.ts";
import { type Baseline, readBaseline } from "./baseline.ts";
import { type SuppressionComment, suppressionComments } from "./comments.ts";

/** What lets findings be in this run, and sentences about what a pull request only proposes. */
export interface OpenedPolicy {
  readonly policy: Policy;
  readonly notes: readonly string[];
}

/** Comments and baseline that count: on a pull request those of the base commit. Throws OperatorError `invalid-input` where the baseline cannot be read. */
export const openPolicy = async (
  { config, base, notes }: OpenedConfig,
  stack: Stack,
  workspace: Workspace,
): Promise<OpenedPolicy> => {
  const all = suppressionComments(stack);
  const comments = base === null ? all : base === "unknown" ? [] : await knownTo(base, all);
  const proposed = all.filter((comment) => !comments.includes(comment));
  const baseline = await openBaseline(config.baseline, base, workspace);
  const suppressions = { comments, configured: config.suppressions, configFile: config.file, baseline };
  return {
    policy: { config, suppressions },
    notes: proposed.length === 0 ? notes : [...notes, noteOn(proposed, base)],
  };
};

/** Comments that stand in the same file of the base commit, wherever their line is now. */
const knownTo = async (
  base: BaseCommit,
  all: readonly SuppressionComment[],
): Promise<readonly SuppressionComment[]> => {
  const files = [...new Set(all.map(({ at }) => at.file))];
  const texts = new Map(await Promise.all(files.map(async (file) => [file, await base.read(file)] as const)));
  return all.filter(({ at, text }) => texts.get(at.file)?.includes(text) === true);
};

const noteOn = (proposed: readonly SuppressionComment[], base: OpenedConfig["base"]): string => {
  const places = proposed.slice(0, 5).map(({ at, checks }) => `${at.file}:${at.line} (${checks.join(", ")})`);
  const list = `${places.join(", ")}${proposed.length > places.length ? ", …" : ""}`;
  return base === "unknown"
    ? `Comments that suppress findings do not count on this pull request, because the clone does not hold the commit that it wants to change (fetch-depth: 2): ${list}.`
    : `This change proposes to suppress: ${list}. That counts once it is merged.`;
};

const openBaseline = async (
  file: string,
  base: OpenedConfig["base"],
  workspace: Workspace,
): Promise<Baseline | null> => {
  if (base === "unknown") return null;
  if (base !== null) {
    const text = await base.read(file);
    return text === null ? null : readBaseline(text, file);
  }
  const read = await workspace.read(file);
  if (read.ok) return readBaseline(read.text, file);
  if (read.why === "missing") return null;
  throw new OperatorError(
    "invalid-input",
    `The baseline: ${read.message}`,
    "Name a file of the repository as baseline.",
  );
};

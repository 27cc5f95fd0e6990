import { OperatorError } from "../core/errors.ts";
import type { BaseCommit, NoBase } from "../outside/repository.ts";
import type { Workspace } from "../outside/workspace.ts";
import type { Stack } from "../stack/stack.ts";
import { commentedFiles, type SuppressionComment, suppressionComments } from "../stack/suppression-comments.ts";
import { type Baseline, readBaseline } from "./baseline.ts";
import { type SortedComments, sortComments } from "./known-comments.ts";
import type { OpenedConfig } from "./open-config.ts";
import type { Policy } from "./run-checks.ts";

/** What lets findings be in this run, and sentences about what the tree only proposes. */
export interface OpenedPolicy {
  readonly policy: Policy;
  readonly notes: readonly string[];
}

/**
 * Comments and baseline that count: where the tree may be somebody else's, those of the commit that the configuration
 * is taken from. Throws OperatorError `invalid-input` where the baseline cannot be read.
 */
export const openPolicy = async (
  { config, base, notes }: OpenedConfig,
  stack: Stack,
  workspace: Workspace,
): Promise<OpenedPolicy> => {
  const { known, proposed } = await commentsOf(stack, base);
  const baseline = await openBaseline(config.baseline, base, workspace);
  const suppressions = { comments: known, configured: config.suppressions, configFile: config.file, baseline };
  const more = base === null ? [] : await notesOn(base, proposed, config.baseline, workspace);
  return { policy: { config, suppressions }, notes: [...notes, ...more] };
};

const commentsOf = async (stack: Stack, base: OpenedConfig["base"]): Promise<SortedComments> => {
  if (base === null) return { known: suppressionComments(stack), proposed: [] };
  if (base.sha === null) return { known: [], proposed: suppressionComments(stack) };
  return sortComments(base, commentedFiles(stack));
};

const notesOn = async (
  base: BaseCommit | NoBase,
  proposed: readonly SuppressionComment[],
  baseline: string,
  workspace: Workspace,
): Promise<readonly string[]> => {
  const comments = proposed.length === 0 ? [] : [noteOn(proposed, base)];
  if (base.sha !== null || (await workspace.kind(baseline)) !== "file") return comments;
  return [...comments, `The baseline ${baseline} does not count: ${base.why}. ${base.wayOut}`];
};

const noteOn = (proposed: readonly SuppressionComment[], base: BaseCommit | NoBase): string => {
  const places = proposed.slice(0, 5).map(({ at, checks }) => `${at.file}:${at.line} (${some(checks)})`);
  const list = `${places.join(", ")}${proposed.length > places.length ? ", …" : ""}`;
  if (base.sha === null)
    return `Comments that suppress findings do not count: ${base.why}. ${base.wayOut} They are: ${list}.`;
  const commit = base.sha.slice(0, 12);
  return base.isProposal
    ? `This change proposes to suppress: ${list}. That counts once it is merged; commit ${commit} has no such comment at the same place.`
    : `Comments count on ${base.event} where commit ${commit} has them at the same place; these do not: ${list}.`;
};

const some = (checks: readonly string[]): string => `${checks.slice(0, 5).join(", ")}${checks.length > 5 ? ", …" : ""}`;

const openBaseline = async (
  file: string,
  base: OpenedConfig["base"],
  workspace: Workspace,
): Promise<Baseline | null> => {
  if (base?.sha === null) return null;
  if (base !== null) {
    const text = (await base.read([file])).get(file);
    return text === undefined ? null : readBaseline(text, file);
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

import { checks } from "../checks/index.ts";
import { anchorFindings, type JudgeChecks } from "../compare/anchor-findings.ts";
import type { FileChange } from "../compare/change-steps.ts";
import { changeTexts, movedPlace } from "../compare/change-texts.ts";
import type { Comparison } from "../compare/comparison.ts";
import type { LaidFiles } from "../compare/lay-over.ts";
import { compareFindings } from "../compare/match-findings.ts";
import { type Touched, touching } from "../compare/touched-paths.ts";
import { fewAtOnce } from "../core/all-done.ts";
import { asOperatorError } from "../core/errors.ts";
import type { Finding } from "../core/finding.ts";
import { hiderOf } from "../outcome.ts";
import type { Change, NoChange } from "../outside/change.ts";
import type { Checked } from "../policy/run-checks.ts";
import type { SignalPath } from "../signal/path/signal-path.ts";
import type { Stack } from "../stack/stack.ts";
import { type JudgedTree, judgeTree, type ToJudge } from "./judge-tree.ts";

/** A tree whose findings are to be compared with those of the commit that its change is upon. */
export interface ToCompare extends ToJudge {
  readonly change: Change | NoChange;
  readonly checked: Checked;
  readonly paths: readonly SignalPath[];
  /** What was read of the tree. */
  readonly touched: Touched;
  readonly stack: Stack;
}

interface Compared {
  /** Findings as they were, marked as new or known, and new ones with the line that brought them. */
  readonly checked: Checked;
  readonly comparison: Comparison;
}

/** States of the tree that are tried for where findings come from, and milliseconds in which a new one is begun. */
const most = { states: 24, ms: 60_000 } as const;

/**
 * Judges the tree as it was before the change, from the same files with its texts, and tells what of the findings is
 * new. What keeps it from that is a note. Throws what ends the run, and bugs.
 */
export const compareWithBase = async (given: ToCompare): Promise<Compared> => {
  const { change, checked, touched, outside } = given;
  const untold = (note: string): Compared => ({
    checked,
    comparison: { base: null, note, affected: true, mended: [] },
  });
  if (!("base" in change))
    return untold(`Findings are not compared with the base commit: ${change.why}. ${change.wayOut}`);
  const commit = change.base.slice(0, 12);
  if (given.inputs.allow.includes("exec-plugins"))
    return untold(
      `Findings are not compared with commit ${commit}: programs of the tree may run, and would on states of it that nobody wrote.`,
    );
  const apart = await chartPlace(given);
  if (![...change.files.keys()].some((path) => touched.has(path) || apart.has(path)))
    return { checked: compared(checked, checked).checked, comparison: sameAs(change.base) };
  const texts = await changeTexts(change, { workspace: outside.workspace, touched, apart });
  if ("why" in texts) return untold(`Findings are not compared with commit ${commit}: ${texts.why}.`);
  const start = outside.now();
  const before = await judgeTree(given, { files: laidBefore(texts), name: "before", keeps: true }).catch(
    refusal(given),
  );
  if ("refused" in before)
    return untold(`Findings are not compared with commit ${commit}, which cannot be judged: ${before.refused}`);
  // What is read through a link of the older tree, where it may be gone by now.
  const moved = movedPlace(change, before.touched);
  if (moved !== null) return untold(`Findings are not compared with commit ${commit}: ${moved.why}.`);
  const { checked: marked, mended } = compared(checked, before.checked);
  const concerned = texts.filter(({ file }) => touched.has(file) || before.touched.has(file));
  const hasNew = marked.findings.some((finding) => finding.change === "new");
  const changes = await fewAtOnce(hasNew ? concerned : [], async (one) => ({
    ...one,
    patch: await change.patch(one.file),
  }));
  const findings = await anchorFindings(marked.findings, { paths: given.paths, changes, judge: judging(given, start) });
  outside.log.info(`Compared with commit ${commit} in ${((outside.now() - start) / 1000).toFixed(1)} s.`);
  const hidden = hideMended(given, before, mended);
  return {
    checked: { ...marked, findings },
    comparison: { base: change.base, note: null, affected: true, mended: hidden },
  };
};

/** A chart in the repository is read as a whole, and not file by file. */
const chartPlace = async ({ stack, outside }: ToCompare): Promise<Touched> => {
  const { real } = await outside.workspace.find(stack.release.chart.value);
  return touching(new Set(), new Set(real === null ? [] : [real]));
};

const sameAs = (base: string): Comparison => ({ base, note: null, affected: true, mended: [] });

const compared = (
  now: Checked,
  before: Checked,
): { readonly checked: Checked; readonly mended: readonly Finding[] } => {
  const { findings, mended } = compareFindings(now, before);
  return { checked: { ...now, findings }, mended };
};

const laidBefore = (changes: readonly FileChange[]): LaidFiles =>
  new Map(changes.map(({ file, before }) => [file, before]));

/** Trouble of the older tree is told; the run's own end is its own. */
const refusal =
  ({ outside }: ToCompare) =>
  (thrown: unknown): { readonly refused: string } => {
    outside.signal.throwIfAborted();
    const known = asOperatorError(thrown);
    if (known === undefined) throw thrown;
    return { refused: known.message.split("\n", 1)[0] ?? "" };
  };

/** Its words quote the older tree, whose secrets the newer one may not have. */
const hideMended = (
  { inputs }: ToCompare,
  { products }: JudgedTree,
  mended: readonly Finding[],
): readonly Finding[] => {
  const hide = hiderOf(inputs, products);
  return mended.map(({ check, severity, help, at, resource, message }) => ({
    ...{ check, severity, help, message: hide(message) },
    ...(at === undefined ? {} : { at: { ...at, file: hide(at.file) } }),
    ...(resource === undefined ? {} : { resource }),
  }));
};

/** What other states of the tree have of some checks: each is judged once, a few of them, within a limit of time. */
const judging = (given: ToCompare, start: number): JudgeChecks => {
  const { outside } = given;
  let tried = 0;
  return async (files, wanted) => {
    if (tried >= most.states || outside.now() - start > most.ms) return null;
    tried += 1;
    const asked = { files, name: `state-${tried}`, keeps: false, checks: checks.filter(({ id }) => wanted.has(id)) };
    const state = await judgeTree(given, asked).catch(refusal(given));
    if ("refused" in state) return [];
    return [...state.checked.findings, ...state.checked.suppressed.map(({ finding }) => finding)];
  };
};

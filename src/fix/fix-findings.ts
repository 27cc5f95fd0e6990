import type { Edit, Finding } from "../core/finding.ts";
import type { Hide } from "../secrets/hide-secrets.ts";
import { mapSecretsInText } from "../secrets/secrets-in-text.ts";
import { applyEdits } from "./apply-edits.ts";
import { type ChosenFixes, chooseFixes, type LeftFix } from "./choose-fixes.ts";

/** The files that repairs may change, by their path relative to the repository root. */
export interface EditableFiles {
  /** The text with its byte-order mark; null for what cannot be changed. */
  read(file: string): Promise<string | null>;
  write(file: string, text: string): Promise<void>;
}

/** One repair that was made: its lines before and after, as they may be shown. */
export interface MadeEdit {
  readonly edit: Edit;
  readonly before: readonly string[];
}

/** A tree after its repairs: how it was checked last, and what was done to it. */
export interface FixedTree<T> {
  readonly last: T;
  readonly fixed: readonly Finding[];
  readonly made: readonly MadeEdit[];
  readonly left: readonly LeftFix[];
}

/**
 * A check's findings with their repairs as they have to be made, and what hides the secrets in what is told of them.
 */
interface CheckedTree {
  readonly fixable: readonly Finding[];
  readonly hide: Hide;
}

/**
 * A repair may bring the next one to light (a port is judged once the Service is found); more rounds than this are
 * repairs that undo each other.
 */
const mostRounds = 10;

/** Checks, repairs, and checks again, until there is nothing left that can be repaired. */
export const fixFindings = async <T extends CheckedTree>(
  check: () => Promise<T>,
  files: EditableFiles,
): Promise<FixedTree<T>> => {
  const fixed: Finding[] = [];
  const made: MadeEdit[] = [];
  for (let round = 1; ; round++) {
    const last = await check();
    const texts = await textsOf(last.fixable, files);
    const chosen = chooseFixes(last.fixable, texts);
    const changed = changesOf(chosen, texts);
    if (changed.size === 0 || round > mostRounds)
      return { last, fixed, made, left: [...withoutEffect(chosen), ...chosen.left] };
    for (const [file, text] of changed) await files.write(file, text);
    fixed.push(...chosen.fixed);
    for (const [file, edits] of chosen.edits)
      made.push(...edits.map((edit) => shownEdit(edit, linesAt(texts.get(file) ?? "", edit), last.hide)));
  }
};

const shownEdit = (edit: Edit, before: readonly string[], hide: Hide): MadeEdit => {
  const shown = (text: string): string => hide(mapSecretsInText(text, () => "***"));
  return { edit: { ...edit, text: shown(edit.text) }, before: shown(before.join("\n")).split("\n") };
};

const textsOf = async (findings: readonly Finding[], files: EditableFiles): Promise<ReadonlyMap<string, string>> => {
  const names = new Set(findings.flatMap(({ fix }) => fix?.edits.map(({ file }) => file) ?? []));
  const read = await Promise.all([...names].map(async (name) => [name, await files.read(name)] as const));
  return new Map(read.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const])));
};

const changesOf = ({ edits }: ChosenFixes, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...edits].flatMap(([file, own]) => {
      const before = texts.get(file) ?? "";
      const after = applyEdits(before, own);
      return after === before ? [] : [[file, after] as const];
    }),
  );

const withoutEffect = ({ fixed }: ChosenFixes): readonly LeftFix[] =>
  fixed.map((finding) => ({ finding, because: "its repair does not end it" }));

const linesAt = (text: string, { startLine, endLine }: Edit): readonly string[] =>
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .slice(startLine - 1, endLine);

import { nameOf, type ResourceRef } from "../../src/core/finding.ts";
import { defaultChart, type Tree, type Verdict, verdicts } from "./trees.ts";

/** An error of a report. */
export interface ReportedError {
  readonly check: string;
  readonly message: string;
  readonly resource?: ResourceRef;
}

/** The errors of a tree beside the verdicts on them. */
export interface Judged {
  readonly tree: Tree;
  readonly errors: number;
  /** By verdict; {@link verdicts} in their order. */
  readonly counts: readonly number[];
  /** Errors that nobody has read yet. */
  readonly unread: readonly ReportedError[];
  /** Verdicts on errors that are no longer reported. */
  readonly gone: readonly Verdict[];
}

/** Finds the verdict of every error. */
export const judgeErrors = (tree: Tree, errors: readonly ReportedError[]): Judged => {
  const all = tree.verdicts ?? [];
  const read = errors.map((error) => all.find((verdict) => isAbout(verdict, error)));
  return {
    tree,
    errors: errors.length,
    counts: verdicts.map((one) => read.filter((found) => found?.verdict === one).length),
    unread: errors.filter((_, n) => read[n] === undefined),
    gone: all.filter((verdict) => !read.includes(verdict)),
  };
};

const isAbout = (verdict: Verdict, { check, resource }: ReportedError): boolean =>
  verdict.check === check && verdict.resource === (resource === undefined ? undefined : nameOf(resource));

/** The counts as a Markdown table. */
export const precisionTable = (judged: readonly Judged[]): string => {
  const sums = verdicts.map((_, n) => judged.reduce((sum, { counts }) => sum + (counts[n] ?? 0), 0));
  const errors = judged.reduce((sum, one) => sum + one.errors, 0);
  return [
    "| repository | commit | chart | exporter | errors | true | unsure | false | what the errors are |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...judged.map(({ tree, errors: own, counts }) => row(...madeOf(tree), own, ...counts.map(orEmpty), reasons(tree))),
    row(`**${judged.length} repositories**`, "", "", "", bold(errors), ...sums.map(bold), ""),
  ].join("\n");
};

const madeOf = ({ repository, commit, chart, exporter }: Tree): readonly string[] => [
  repository,
  commit.slice(0, 10),
  chart ?? defaultChart,
  exporter,
];

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
const bold = (count: number): string => `**${count}**`;
const orEmpty = (count: number): string => (count === 0 ? "" : String(count));
const reasons = ({ verdicts: all }: Tree): string => [...new Set(all?.map(({ because }) => because))].join("; ");

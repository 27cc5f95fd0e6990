import { stripVTControlCharacters } from "node:util";
import type { Finding, Severity } from "../../core/finding.ts";
import type { Report } from "../../report/report.ts";
import { counted } from "../../report/summary/markdown.ts";
import { renderTerminalText, type TextOptions } from "../../report/text/terminal-text.ts";
import { visible } from "../../report/text/visible.ts";
import { verdict } from "../../report/verdict.ts";
import type { Round } from "./round.ts";

/** How many characters a screen has. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A round in one line, for what is no terminal. */
export const roundLine = (round: Round, { shown }: TextOptions): string =>
  [`${timeOf(round)} ${sumOf(round)} (${seconds(round)})`, ...changesOf(round, shown)].join("; ");

/** A round as one screen: errors first, and what has no room is counted. */
export const roundScreen = (round: Round, options: TextOptions, { columns, rows }: Size): string => {
  const head = [`${timeOf(round)}, in ${seconds(round)}`, ...changesOf(round, options.shown)].join("; ");
  const lines = [options.paint("place", head), "", ...bodyOf(round, options)];
  const foot = options.paint("place", "Ctrl-C ends it");
  return [...fitted(lines, columns, rows - 2), "", foot].join("\n");
};

/** What of a round is the same as long as the tree is: whether there is something new to show. */
export const lastingText = (round: Round, options: TextOptions): string => bodyOf(round, options).join("\n");

const bodyOf = ({ report, trouble }: Round, options: TextOptions): readonly string[] => [
  ...(report === null ? [] : renderTerminalText(errorsFirst(report), options).trimEnd().split("\n")),
  ...(trouble === null
    ? []
    : [options.paint("error", "error: ") + visible(trouble.message), visible(trouble.hint ?? "")]
        .join("\n")
        .split("\n")),
];

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

const errorsFirst = (report: Report): Report => ({
  ...report,
  findings: report.findings.toSorted((a: Finding, b: Finding) => ranks[a.severity] - ranks[b.severity]),
});

const timeOf = ({ endedAt }: Round): string =>
  [endedAt.getHours(), endedAt.getMinutes(), endedAt.getSeconds()].map((n) => String(n).padStart(2, "0")).join(":");

const seconds = ({ durationMs }: Round): string => `${(durationMs / 1000).toFixed(2)} s`;

const sumOf = ({ report, trouble }: Round): string =>
  trouble !== null
    ? `error: ${visible(trouble.message.split("\n", 1)[0] ?? "")}`
    : report === null
      ? ""
      : verdict(report);

const changesOf = ({ changed }: Round, shown: TextOptions["shown"]): readonly string[] => {
  const [first, ...more] = changed;
  if (first === undefined) return [];
  return [`${visible(shown(first))}${more.length === 0 ? "" : ` and ${counted(more.length, "more file")}`} changed`];
};

/** The last line is the sum: what goes is above it. */
const fitted = (lines: readonly string[], columns: number, rows: number): readonly string[] => {
  const heightOf = (line: string): number => Math.max(1, Math.ceil(widthOf(line) / columns));
  const height = (some: readonly string[]): number => some.reduce((sum, line) => sum + heightOf(line), 0);
  if (height(lines) <= rows) return lines;
  const last = lines.slice(-1);
  const left = rows - height(last) - 1;
  let count = 0;
  while (count < lines.length - 1 && height(lines.slice(0, count + 1)) <= left) count += 1;
  return [...lines.slice(0, count), `… ${counted(lines.length - count - 1, "more line")}`, ...last];
};

/** Columns at most: what is no letter of Latin may take two, a tab up to eight. */
const widthOf = (line: string): number => {
  let width = 0;
  for (const character of stripVTControlCharacters(line))
    width += character === "\t" ? 8 : character < "\u0250" ? 1 : 2;
  return width;
};

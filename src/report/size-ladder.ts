import type { Report } from "./report.ts";

/** How much of a report is told, the most first: all of it, the worst of each table, a line an entry, or one line. */
export const steps = ["full", "short", "list", "line"] as const;
export type Step = (typeof steps)[number];

/** Rows that a table has at each step. */
export const rowsAt: Readonly<Record<Step, number>> = { full: Number.POSITIVE_INFINITY, short: 100, list: 20, line: 0 };

/**
 * The first text that fits, in bytes of UTF-8; the last one in any case, which has to be short by itself. Where what is
 * known to stand in the whole, in UTF-16 units, is more than fits, the whole is not made.
 */
export const fitting = (bytes: number, known: number, render: (step: Step) => string): string => {
  const drafts = steps
    .values()
    .drop(known > bytes ? 1 : 0)
    .map(render);
  return drafts.find((text) => Buffer.byteLength(text) <= bytes) ?? render("line");
};

/** UTF-16 units of all messages, which the whole has in it. */
export const messagesOf = ({ findings }: Pick<Report, "findings">): number =>
  findings.reduce((sum, { message }) => sum + message.length, 0);

import type { Line } from "./line.ts";

/** Lines of one path as text: prediction and observation side by side; what differs is marked and explained. */
export const tableOf = (subject: string, lines: readonly Line[]): string => {
  const rows = lines.map((line) => [
    line.hop,
    line.predicted ?? "nothing",
    line.observed,
    line.agrees === null ? "-" : line.agrees ? "agree" : "DISAGREE",
    line.what,
  ]);
  const all = [["hop", "predicted", "observed", "", "what was seen"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const text = all.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
  const reasons = lines
    .filter(({ agrees }) => agrees === false)
    .map(({ hop, why }) => `  ! ${hop}, predicted because: ${why}`);
  return [subject, ...text, ...reasons].join("\n");
};

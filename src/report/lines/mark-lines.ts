import type { Finding, Location } from "../../core/finding.ts";
import type { Workspace } from "../../outside/workspace.ts";
import type { Checked } from "../../policy/run-checks.ts";
import { lineHashes } from "./line-hash.ts";

/**
 * What was found, each finding with the hash of its line, and with an end where its place has none: that of the line.
 * A finding of a file that cannot be read stays as it is.
 */
export const markLines = async (checked: Checked, workspace: Pick<Workspace, "bytes">): Promise<Checked> => {
  const { findings, suppressed } = checked;
  const marks = await marksOf([...findings, ...suppressed.map(({ finding }) => finding)], workspace);
  return {
    ...checked,
    findings: findings.map((finding) => marked(finding, marks)),
    suppressed: suppressed.map((one) => ({ ...one, finding: marked(one.finding, marks) })),
  };
};

/** What is known of the lines of a file that findings point at. */
interface FileMarks {
  readonly hashes: ReadonlyMap<number, string>;
  /** UTF-16 units of each line, without what ends it. */
  readonly lengths: readonly number[];
}

const marksOf = async (
  findings: readonly Finding[],
  workspace: Pick<Workspace, "bytes">,
): Promise<ReadonlyMap<string, FileMarks>> => {
  const lines = new Map<string, Set<number>>();
  for (const { at } of findings)
    if (at !== undefined) lines.set(at.file, (lines.get(at.file) ?? new Set()).add(at.line));
  const marks = new Map<string, FileMarks>();
  // One after the other: no two of them are in memory at once.
  for (const [file, wanted] of lines) {
    const read = await workspace.bytes(file);
    if (read.ok) marks.set(file, marksIn(read.bytes, wanted));
  }
  return marks;
};

const marksIn = (bytes: Uint8Array, wanted: ReadonlySet<number>): FileMarks => {
  // A byte-order mark counts for the hash, and for no column.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const lines = text.replace(/^\ufeff/, "").split("\n");
  return { hashes: lineHashes(text, wanted), lengths: lines.map((line) => line.replace(/\r$/, "").length) };
};

const marked = (finding: Finding, marks: ReadonlyMap<string, FileMarks>): Finding => {
  const { at } = finding;
  const file = at === undefined ? undefined : marks.get(at.file);
  if (at === undefined || file === undefined) return finding;
  const lineHash = file.hashes.get(at.line);
  return { ...finding, at: ended(at, file.lengths), ...(lineHash === undefined ? {} : { lineHash }) };
};

const ended = (at: Location, lengths: readonly number[]): Location => {
  if (at.endColumn !== undefined) return at;
  const endLine = at.endLine ?? at.line;
  const endColumn = (lengths[endLine - 1] ?? 0) + 1;
  return { ...at, endLine, endColumn: endLine === at.line ? Math.max(at.column, endColumn) : endColumn };
};

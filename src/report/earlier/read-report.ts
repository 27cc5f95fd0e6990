import { severities } from "../../core/finding.ts";
import { hopNames } from "../../signal/path/signal-path.ts";
import { readUntrustedJson } from "../../text/untrusted-json.ts";
import type { Report } from "../report.ts";
import { type ReportJson, reportFromJson } from "./report-from-json.ts";
import { reportProblem } from "./report-schema.ts";

/** Eight times the bytes of the largest report of a real stack; the plan in one has eight levels. */
const limits = { mostBytes: 16 * 1024 * 1024, maxDepth: 16 };

/** What an earlier run is expected to have checked. */
export interface ExpectedReport {
  readonly target: string | null;
  /** The stack's folder, relative to the repository's root. */
  readonly path: string;
}

/** A report, or why it is none that is published: a clause. */
export type EarlierReport =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads the report.json of an earlier run as what anybody may have written: within limits, by its schema, of the target
 * and folder that are expected, and of nothing but a check. It never throws.
 */
export const readEarlierReport = (bytes: Uint8Array, expected: ExpectedReport): EarlierReport => {
  const read = readUntrustedJson(bytes, limits);
  if (!read.ok) return read;
  const problem = reportProblem(read.value);
  if (problem !== null) return { ok: false, problem };
  const json = read.value as unknown as ReportJson;
  const [contradiction] = contradictions(json, expected);
  return contradiction === undefined
    ? { ok: true, report: reportFromJson(json) }
    : { ok: false, problem: contradiction };
};

/** What no schema says: clauses. */
function* contradictions(json: ReportJson, { target, path }: ExpectedReport): Iterable<string> {
  if (json.mode !== "check") yield `its mode is ${json.mode}, and only what a check found is published for others`;
  if (json.target !== target) yield `it is of another target than the input target says`;
  if (json.path !== path) yield `it is of another folder than the input path says`;
  if ((json.conclusion === "success") !== (json.failureReason === null))
    yield "its conclusion and the reason of its failure contradict each other";
  if (json.change?.affected === false && (json.findings.length > 0 || json.conclusion === "failure"))
    yield "it judged nothing, and says what it found";
  for (const name of ofClusters) if (json[name] !== null) yield `a check has no ${name}`;
  for (const severity of severities)
    if (json.counts[severity] !== json.findings.filter((finding) => finding.severity === severity).length)
      yield `it counts other ${severity}s than it has`;
  for (const { signal, hops } of json.signalPaths)
    for (const { hop } of hops)
      if (!(hopNames[signal] as readonly string[]).includes(hop)) yield `a way of ${signal} has no hop of that name`;
  for (const file of filesIn(json)) if (!isInside(file)) yield "a file of it does not lie in the repository";
}

const ofClusters = ["gate", "plan", "deploy", "verify", "rollback", "drill"] as const;

function* filesIn({ findings, suppressed, change, signalPaths }: ReportJson): Iterable<string> {
  const told = [...findings, ...suppressed.map(({ by, reason, ...one }) => one), ...(change?.mended ?? [])];
  for (const { anchor } of told) if (anchor !== undefined) yield anchor.file;
  for (const { file, fix } of [...told, ...signalPaths.flatMap(({ hops }) => hops)]) {
    if (file !== undefined) yield file;
    for (const edit of fix?.edits ?? []) yield edit.file;
  }
}

/** Whether a path is relative and has no part that leads up: it becomes a part of an address. */
const isInside = (file: string): boolean => file.split("/").every((part) => !["", ".", ".."].includes(part));

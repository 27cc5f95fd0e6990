import type { Comparison } from "../../compare/comparison.ts";
import type { Finding, Location } from "../../core/finding.ts";
import { pageOf } from "../../policy/run-checks.ts";
import type { Suppressed } from "../../policy/suppress.ts";
import type { Hop, SignalPath } from "../../signal/path/signal-path.ts";
import type { Report } from "../report.ts";

/** Where report.json has a place: its fields stand among the others. */
type Placed<T> = Omit<T, "at"> & Partial<Location>;

/** A report.json that its schema has nothing against, as its fields are written there. */
export interface ReportJson extends Omit<Report, "findings" | "suppressed" | "change" | "signalPaths"> {
  readonly findings: readonly Placed<Finding>[];
  readonly suppressed: readonly (Placed<Finding> & Omit<Suppressed, "finding">)[];
  readonly change: (Omit<Comparison, "mended"> & { readonly mended: readonly Placed<Finding>[] }) | null;
  readonly signalPaths: readonly (Omit<SignalPath, "hops"> & { readonly hops: readonly Placed<Hop>[] })[];
}

/** The report that `renderReportJson` wrote so. The page of a check is ours, whatever is said of it. */
export const reportFromJson = (json: ReportJson): Report => ({
  ...json,
  findings: json.findings.map(findingOf),
  suppressed: json.suppressed.map(({ by, reason, ...finding }) => ({ finding: findingOf(finding), by, reason })),
  change: json.change === null ? null : { ...json.change, mended: json.change.mended.map(findingOf) },
  signalPaths: json.signalPaths.map((path) => ({ ...path, hops: path.hops.map(placed) })),
});

const findingOf = (finding: Placed<Finding>): Finding => ({ ...placed(finding), help: pageOf(finding.check) });

const placed = <T extends { readonly at?: Location }>(json: Placed<T>): T => {
  const { file, line, column, endLine, endColumn, ...rest } = json;
  if (file === undefined || line === undefined || column === undefined) return rest as unknown as T;
  const end = {
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
  return { ...rest, at: { file, line, column, ...end } } as unknown as T;
};

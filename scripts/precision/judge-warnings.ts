import { nameOf, type ResourceRef } from "../../src/core/finding.ts";
import { type Verdict, verdicts } from "./trees.ts";
import type { WarningVerdict, WarningVerdicts } from "./warnings.ts";

/** A warning of a report. */
export interface ReportedWarning {
  readonly check: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly resource?: ResourceRef;
}

/** Warnings of one check in one tree that one verdict means. */
interface Meant {
  readonly check: string;
  readonly verdict: Verdict["verdict"];
  readonly count: number;
}

/** The warnings of a tree beside the verdicts on them. */
export interface JudgedWarnings {
  readonly meant: readonly Meant[];
  /** Warnings that no verdict means, and all of a verdict that was made on fewer. */
  readonly unread: readonly ReportedWarning[];
  /** Verdicts that were made on more warnings than are reported. */
  readonly gone: readonly { readonly check: string; readonly because: string; readonly missing: number }[];
}

/** Finds the verdict of every warning: the first of its check that names the repository and means it. */
export function judgeWarnings(
  repository: string,
  warnings: readonly ReportedWarning[],
  all: WarningVerdicts,
): JudgedWarnings {
  const groups = Object.entries(all).flatMap(([check, own]) =>
    own.flatMap((verdict) => {
      const said = verdict.in[repository];
      return said === undefined ? [] : [{ check, verdict, said, found: [] as ReportedWarning[] }];
    }),
  );
  const unread: ReportedWarning[] = [];
  for (const warning of warnings) {
    const group = groups.find(({ check, verdict }) => check === warning.check && means(verdict, warning));
    (group?.found ?? unread).push(warning);
  }
  return {
    meant: groups.map(({ check, verdict, found }) => ({ check, verdict: verdict.verdict, count: found.length })),
    unread: [...unread, ...groups.flatMap(({ said, found }) => (found.length > said ? found : []))],
    gone: groups.flatMap(({ check, verdict: { because }, said, found }) =>
      found.length < said ? [{ check, because, missing: said - found.length }] : [],
    ),
  };
}

const means = ({ about }: WarningVerdict, { resource, file, message }: ReportedWarning): boolean =>
  about === undefined ||
  [resource === undefined ? "" : nameOf(resource), file ?? "", message].some((text) => text.includes(about));

/** The verdicts by check as a Markdown table. */
export function warningTable(judged: readonly JudgedWarnings[], all: WarningVerdicts): string {
  const meant = judged.flatMap((one) => one.meant);
  const checks = [...new Set(meant.filter(({ count }) => count > 0).map(({ check }) => check))].toSorted();
  const rows = checks.map((check) => {
    const own = meant.filter((one) => one.check === check);
    const why = [...new Set(all[check]?.map(({ because }) => because))].join("; ");
    return [`[${check}](checks/${check}.md)`, ...counts(own).map((count) => count || ""), why];
  });
  return [
    ["check", "warnings", ...verdicts, "what the warnings are"],
    ["---", "---", ...verdicts.map(() => "---"), "---"],
    ...rows,
    [`**${checks.length} checks**`, ...counts(meant).map((count) => `**${count}**`), ""],
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** All of them, then by verdict. */
const counts = (meant: readonly Meant[]): readonly number[] => {
  const sum = (of: readonly Meant[]): number => of.reduce((total, { count }) => total + count, 0);
  return [sum(meant), ...verdicts.map((verdict) => sum(meant.filter((one) => one.verdict === verdict)))];
};

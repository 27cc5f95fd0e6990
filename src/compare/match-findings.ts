import type { Finding } from "../core/finding.ts";
import { subjectOf } from "../policy/baseline.ts";
import type { Checked } from "../policy/run-checks.ts";

/** What a finding is known by in another state of the tree, the surest first; null where it has no such thing. */
const marks: readonly ((finding: Finding) => readonly unknown[] | null)[] = [
  // By its line, as code scanning knows it again, and its words; then wherever it has moved to.
  ({ lineHash, at, message }) => (lineHash === undefined ? null : [at?.file, lineHash, message]),
  (finding) => [subjectOf(finding), finding.message],
  // Words quote what stands elsewhere, e.g. the number of a line, which a change may move.
  ({ lineHash, at, resource }) =>
    lineHash === undefined || resource === undefined ? null : [at?.file, lineHash, resource],
];

/** The findings of one state of a tree that are there in another as well, each once, with those that they are there. */
export const matchFindings = (these: readonly Finding[], others: readonly Finding[]): ReadonlyMap<Finding, Finding> => {
  const matched = new Map<Finding, Finding>();
  const left = new Set(others);
  for (const mark of marks) {
    const keyOf = (finding: Finding): string | null => {
      const found = mark(finding);
      return found === null ? null : JSON.stringify([finding.check, ...found]);
    };
    const byKey = Map.groupBy(left, keyOf);
    byKey.delete(null);
    for (const finding of these) {
      if (matched.has(finding)) continue;
      const other = byKey.get(keyOf(finding))?.shift();
      if (other === undefined) continue;
      matched.set(finding, other);
      left.delete(other);
    }
  }
  return matched;
};

/** What a change did to the findings of a tree. */
export interface FindingsOfChange {
  /** Those that there are now; not marked where their check did not run before. */
  readonly findings: readonly Finding[];
  /** Those that were there before, were not let be, and are gone; in their places before the change. */
  readonly mended: readonly Finding[];
}

/** Tells new findings from those that were there before, and what was mended, by checks that ran on both states. */
export const compareFindings = (now: Checked, before: Checked): FindingsOfChange => {
  const all = [...now.findings, ...now.suppressed.map(({ finding }) => finding)];
  const earlier = [...before.findings, ...before.suppressed.map(({ finding }) => finding)];
  const matched = matchFindings(all, earlier);
  const met = new Set(matched.values());
  const [ranBefore, runsNow] = [ranIn(before), ranIn(now)];
  return {
    findings: now.findings.map((finding) =>
      matched.has(finding)
        ? { ...finding, change: "known" }
        : ranBefore(finding.check)
          ? { ...finding, change: "new" }
          : finding,
    ),
    mended: before.findings.filter((finding) => !met.has(finding) && runsNow(finding.check)),
  };
};

const ranIn = ({ notRun }: Checked): ((check: string) => boolean) => {
  const missing = new Set(notRun.map(({ check }) => check));
  return (check) => !missing.has(check);
};

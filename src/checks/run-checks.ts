import { byPlace, type Finding, type Problem } from "../finding.ts";
import type { Check, Subject } from "./check.ts";
import { checkOptions } from "./check-option.ts";
import { checks } from "./index.ts";

/** Where the page of each check is published: `<helpBase>/<id>.md`. */
export const helpBase = "https://github.com/prometheus-stack-action/prometheus-stack-action/blob/main/docs/checks";

/** A check that could not judge, and why. */
export interface NotRun {
  readonly check: string;
  readonly reason: string;
}

/** What the checks found, in the order in which it is told, and which of them could not judge. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
}

/**
 * Runs every check on the parts of the subject that are there; `unavailable` says why the others are not. A check that needs a part that is not there does
 * not run and is listed. Throws an Error that names the check where a check itself throws: that is a bug of ours.
 */
export const runChecks = (
  subject: Partial<Subject>,
  unavailable: ReadonlyMap<keyof Subject, string>,
  list: readonly Check[] = checks,
): Checked => {
  const findings: Finding[] = [];
  const notRun: NotRun[] = [];
  for (const check of list) {
    const reason = missingPart(check, subject, unavailable) ?? judge(check, subject as Subject, findings);
    if (reason !== null) notRun.push({ check: check.id, reason });
  }
  return { findings: withoutRepeats(findings.sort(byPlace)), notRun };
};

const missingPart = (
  check: Check,
  subject: Partial<Subject>,
  unavailable: ReadonlyMap<keyof Subject, string>,
): string | null => {
  const part = check.reads.find((name) => subject[name] === undefined);
  return part === undefined ? null : (unavailable.get(part) ?? `the ${part} stage gave no result`);
};

const judge = (check: Check, subject: Subject, findings: Finding[]): string | null => {
  try {
    const reason = check.cannotJudge?.(subject) ?? null;
    if (reason === null)
      for (const problem of check.find(subject, checkOptions(check.options ?? {})))
        findings.push(stamp(check, problem));
    return reason;
  } catch (cause) {
    throw new Error(`check ${check.id} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
};

const stamp = (check: Check, { severity = check.severity, ...problem }: Problem): Finding => ({
  ...problem,
  check: check.id,
  severity,
  help: `${helpBase}/${check.id}.md`,
});

/** One manifest can reach several overlays and be told of once in each: the reader needs it once. */
const withoutRepeats = (findings: readonly Finding[]): readonly Finding[] => {
  const seen = new Set<string>();
  return findings.filter(({ check, at, message }) => {
    const key = JSON.stringify([check, at?.file, at?.line, at?.column, message]);
    return !seen.has(key) && seen.add(key);
  });
};

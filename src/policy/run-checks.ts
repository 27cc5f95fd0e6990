import type { Check, Subject } from "../checks/check.ts";
import { checkOptions } from "../checks/check-option.ts";
import { checks } from "../checks/index.ts";
import { suppressionUnused } from "../checks/suppression-unused.ts";
import { byPlace, type Finding, type Problem, type Severity, severities, withoutReturns } from "../core/finding.ts";
import { projectAddress } from "../core/project.ts";
import { type Config, noConfig } from "./config.ts";
import { noSuppressions, type Suppressed, type Suppressions, suppress } from "./suppress.ts";

/** Where the page of each check is published: `<helpBase>/<id>.md`. */
export const helpBase = `${projectAddress}/blob/main/docs/checks`;

/** The address of a check's page. */
export const pageOf = (check: string): string => `${helpBase}/${check}.md`;

/** A check that could not judge, and why. */
export interface NotRun {
  readonly check: string;
  readonly reason: string;
}

/** What the checks found, in the order in which it is told, and which of them could not judge. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** Findings that a comment, the configuration or the baseline lets be. */
  readonly suppressed: readonly Suppressed[];
  readonly notRun: readonly NotRun[];
}

/** What the tree's people decided about checks. */
export interface Policy {
  readonly config: Config;
  readonly suppressions: Suppressions;
}

const noPolicy: Policy = { config: noConfig, suppressions: noSuppressions };

/**
 * Runs every check on the parts of the subject that are there; `unavailable` says why the others are not. A check that
 * needs a part that is not there does not run and is listed. Throws an Error that names the check where a check itself
 * throws: that is a bug of ours.
 */
export const runChecks = (
  subject: Partial<Subject>,
  unavailable: ReadonlyMap<keyof Subject, string>,
  list: readonly Check[] = checks,
  policy: Policy = noPolicy,
): Checked => {
  const findings: Finding[] = [];
  const notRun: NotRun[] = [];
  const levelOf = (check: Check) => policy.config.checks.get(check.id)?.severity;
  for (const check of list) {
    if (levelOf(check) === "off") {
      notRun.push({ check: check.id, reason: `${policy.config.file} turns it off` });
      continue;
    }
    const reason =
      missingPart(check, subject, unavailable) ?? judge(check, subject as Subject, policy.config, findings);
    if (reason !== null) notRun.push({ check: check.id, reason });
  }
  const { open, suppressed, unused } = suppress(withoutRepeats(findings.sort(byPlace)), policy.suppressions, {
    known: list.map(({ id }) => id),
    ran: (id) => notRun.every(({ check }) => check !== id),
  });
  const told = levelOf(suppressionUnused) === "off" ? [] : unused;
  const all = [...open, ...told.map((problem) => stamp(suppressionUnused, problem, policy.config))];
  return { findings: all.sort(byPlace), suppressed, notRun };
};

const missingPart = (
  check: Check,
  subject: Partial<Subject>,
  unavailable: ReadonlyMap<keyof Subject, string>,
): string | null => {
  const part = check.reads.find((name) => subject[name] === undefined);
  return part === undefined ? null : (unavailable.get(part) ?? `the ${part} stage gave no result`);
};

const judge = (check: Check, subject: Subject, config: Config, findings: Finding[]): string | null => {
  try {
    const reason = check.cannotJudge?.(subject) ?? null;
    if (reason === null)
      for (const problem of check.find(
        subject,
        checkOptions(check.options ?? {}, config.checks.get(check.id)?.options),
      ))
        findings.push(stamp(check, problem, config));
    return reason;
  } catch (cause) {
    throw new Error(`check ${check.id} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
};

/** A severity of the configuration counts for all that the check finds, but for what weighs less in itself. */
const stamp = (check: Check, { severity: own, fix, ...problem }: Problem, { checks: settings }: Config): Finding => ({
  ...problem,
  ...(fix === undefined ? {} : { fix: withoutReturns(fix) }),
  check: check.id,
  severity: severityOf(check, own, settings.get(check.id)?.severity),
  help: pageOf(check.id),
});

const severityOf = (check: Check, own: Severity | undefined, set: Severity | "off" | undefined): Severity => {
  if (set === undefined || set === "off") return own ?? check.severity;
  const lesser = own !== undefined && severities.indexOf(own) > severities.indexOf(check.severity);
  return lesser && severities.indexOf(own) > severities.indexOf(set) ? own : set;
};

/** One manifest can reach several overlays and be told of once in each: the reader needs it once. */
const withoutRepeats = (findings: readonly Finding[]): readonly Finding[] => {
  const seen = new Set<string>();
  return findings.filter(({ check, at, message }) => {
    const key = JSON.stringify([check, at?.file, at?.line, at?.column, message]);
    return !seen.has(key) && seen.add(key);
  });
};

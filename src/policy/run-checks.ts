import type { Check, Subject } from "../checks/check.ts";
import { checkOptions } from "../checks/check-option.ts";
import { checks } from "../checks/index.ts";
import { suppressionUnused } from "../checks/suppression-unused.ts";
import { byPlace, type Finding, type Problem, type Severity, severities, withoutReturns } from "../core/finding.ts";
import { nextTurn } from "../core/next-turn.ts";
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

/** What a check says of a subject: its findings, and why it could not judge, else null. */
interface Judgement {
  readonly findings: readonly Finding[];
  readonly reason: string | null;
}

export type Judgements = ReadonlyMap<Check, Judgement>;

/**
 * What those checks say that read nothing but the parts of the subject that are there already. A check that throws is
 * left out: it will throw again.
 */
export const judgeAhead = async (
  subject: Partial<Subject>,
  list: readonly Check[],
  { config }: Policy,
): Promise<Judgements> => {
  const ahead = new Map<Check, Judgement>();
  for (const check of list) {
    if (config.checks.get(check.id)?.severity === "off" || missingPart(check, subject) !== undefined) continue;
    try {
      ahead.set(check, judge(check, subject as Subject, config));
    } catch {
      continue;
    }
    await nextTurn();
  }
  return ahead;
};

/**
 * Runs every check on the parts of the subject that are there, but for those that were run `ahead`; `unavailable` says
 * why the others are not. A check that needs a part that is not there does not run and is listed. Throws an Error that
 * names the check where a check itself throws: that is a bug of ours.
 */
export const runChecks = (
  subject: Partial<Subject>,
  unavailable: ReadonlyMap<keyof Subject, string>,
  list: readonly Check[] = checks,
  policy: Policy = noPolicy,
  ahead: Judgements = new Map(),
): Checked => {
  const findings: Finding[] = [];
  const notRun: NotRun[] = [];
  const levelOf = (check: Check) => policy.config.checks.get(check.id)?.severity;
  for (const check of list) {
    if (levelOf(check) === "off") {
      notRun.push({ check: check.id, reason: `${policy.config.file} turns it off` });
      continue;
    }
    const missing = missingPart(check, subject);
    const judged =
      missing === undefined
        ? (ahead.get(check) ?? judge(check, subject as Subject, policy.config))
        : { findings: [], reason: unavailable.get(missing) ?? `the ${missing} stage gave no result` };
    for (const finding of judged.findings) findings.push(finding);
    if (judged.reason !== null) notRun.push({ check: check.id, reason: judged.reason });
  }
  const { open, suppressed, unused } = suppress(findings.sort(byPlace), policy.suppressions, {
    known: list.map(({ id }) => id),
    ran: (id) => notRun.every(({ check }) => check !== id),
  });
  const told = levelOf(suppressionUnused) === "off" ? [] : unused;
  const all = [...open, ...told.map((problem) => stamp(suppressionUnused, problem, policy.config))];
  return { findings: all.sort(byPlace), suppressed, notRun };
};

const missingPart = (check: Check, subject: Partial<Subject>): keyof Subject | undefined =>
  check.reads.find((name) => subject[name] === undefined);

const judge = (check: Check, subject: Subject, config: Config): Judgement => {
  try {
    const reason = check.cannotJudge?.(subject) ?? null;
    if (reason !== null) return { findings: [], reason };
    const options = checkOptions(check.options ?? {}, config.checks.get(check.id)?.options);
    return { findings: Array.from(check.find(subject, options), (one) => stamp(check, one, config)), reason };
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

import { type EnvironmentRules, isUntold, type Untold } from "../outside/github.ts";

/** What an environment's rules hold back. */
interface RulesProof {
  /** Clauses; empty where there is a rule. */
  readonly missing: readonly string[];
  /** A clause each. */
  readonly rules: readonly string[];
  readonly notes: readonly string[];
}

/** Whose repository it is: which rules it can have depends on that. */
interface Owner {
  readonly isPrivate: boolean | null;
  /** GITHUB_SERVER_URL. */
  readonly server: string | undefined;
}

/**
 * Whether an environment has any rule that a job has to pass: reviewers, a wait, or a choice of branches. Only
 * reviewers make a person decide, so that where there are none it is said.
 */
export const proveRules = (environment: string, told: EnvironmentRules | Untold, owner: Owner): RulesProof => {
  if (isUntold(told)) return { missing: [unreadable(environment, told)], rules: [], notes: [] };
  const rules = clausesOf(told);
  if (rules.length === 0) {
    const none = `the environment ${environment} has no reviewers, no wait timer, and lets every branch deploy`;
    return { missing: [`${none}${plansOf(owner)}`], rules, notes: [] };
  }
  const unattended = `Nobody has to approve: the environment ${environment} has no required reviewers${plansOf(owner)}.`;
  const own = "Whoever started the run may have approved it: the environment does not prevent self-review.";
  if (told.reviewers === 0) return { missing: [], rules, notes: [unattended] };
  return { missing: [], rules, notes: told.preventsSelfReview ? [] : [own] };
};

/** GitHub answers 404 to a token that may not see it, too. */
const unreadable = (environment: string, { unknown, permission }: Untold): string => {
  const needed = permission === null ? "" : `; is there such an environment, and has the job \`${permission}\`?`;
  return `the rules of the environment ${environment} cannot be read: ${unknown}${needed}`;
};

const clausesOf = ({ reviewers, preventsSelfReview, waitMinutes, branches }: EnvironmentRules): readonly string[] => [
  ...(reviewers === 0 ? [] : [approval(reviewers, preventsSelfReview)]),
  ...(waitMinutes === 0 ? [] : [`it waits for ${waitMinutes} min`]),
  ...(branches === null ? [] : [`only ${branches === "protected" ? "protected" : "listed"} branches and tags deploy`]),
];

const approval = (reviewers: number, preventsSelfReview: boolean): string => {
  const who = reviewers === 1 ? "the reviewer" : `one of ${reviewers} reviewers`;
  return `${who} has to approve${preventsSelfReview ? ", not whoever started the run" : ""}`;
};

/**
 * A server of one's own, and every tenant of ghe.com, has GitHub Enterprise. Of the plans
 * https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments tells.
 */
const plansOf = ({ isPrivate, server }: Owner): string =>
  isPrivate === true && (server === undefined || server === "https://github.com")
    ? " (in private repositories GitHub has environments with rules for branches from the plans Pro and Team on, reviewers and wait timers with Enterprise alone)"
    : "";

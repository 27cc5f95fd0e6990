import type { Environment } from "../outside/environment.ts";
import { type Approval, type FalseToken, isUntold, type JobIdentity, type Untold } from "../outside/github.ts";

/** What is known of the environment that a job runs in. */
interface JobProof {
  /** Clauses; empty where it runs in the environment. */
  readonly missing: readonly string[];
  readonly by: "job-token" | "run-approvals" | null;
  /** The ref by the job's token; null without one. */
  readonly ref: string | null;
  readonly approvers: readonly string[];
  readonly notes: readonly string[];
  /** Sentences for where somebody had to approve, and nobody is known to have; empty where somebody is. */
  readonly whyNobody: readonly string[];
}

/**
 * Whether the job runs in an environment: by its token, which says so itself; without one by the run's approvals, which
 * prove only that somebody let this run into the environment.
 */
export const proveJob = (
  environment: string,
  env: Environment,
  identity: JobIdentity | FalseToken | Untold,
  approvals: readonly Approval[] | Untold,
): JobProof => {
  const reviews = isUntold(approvals) ? [] : approvals.filter(isFor(environment));
  const approvers = namesOf(reviews.filter(({ state }) => state === "approved"));
  const proof = { approvers, ref: null, by: null, notes: [], whyNobody: whyNobody(approvals, approvers) };
  if ("refuted" in identity)
    return { ...proof, missing: [`the token that GitHub gave the job proves nothing: ${identity.refuted}`] };
  if (isUntold(identity)) return { ...proof, ...byApprovals(environment, reviews, identity, approvals) };
  const missing = [...strangeness(identity, env), ...misplacement(identity, environment)];
  return { ...proof, missing, by: "job-token", ref: identity.ref };
};

/** GitHub tells apart no environments that differ in case alone. */
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const isFor =
  (environment: string) =>
  ({ environments }: Approval): boolean =>
    environments.some((name) => same(name, environment));

const namesOf = (reviews: readonly Approval[]): readonly string[] => [
  ...new Set(reviews.map(({ by }) => by ?? "an account that is gone")),
];

/** The token has to be of this run: that of another one, kept or found, says nothing of it. */
const strangeness = (identity: JobIdentity, env: Environment): readonly string[] => {
  const claims: readonly (readonly [string, string, string | undefined])[] = [
    ["repository", identity.repository.toLowerCase(), env["GITHUB_REPOSITORY"]?.toLowerCase()],
    ["sha", identity.sha, env["GITHUB_SHA"]],
    ["run_id", identity.runId, env["GITHUB_RUN_ID"]],
    ["run_attempt", identity.runAttempt, env["GITHUB_RUN_ATTEMPT"]],
  ];
  const strange = claims.filter(([, claimed, own]) => claimed !== own).map(([name]) => name);
  return strange.length === 0 ? [] : [`the job's token is of another run, by its ${strange.join(", ")}`];
};

const misplacement = ({ environment: actual }: JobIdentity, environment: string): readonly string[] => {
  if (actual !== null && same(actual, environment)) return [];
  const where = actual === null ? "in no environment" : `in the environment ${actual}`;
  return [`the job runs ${where}, and not in ${environment}`];
};

const byApprovals = (
  environment: string,
  reviews: readonly Approval[],
  identity: Untold,
  approvals: readonly Approval[] | Untold,
): Pick<JobProof, "missing" | "by" | "notes"> => {
  const missing = (why: string) => ({
    missing: [
      `nothing says that the job runs in the environment ${environment}: ${identity.unknown}${needs(identity)}, and ${why}`,
    ],
    ...{ by: null, notes: [] },
  });
  if (isUntold(approvals)) return missing(`GitHub does not tell who approved the run: ${approvals.unknown}`);
  // Of which attempt a review was nobody knows.
  if (reviews.some(({ state }) => state === "rejected")) return missing("somebody refused this run the environment");
  if (reviews.length === 0) return missing("nobody approved this run for it");
  const note = `Somebody approved this run, in one of its attempts, for the environment ${environment}. That this job waited for it is not proved, because ${identity.unknown}${needs(identity)}.`;
  return { missing: [], by: "run-approvals", notes: [note] };
};

const needs = ({ permission }: Untold): string => (permission === null ? "" : ` (it needs \`${permission}\`)`);

const whyNobody = (approvals: readonly Approval[] | Untold, approvers: readonly string[]): readonly string[] => {
  if (isUntold(approvals)) return [`Who approved is not known: ${approvals.unknown}.`];
  if (approvers.length > 0) return [];
  return ["GitHub has no approval of this run on record: somebody who may pass by the rules may have done so."];
};

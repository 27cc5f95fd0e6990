import { allDone } from "../core/all-done.ts";
import { OperatorError } from "../core/errors.ts";
import type { Mode } from "../core/mode.ts";
import type { Environment } from "../outside/environment.ts";
import { type Github, isUntold } from "../outside/github.ts";
import type { DeployTarget, DeployTargets } from "./deploy-target.ts";
import { proveJob } from "./prove-job.ts";
import { proveRules } from "./prove-rules.ts";

/** What is known of the gate that a run passed. */
export interface GateProof {
  /** False: nothing had to be proved, and nothing was asked. */
  readonly isGated: boolean;
  /** The target's name. */
  readonly target: string | null;
  readonly environment: string | null;
  /** The ref that deploys, in full. */
  readonly ref: string | null;
  /** How it is known that the job runs in the environment. */
  readonly by: "job-token" | "run-approvals" | null;
  /** Logins of those who approved, as far as GitHub tells. */
  readonly approvers: readonly string[];
  /** The environment's rules, a clause each, e.g. `one of 2 reviewers has to approve`. */
  readonly rules: readonly string[];
  /** Sentences for whoever relies on it: what was not needed, and what is not proved. */
  readonly notes: readonly string[];
}

/** What is asked. */
interface GateQuestion {
  /** The configuration that counts. */
  readonly config: DeployTargets;
  readonly env: Environment;
  readonly github: Github;
  readonly mode: Mode;
}

/**
 * Proves that a deploy to a gated target runs where it may: in the target's environment, from an allowed ref, and
 * behind rules. Throws OperatorError `gate-missing` that names everything that is not proved. Other modes change
 * nothing, and targets that are not gated ask for nothing: for these the proof says so.
 */
export const proveGate = async ({ config, env, github, mode }: GateQuestion): Promise<GateProof> => {
  const { target } = config;
  if (mode !== "deploy") return nothingToProve(target, `mode is ${mode}, which changes nothing in the cluster`);
  refuseUnknownTarget(config);
  if (target === null) return nothingToProve(null, "no target is gated");
  if (!target.gated) return nothingToProve(target, `the target ${target.name} is not gated`);
  // act says that it is GitHub Actions as well, and gives neither tokens nor approvals.
  if (env["GITHUB_ACTIONS"] !== "true" || env["ACT"]) throw gateMissing(target, [outsideGithub], false);
  return prove(target, env, github);
};

const outsideGithub = "it is deployed to only from GitHub Actions, and this run is not there";

const nothingToProve = (target: DeployTarget | null, why: string): GateProof => ({
  isGated: false,
  target: target?.name ?? null,
  ...{ environment: null, ref: null, by: null },
  ...{ approvers: [], rules: [] },
  notes: [`Nothing was to be proved: ${why}.`],
});

/** A deploy that names no target would pass every gate by. */
const refuseUnknownTarget = ({ target, targets, notRead }: DeployTargets): void => {
  if (notRead !== null)
    throw new OperatorError(
      "gate-missing",
      `mode is deploy, and nobody knows which targets are gated: no configuration counts, because ${notRead.why}.`,
      notRead.wayOut,
    );
  const gated = targets.filter((one) => one.gated).map(({ name }) => name);
  if (target !== null || gated.length === 0) return;
  throw new OperatorError(
    "gate-missing",
    `mode is deploy, and the run names no target, while the configuration has gated ones: ${gated.join(", ")}.`,
    "Set the input target. A cluster that needs no gate is a target without `gated`.",
  );
};

const prove = async (target: DeployTarget, env: Environment, github: Github): Promise<GateProof> => {
  const environment = target.environment ?? "";
  // It brings RE2, which no other run needs so early.
  const { proveRef } = await import("./prove-ref.ts");
  const [identity, approvals, rules, isPrivate, defaultBranch] = await allDone([
    github.jobIdentity(),
    github.approvals(env["GITHUB_RUN_ID"] ?? ""),
    github.environment(environment),
    github.repositoryIsPrivate(),
    github.defaultBranch(),
  ]);
  const job = proveJob(environment, env, identity, approvals);
  const ref = proveRef(target, job.ref ?? env["GITHUB_REF"] ?? "", defaultBranch);
  const guard = proveRules(environment, rules, { isPrivate, server: env["GITHUB_SERVER_URL"] });
  const missing = [...job.missing, ...ref.missing, ...guard.missing];
  if (missing.length > 0) throw gateMissing(target, missing, ref.missing.length > 0);
  const somebodyHadTo = !isUntold(rules) && rules.reviewers > 0 && job.by === "job-token";
  return {
    isGated: true,
    target: target.name,
    environment,
    ref: ref.ref,
    by: job.by,
    approvers: job.approvers,
    rules: guard.rules,
    notes: [...job.notes, ...guard.notes, ...(somebodyHadTo ? job.whyNobody : [])],
  };
};

const gateMissing = (target: DeployTarget, missing: readonly string[], isRef: boolean): OperatorError => {
  const permissions = "permissions: { actions: read, contents: read, id-token: write }";
  const refs = ` Refs that may deploy are the target's \`refs\`, e.g. \`refs: [main, "refs/tags/v*"]\`, in the configuration file.`;
  return new OperatorError(
    "gate-missing",
    `The target ${target.name} is gated, and a deploy to it has to prove more:\n${missing.map((one) => `  - ${one}`).join("\n")}`,
    `Deploy by a job of a workflow that has \`environment: ${target.environment ?? target.name}\` and \`${permissions}\`. Rules are set under Settings, Environments of the repository.${isRef ? refs : ""}`,
  );
};

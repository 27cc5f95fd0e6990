import type { Deadline } from "../kubectl/deadline.ts";
import type { PlanLayer } from "../plan/plan.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import type { Planned } from "../plan/planned.ts";
import type { AppliedObject, DeployReport } from "./deploy-report.ts";
import type { RollbackReport } from "./rollback/rollback-report.ts";

/** A plan that is carried out. */
export interface DeployRequest extends PlanRequest {
  readonly planned: Planned;
  /** Throws OperatorError `plan-changed` where a plan is not what was approved; without an approved plan all are. */
  accept(planned: Planned): void;
  /**
   * Whether what was deployed works, asked under the lock once everything is ready, and again where a deploy was taken
   * back; null where nobody asks.
   */
  readonly verify: ((when: "deployed" | "rolled-back") => Promise<Verification>) | null;
}

/** What a verification found. */
export interface Verification {
  readonly passed: boolean;
  /** One line, e.g. how many hops were seen. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** It did not pass, and no more is lost than was before the deploy: to take that back would mend nothing. */
  readonly isNoWorse?: boolean;
}

/** The stages of a run that a deploy is; whoever counts their time passes his own. */
export interface DeploySteps {
  deploy(body: () => Promise<DeployReport>): Promise<DeployReport>;
  rollback(body: () => Promise<RollbackReport>): Promise<RollbackReport>;
  /** There is no way back to go: a clause says why. */
  noRollback(why: string): void;
}

/** How far the writing of a deploy came. */
export interface Writing {
  readonly at: PlanLayer | "rollout";
  /** Objects that are to be written, in all. */
  readonly of: number;
  readonly runsHelm: boolean;
}

/** What is known so far: it grows as the deploy goes on, and is the report however it ends. */
export interface Ledger {
  readonly objects: AppliedObject[];
  release: DeployReport["release"];
  workloads: DeployReport["workloads"];
  notReady: DeployReport["notReady"];
  /** Null before the first write; what is reported of it is a sentence, see `tellLeft`. */
  writing: Writing | null;
  /** Whether what this run puts there is noted beside the release. */
  isNoted: boolean;
  /** Whether another helm is at work on the release, so that ours was refused before it began a revision. */
  isRefused: boolean;
  /** Whether verification has failed for nothing but what was lost before the deploy, too. */
  isNoWorse: boolean;
}

/** One deploy under way. */
export interface Deploying extends DeployRequest {
  readonly ledger: Ledger;
  readonly deadline: Deadline;
}

import type { Deadline } from "../kubectl/deadline.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import type { Planned } from "../plan/planned.ts";
import type { AppliedObject, DeployReport } from "./deploy-report.ts";

/** A plan that is carried out. */
export interface DeployRequest extends PlanRequest {
  readonly planned: Planned;
  /** Throws OperatorError `plan-changed` where a plan is not what was approved; without an approved plan all are. */
  accept(planned: Planned): void;
}

/** What is known so far: it grows as the deploy goes on, and is the report however it ends. */
export interface Ledger {
  readonly objects: AppliedObject[];
  release: DeployReport["release"];
  workloads: DeployReport["workloads"];
  notReady: DeployReport["notReady"];
}

/** One deploy under way. */
export interface Deploying extends DeployRequest {
  readonly ledger: Ledger;
  readonly deadline: Deadline;
}

import { type FailureReason, OperatorError } from "../core/errors.ts";
import type { DeployReport } from "./deploy-report.ts";

/** A deploy that stopped part of the way; `report` holds what was done and seen until then. */
export class DeployFailed extends OperatorError {
  readonly report: DeployReport;

  constructor(reason: FailureReason, message: string, hint: string, report: DeployReport, options?: ErrorOptions) {
    super(reason, message, hint, options);
    this.report = report;
  }
}

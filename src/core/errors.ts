/** Why a run failed, as the output `failure-reason` and the report's `failureReason` name it. */
export const failureReasons = [
  "findings",
  "invalid-input",
  "tool-missing",
  "schemas-unavailable",
  "render-failed",
  "plan-changed",
  "cluster-unreachable",
  "wrong-cluster",
  "owned-elsewhere",
  "gate-missing",
  "data-loss",
  "release-pending",
  "locked",
  "outdated",
  "unauthorized",
  "untrusted-event",
  "timeout",
  "apply-failed",
  "verify-failed",
  "rollback-failed",
  "disk-full",
  "cancelled",
  "internal",
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** Characters of a message, which may quote what a tool said: nobody reads more, and some of them write megabytes. */
const longest = 20_000;

/**
 * The run cannot go on, and the person who runs it can mend that: a tool is missing, an input is wrong, the
 * cluster does not answer. `message` names the input, the file or the command; `hint` is the next step.
 * Shown without a stack trace.
 */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
  readonly reason: FailureReason;
  readonly hint: string;

  constructor(reason: FailureReason, message: string, hint: string, options?: { readonly cause?: unknown }) {
    super(message.length > longest ? `${message.slice(0, longest)}…` : message, options);
    this.reason = reason;
    this.hint = hint;
  }
}

/** Trouble as a value: an operator error stays itself, anything else is a bug and keeps its stack. */
export const asOperatorError = (thrown: unknown): OperatorError | undefined =>
  thrown instanceof OperatorError ? thrown : undefined;

import type { FailureReason } from "../core/errors.ts";
import { type Finding, type Severity, severities } from "../core/finding.ts";
import type { ValidationCounts } from "../validate/validation.ts";
import { counted } from "./summary/markdown.ts";

/** The findings at or above the severity that fails the step. */
export const failing = (failOn: Severity | "never", findings: readonly Finding[]): readonly Finding[] =>
  failOn === "never"
    ? []
    : findings.filter(({ severity }) => severities.indexOf(severity) <= severities.indexOf(failOn));

/** Why a deploy must not start, or null. What could not be validated stops it too, unless `fail-on` is `never`. */
export const stopsAt = (
  failOn: Severity | "never",
  findings: readonly Finding[],
  validation: ValidationCounts,
): string | null => {
  const found = failing(failOn, findings).length;
  if (found > 0) return `${counted(found, "finding")} of severity ${failOn} or worse`;
  if (failOn !== "never" && validation.unchecked > 0) return `${counted(validation.unchecked, "object")} not validated`;
  return null;
};

/** The reason of a run that no error ended: null is success. */
export const failureReasonOf = (
  failOn: Severity | "never",
  renderFailed: boolean,
  findings: readonly Finding[],
  validation: ValidationCounts | null,
): FailureReason | null => {
  if (failOn === "never") return null;
  if (renderFailed) return "render-failed";
  if (failing(failOn, findings).length > 0) return "findings";
  if (validation !== null && validation.unchecked > 0) return "schemas-unavailable";
  return null;
};

import { OperatorError } from "../core/errors.ts";
import { conditionKey, hopKey } from "./seen-before.ts";
import type { Condition, ObservedHop, ObservedPath, VerifyReport } from "./verification.ts";

/** Lines of a message; the report has them all. */
const mostLines = 8;

/** Keys of what is not to be told. */
type Known = ReadonlySet<string>;

/** What to throw where something was not seen; null where all was, but for what had not been seen before either. */
export const verifyFailure = (report: VerifyReport, known: Known = new Set()): OperatorError | null => {
  const lines = [
    ...report.paths.flatMap((path) => pathLine(path, known)),
    ...report.conditions.filter((one) => !known.has(conditionKey(one))).flatMap(conditionLine),
  ];
  if (lines.length === 0) return null;
  const shown = lines.slice(0, mostLines).map((line) => `  - ${line}`);
  const more = lines.length > mostLines ? [`  - and ${lines.length - mostLines} more, in report.json`] : [];
  const waited = Math.round(report.waitedMs / 1000);
  return new OperatorError(
    "verify-failed",
    [
      `After ${waited} s ${lines.length === 1 ? "one thing was" : `${lines.length} things were`} not seen in the cluster:`,
      ...shown,
      ...more,
    ].join("\n"),
    report.conditions.find((one) => one.sight === "not-seen" && !known.has(conditionKey(one)))?.hint ??
      nextStep(report),
  );
};

/**
 * What to throw where Prometheus may not be asked, so that no signal was seen: to have looked at nothing is no success.
 * Null where something was seen.
 */
export const blindness = ({ paths, conditions }: VerifyReport): OperatorError | null => {
  const refused = conditions.find(
    ({ condition, sight }) => condition === "prometheus-loads-configuration" && sight === "cannot-be-seen",
  );
  if (refused === undefined || paths.some(({ sight }) => sight === "seen")) return null;
  const message = `Nothing that the files promise can be seen. ${refused.subject}: ${refused.what}`;
  return new OperatorError("unauthorized", message, refused.hint ?? "");
};

/** The hop at which a signal is lost: the first that is not seen. */
export const lostAt = (path: ObservedPath, known: Known = new Set()): ObservedHop | undefined =>
  path.hops.find((hop) => hop.observed === "not-seen" && !known.has(hopKey(path, hop)));

const pathLine = (path: ObservedPath, known: Known): readonly string[] => {
  const lost = lostAt(path, known);
  return lost === undefined ? [] : [`${path.subject}: ${lost.hop.replaceAll("-", " ")}: ${lost.what}`];
};

const conditionLine = ({ sight, condition, subject, what }: Condition): readonly string[] =>
  sight === "not-seen" ? [`${subject}: ${condition.replaceAll("-", " ")}: ${what}`] : [];

const nextStep = ({ paths }: VerifyReport): string => {
  const predicted = paths.some((path) => lostAt(path)?.predicted === "broken");
  return predicted
    ? "The check told it before: mend what it found, and deploy again."
    : "The files promise it, and the cluster does not show it: look at the first hop that is not seen, or give it more time with verify-timeout.";
};

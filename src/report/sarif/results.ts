import type { Result, Suppression } from "sarif";
import { type Finding, nameOf, shownAt } from "../../core/finding.ts";
import type { Suppressed } from "../../policy/suppress.ts";
import { ranking } from "../annotations.ts";
import type { Report } from "../report.ts";
import { sarifPlace } from "./places.ts";
import { linksTo, relatedPlaces, type SignalsByBreak, signalsByBreak } from "./related.ts";
import { levels, short } from "./words.ts";

/** The links at the end of a message have this much of its length. */
const longestMessage = 700;

/** Findings as results, `most` of them, the worst first; those that are let be come last, where they are asked for. */
export const resultsOf = (report: Report, withSuppressed: boolean, most: number): readonly Result[] => {
  const { findings, signalPaths, path } = report;
  const fingerprint = fingerprints();
  const signals = signalsByBreak(signalPaths);
  const result = (finding: Finding): Result => resultOf(finding, path, fingerprint(finding), signals);
  const open = ranking(findings, new Set()).slice(0, most);
  const suppressed = withSuppressed ? report.suppressed.slice(0, most - open.length) : [];
  return [
    ...open.map(result),
    ...suppressed.map((one) => ({ ...result(one.finding), suppressions: [suppressionOf(one)] })),
  ];
};

const resultOf = (finding: Finding, folder: string, fingerprint: string, signals: SignalsByBreak): Result => {
  const { check, severity, message, resource, fix } = finding;
  const related = relatedPlaces(finding, signals);
  const named = resource === undefined || message.includes(nameOf(resource)) ? "" : ` (${nameOf(resource)})`;
  const mend = fix === undefined ? "" : `Mend: ${fix.description}`;
  const said = short([`${message}${named}`, mend].filter((part) => part !== "").join("\n"), longestMessage);
  return {
    ruleId: check,
    level: levels[severity],
    message: { text: [said, linksTo(related)].filter((part) => part !== "").join("\n") },
    // A result without a place has the whole file refused, https://github.com/github/codeql-action/issues/1738.
    locations: [sarifPlace(shownAt(finding) ?? { file: folder, line: 1, column: 1, endColumn: 1 })],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(related.length === 0 ? {} : { relatedLocations: [...related] }),
  };
};

/**
 * What a result is known by in a later run: the hash of its line. Where one line has several findings of one check, the
 * second and all after it get their number as well: code scanning would take them for one alert
 * (https://github.com/csutils/csdiff/issues/98).
 */
const fingerprints = (): ((finding: Finding) => string) => {
  const seen = new Map<string, number>();
  return ({ check, at, lineHash = "0:1" }) => {
    const key = JSON.stringify([check, at?.file, lineHash]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? lineHash : `${lineHash}:${count}`;
  };
};

const suppressionOf = ({ by, reason }: Suppressed): Suppression => ({
  kind: by === "comment" ? "inSource" : "external",
  status: "accepted",
  justification: short(reason),
});

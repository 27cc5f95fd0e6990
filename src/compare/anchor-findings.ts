import { type Finding, isSameLine, type Location } from "../core/finding.ts";
import type { SignalPath } from "../signal/path/signal-path.ts";
import { type FileChange, partsOf } from "./change-steps.ts";
import { findCauses } from "./find-causes.ts";
import { knownPlaces } from "./known-places.ts";
import type { LaidFiles } from "./lay-over.ts";
import { matchFindings } from "./match-findings.ts";
import { placesInPart } from "./part-lines.ts";

/** What the wanted checks find in another state of the tree; null where no more is tried. */
export type JudgeChecks = (files: LaidFiles, wanted: ReadonlySet<string>) => Promise<readonly Finding[] | null>;

interface Around {
  /** The signals as they are now. */
  readonly paths: readonly SignalPath[];
  /** What the change writes of the files that checks read. */
  readonly changes: readonly FileChange[];
  readonly judge: JudgeChecks;
}

/** Gives each new finding whose own line is none of the change the line of it that brought the finding. */
export const anchorFindings = async (
  findings: readonly Finding[],
  { paths, changes, judge }: Around,
): Promise<readonly Finding[]> => {
  const parts = partsOf(changes);
  const isWritten = (at: Location | undefined): boolean =>
    at !== undefined && parts.some((part) => placesInPart(part, [at]).length > 0);
  const sought = findings.filter(({ change, at }) => change === "new" && !isWritten(at));
  if (sought.length === 0) return findings;
  const wanted = new Set(sought.map(({ check }) => check));
  // Those that were there before are met first, and are not taken for new ones.
  const known = findings.filter(({ check }) => wanted.has(check));
  const causes = await findCauses({
    changes,
    places: new Map(sought.map((finding) => [finding, knownPlaces(finding, paths)])),
    async judge(files) {
      const found = await judge(files, wanted);
      return found === null ? null : new Set(matchFindings(known, found).keys());
    },
  });
  return findings.map((finding) => {
    const anchor = causes.get(finding);
    // The line before those that were taken out may be its own.
    return anchor === undefined || isSameLine(anchor, finding.at) ? finding : { ...finding, anchor };
  });
};

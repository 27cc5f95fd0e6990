import { readFileSync } from "node:fs";
import { readTrees } from "../precision/trees.ts";
import { readWarningVerdicts } from "../precision/warnings.ts";

/** On how many public repositories a person has read a finding of each check and called it true, by the check's id. */
export type SeenTrue = ReadonlyMap<string, number>;

const trees = readTrees();

/** From the verdicts of `npm run precision`. A check that is not in it was not seen true there. */
export const seenTrue = (): SeenTrue => {
  const errors = trees.flatMap(({ repository, verdicts = [] }) =>
    verdicts.filter(({ verdict }) => verdict === "true").map(({ check }) => [check, repository] as const),
  );
  const warnings = Object.entries(readWarningVerdicts()).flatMap(([check, all]) =>
    all
      .filter(({ verdict }) => verdict === "true")
      .flatMap((one) => Object.keys(one.in).map((repository) => [check, repository] as const)),
  );
  const byCheck = Map.groupBy([...errors, ...warnings], ([check]) => check);
  return new Map(
    [...byCheck].map(([check, all]) => [check, new Set(all.map(([, repository]) => repository)).size] as const),
  );
};

/** The day of the last run, as docs/precision.md says it. Throws where it says none. */
export const lastRun = (): string => {
  const [, day] = /Last run: (\d{4}-\d{2}-\d{2})/.exec(readFileSync("docs/precision.md", "utf8")) ?? [];
  if (day === undefined) throw new Error("docs/precision.md does not say when it was run last");
  return day;
};

const line = /\n\nLast seen true on public trees: .*\n*$/;

/** The page of a check with its last line as the verdicts have it: none where there is none. */
export const withSeenTrue = (page: string, repositories: number | undefined, day: string): string => {
  const before = page.replace(line, "").trimEnd();
  if (repositories === undefined) return `${before}\n`;
  return `${before}\n\nLast seen true on public trees: ${day}, in ${repositories} of ${trees.length} repositories ([precision](../precision.md)).\n`;
};

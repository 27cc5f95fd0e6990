import { isAbsolute } from "node:path";
import { checks } from "../../checks/index.ts";
import { asOperatorError } from "../../core/errors.ts";
import { nextRound, type Recent } from "../../core/lately.ts";
import { readInputs } from "../../inputs.ts";
import { localFiles } from "../../machine/files/local-files.ts";
import { openWorkspace } from "../../machine/files/open-workspace.ts";
import { openOutside } from "../../machine/open-outside.ts";
import { type NotedPaths, notePaths } from "../../machine/watch/noted-paths.ts";
import { watchedPlaces } from "../../machine/watch/watched-places.ts";
import type { Outcome } from "../../outcome.ts";
import { openConfig } from "../../policy/open-config.ts";
import { run } from "../../run.ts";
import { hideAddressCredentials } from "../../secrets/address-credentials.ts";
import type { Round } from "./round.ts";
import type { CheckedRound } from "./watch-rounds.ts";

/** What is checked again and again. */
export interface WatchedStack {
  /** Absolute path that the inputs' paths count from. */
  readonly root: string;
  /** By the name of the action's input. */
  readonly given: Readonly<Record<string, string>>;
}

/**
 * One check of the tree and its configuration as they are now. It ends as a run by itself would: what it has from the
 * rounds before is what was made of exactly the same. `changed` is what it is made for.
 */
export const checkRound = async (
  { root, given }: WatchedStack,
  recent: Recent<string>,
  changed: readonly string[],
): Promise<CheckedRound> => {
  const noted = notePaths();
  const started = performance.now();
  const ended = await checkOnce({ root, given }, { noted, recent }).then(ofOutcome, ofThrown);
  const round = { ...ended, changed, endedAt: new Date(), durationMs: performance.now() - started };
  // One that ended early asked for little: what the next one will ask for stays.
  if (ended.trouble === null) nextRound();
  return { round, places: await placesOf(noted, { root, given }) };
};

const placesOf = async ({ paths }: NotedPaths, { root, given }: WatchedStack): Promise<readonly string[]> => {
  // The one thing outside of the repository that a person who watches may be at work on.
  const chart = given["chart"] ?? "";
  const outside = isAbsolute(chart) ? [(await localFiles.real(chart)) ?? chart] : [];
  // Where the repository itself is gone, it may come back.
  const workspace = await openWorkspace(root).catch(() => null);
  return [...(workspace === null ? [root] : await watchedPlaces(paths, workspace)), ...outside];
};

interface Rounds {
  readonly noted: NotedPaths;
  readonly recent: Recent<string>;
}

const checkOnce = async ({ root, given }: WatchedStack, rounds: Rounds): Promise<Outcome> => {
  const inputOf = (name: string): string => given[name] ?? "";
  const env = { ...process.env, GITHUB_WORKSPACE: root };
  const outside = await openOutside(env, { mask: () => {}, keep: () => {}, write: () => {}, ...rounds });
  try {
    const named = { file: inputOf("config-file"), target: inputOf("target") };
    const configuration = await openConfig(named, await outside.repository(), async () => checks);
    const inputs = readInputs(inputOf, { configured: configuration.config, hint: "Correct the option of that name." });
    return await run(inputs, configuration, await outside.for(inputs));
  } finally {
    await outside.close();
  }
};

type Ended = Pick<Round, "report" | "trouble">;

const ofOutcome = ({ report, bug }: Outcome): Ended => ({
  report,
  trouble: report.error === null ? null : { message: bug ?? report.error.message, hint: report.error.hint },
});

const ofThrown = (thrown: unknown): Ended => {
  const error = asOperatorError(thrown);
  if (error === undefined) throw thrown;
  return { report: null, trouble: { message: hideAddressCredentials(error.message), hint: error.hint } };
};

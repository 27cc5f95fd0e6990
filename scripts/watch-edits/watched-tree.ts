import { setTimeout } from "node:timers/promises";
import { checkRound } from "../../src/cli/watch/check-round.ts";
import { watchRounds } from "../../src/cli/watch/watch-rounds.ts";
import { Recent } from "../../src/core/lately.ts";
import { watchFiles } from "../../src/machine/watch/watch-files.ts";
import { lastingReport } from "../lasting-report.ts";

/** A tree that is watched as `check --watch` does it. */
export interface WatchedTree {
  /** Waits until nothing more comes of what was changed; answers what stands on the screen. */
  settled(): Promise<string>;
  /** Rounds until now. */
  rounds(): number;
  end(): Promise<void>;
}

/** Longer than any event of the file system takes. Milliseconds. */
const quietMs = 400;

/** Watches the stack of a repository. `given` are inputs by their names. */
export const watchTree = (root: string, given: Readonly<Record<string, string>>): WatchedTree => {
  const controller = new AbortController();
  const { signal } = controller;
  const recent = new Recent<string>();
  const files = watchFiles();
  let idleSince: number | null = null;
  let shown = "";
  let rounds = 0;
  const ended = watchRounds({
    async check(changed) {
      const checked = await checkRound({ root, given }, recent, changed);
      rounds += 1;
      const { report, trouble } = checked.round;
      shown = report === null ? (`error: ${trouble?.message}`.split("\n", 1)[0] ?? "") : lastingReport(report);
      return checked;
    },
    files: {
      ...files,
      async changes(ending) {
        idleSince = performance.now();
        const changed = await files.changes(ending);
        idleSince = null;
        return changed;
      },
    },
    show: () => {},
    signal,
  });
  return {
    async settled() {
      const from = performance.now();
      while (idleSince === null || performance.now() - Math.max(from, idleSince) < quietMs)
        await Promise.race([ended, setTimeout(50)]);
      return shown;
    },
    rounds: () => rounds,
    async end() {
      controller.abort();
      await ended;
      await files.close();
    },
  };
};

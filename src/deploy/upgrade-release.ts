import type { OperatorError } from "../core/errors.ts";
import type { Deadline } from "../kubectl/deadline.ts";
import type { Outside } from "../outside/outside.ts";
import { isPendingStatus, type Revision, readRevision } from "../plan/release/helm-release.ts";
import type { Upgrade } from "../plan/release/upgrade-arguments.ts";
import { releaseNameOf } from "../stack/release-name.ts";
import { type Runner, runUpgrade } from "./helm-upgrade.ts";
import { leftByHelm } from "./leave-no-pending.ts";

/** How an upgrade ended; `error` is null when it went well. */
export interface Upgraded {
  /** The newest revision; null where there is none, undefined where nobody could find out. */
  readonly release: Revision | null | undefined;
  readonly error: OperatorError | null;
  /** Whether helm was refused before it began a revision, as another one is at work: what is pending is that one's. */
  readonly isRefused: boolean;
}

interface Upgrading extends Runner {
  readonly outside: Pick<Outside, "scratch" | "log" | "signal">;
  readonly deadline: Deadline;
}

/** With less than this left a repeated helm could not become ready. */
const leastMs = 5000;
/** A server that fails at the same object again and again is set up wrongly. */
const mostInternal = 3;

/**
 * Runs `helm upgrade --install --wait` until the deadline. A helm that lost the API server is not run again blindly:
 * what it left is read first, a pending revision of its own is removed, and one that was deployed all the same is taken
 * as what it is. However it fails or is ended is a value.
 */
export const upgradeRelease = async (
  upgrade: Upgrade,
  before: Revision | null,
  upgrading: Upgrading,
): Promise<Upgraded> => {
  const { deadline, outside } = upgrading;
  const name = releaseNameOf(upgrade.stack.release);
  const isRefused = false;
  let from = before?.revision ?? 0;
  for (let [runs, internal] = [1, 0]; ; runs += 1) {
    const ended = await runUpgrade(
      { ...upgrade, timeoutMs: 1000 * Math.max(1, Math.ceil(deadline.left() / 1000)) },
      upgrading,
    );
    if ("release" in ended) return { release: ended.release, error: null, isRefused };
    const { error, trouble } = ended;
    if (error.reason === "release-pending") {
      // What is pending may be of our own helm before, whose end nobody saw.
      if (runs > 1) return { release: undefined, error, isRefused };
      return { release: await readRevision(name, upgrading).catch(() => before), error, isRefused: true };
    }
    const release = await leftByHelm(name, from, error, upgrading);
    if (trouble === null || release === undefined || outside.signal.aborted) return { release, error, isRefused };
    if (release !== null && release.revision > from && release.status === "deployed")
      return { release, error: null, isRefused };
    // Its record could not be removed, and helm would be refused for it.
    if (release !== null && isPendingStatus(release.status)) return { release, error, isRefused };
    if (trouble === "internal") internal += 1;
    if (internal === mostInternal || deadline.left() < leastMs) return { release, error, isRefused };
    from = release?.revision ?? 0;
    const state = release === null ? "there is no release" : `revision ${from} is ${release.status}`;
    outside.log.info(`helm lost the API server (${error.message}); ${state}, and helm is run again.`);
  }
};

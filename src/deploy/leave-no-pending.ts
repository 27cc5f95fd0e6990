import type { OperatorError } from "../core/errors.ts";
import type { Outside } from "../outside/outside.ts";
import { type HelmOnCluster, isPendingStatus, type Revision, readRevision } from "../plan/release/helm-release.ts";
import { deleteReleaseRecord, readReleaseRecord } from "../plan/release/release-record.ts";
import type { ReleaseName } from "../stack/release-name.ts";

/**
 * The newest revision of a release after a helm of this run has ended. One that is pending, and newer than `from`, is
 * that helm's, for only one run has the lock: its record is removed, as the next run would do. Throws as `readRevision`
 * does.
 */
export const leaveNoPending = async (
  release: ReleaseName,
  from: number,
  on: HelmOnCluster,
): Promise<Revision | null> => {
  const now = await readRevision(release, on);
  if (now === null || now.revision <= from || !isPendingStatus(now.status)) return now;
  const record = await readReleaseRecord(now, on.cluster);
  if (record === null) return now;
  await deleteReleaseRecord(record, on.cluster);
  return readRevision(release, on);
};

/** Of a run that is ended: the runner kills it ten seconds after the first signal. */
const endedMs = 2500;

/**
 * The newest revision after a helm of this run has failed or was ended, pending ones removed as by `leaveNoPending`,
 * also where the run is being ended. Undefined where it cannot be found out, or where it is another run's by now. Not
 * for a helm that was refused because another one is at work: what is pending then is that one's.
 */
export const leftByHelm = async (
  release: ReleaseName,
  from: number,
  { reason }: OperatorError,
  { helm, cluster, outside }: HelmOnCluster & { readonly outside: Pick<Outside, "signal"> },
): Promise<Revision | null | undefined> => {
  if (reason === "locked") return undefined;
  const own = outside.signal.aborted ? { signal: AbortSignal.timeout(endedMs) } : {};
  return leaveNoPending(release, from, {
    helm: { ...helm, run: (args, options) => helm.run(args, { ...options, ...own }) },
    cluster: { ...cluster, kubectl: (args, options) => cluster.kubectl(args, { ...options, ...own }) },
  }).catch(() => undefined);
};

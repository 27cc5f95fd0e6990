import type { OnPending } from "../inputs.ts";
import { type Deadline, pause } from "../kubectl/deadline.ts";
import type { FormerHolder } from "../lock/lease/lease-record.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Helm } from "../outside/helm.ts";
import type { Outside } from "../outside/outside.ts";
import { pendingRefusal, planRecovery } from "../plan/order/pending-release.ts";
import { isPendingStatus, type Revision, readRevision } from "../plan/release/helm-release.ts";
import { deleteReleaseRecord, readReleaseRecord } from "../plan/release/release-record.ts";

const waitMs = 3000;

interface Recovering {
  readonly onPending: OnPending;
  /** Of the lock that this run holds. */
  readonly former: readonly FormerHolder[];
  readonly helm: Helm;
  readonly cluster: Cluster;
  readonly outside: Pick<Outside, "log" | "signal">;
  readonly deadline: Deadline;
}

/**
 * Brings a release to where helm can upgrade it, under the lock; answers its newest revision then, null where there is
 * none. Throws OperatorError `release-pending`, and as `readRevision` does.
 */
export const recoverRelease = async (release: Revision | null, recovering: Recovering): Promise<Revision | null> => {
  const { onPending, former, helm, cluster, outside, deadline } = recovering;
  let said = "";
  for (let now = release; ; ) {
    const record = now !== null && isPendingStatus(now.status) ? await readReleaseRecord(now, cluster) : null;
    const { recovery, refusal, step } = planRecovery(now, onPending, { record, former });
    if (refusal !== null) throw refusal;
    if (now === null || step === null) return now;
    if (recovery !== null && recovery !== said) outside.log.info(recovery);
    said = recovery ?? said;
    // Where somebody was faster, the next look tells what it is now.
    const removed = step === "remove" && record !== null && (await deleteReleaseRecord(record, cluster));
    if (!removed) {
      if (deadline.left() === 0) throw pendingRefusal(now, record !== null);
      await pause(Math.min(waitMs, deadline.left()), outside);
    }
    now = await readRevision(now, { helm, cluster });
  }
};

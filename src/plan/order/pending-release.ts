import { OperatorError } from "../../core/errors.ts";
import type { OnPending } from "../../inputs.ts";
import type { FormerHolder } from "../../lock/lease/lease-record.ts";
import { isPendingStatus, type Revision } from "../release/helm-release.ts";
import type { ReleaseRecord } from "../release/release-record.ts";

/** What is known of a pending revision. */
export interface PendingKnowledge {
  /** As `readReleaseRecord` answers it. */
  readonly record: ReleaseRecord | null;
  /** When runs held the lock and were ended, as the lock tells it. */
  readonly former: readonly FormerHolder[];
}

/** What has to be done to a release before helm can upgrade it; both null where nothing has to be. */
export interface RecoveryPlan {
  /** A sentence for whoever approves. */
  readonly recovery: string | null;
  readonly refusal: OperatorError | null;
  readonly step: "remove" | "wait" | null;
}

/**
 * Decides by the newest revision's status. `helm upgrade --install` takes a release that is deployed, failed,
 * superseded or uninstalled, and refuses any other; so do helm 3.22 and 4.3, tried one by one. A pending revision that
 * was made while one of our own runs held the lock, and was ended, is removed whatever `on-pending` says: nobody works
 * on it, for only one run has the lock.
 */
export const planRecovery = (
  release: Revision | null,
  onPending: OnPending,
  { record, former }: PendingKnowledge,
): RecoveryPlan => {
  if (release === null || upgradable.has(release.status)) return nothing;
  const { namespace, name, revision, status } = release;
  const which = `${namespace}/${name}`;
  const isPending = isPendingStatus(status);
  const own = isPending && record !== null ? former.find((holder) => wasAtWork(holder, record.createdAt)) : undefined;
  if (own !== undefined || (isPending && onPending === "rollback" && record !== null)) {
    const whose = own === undefined ? "another helm" : `the run ${own.run ?? "that held the lock"}`;
    return {
      ...nothing,
      step: "remove",
      recovery: `Revision ${revision} of the helm release ${which} is ${status}: ${whose} was ended at it. Its record is removed, and nothing else; helm goes on from the revision before.`,
    };
  }
  if (onPending === "wait" && (isPending || status === "uninstalling"))
    return {
      ...nothing,
      step: "wait",
      recovery: `Another helm works on the release ${which} (revision ${revision} is ${status}): it is waited for.`,
    };
  return { ...nothing, refusal: pendingRefusal(release, record !== null) };
};

const nothing: RecoveryPlan = { recovery: null, refusal: null, step: null };

/** Statuses from which helm goes on by itself. */
const upgradable: ReadonlySet<string> = new Set(["deployed", "failed", "superseded", "uninstalled"]);

/** Both are the API server's clock, one of them in whole seconds. */
const wasAtWork = ({ from, until }: FormerHolder, at: number): boolean => at >= from - 2000 && at <= until + 2000;

/** Each command was tried with helm 3.22 and 4.3, on a first revision and on a later one. */
export const pendingRefusal = (release: Revision, removable: boolean): OperatorError => {
  const { name, namespace, revision, status, updated } = release;
  const where = `${name} --namespace ${namespace}`;
  const back = `\`helm rollback ${where}\``;
  const away = `\`helm uninstall ${where}\`, which deletes what it installed`;
  const what = `The helm release ${namespace}/${name} is ${status.slice(0, 50)} (revision ${revision}, since ${updated})`;
  if (status === "uninstalling")
    return new OperatorError(
      "release-pending",
      `${what}: another helm removes it, or was ended while it did.`,
      `Wait for the other helm. If there is none, end its work with \`helm uninstall ${where}\`${revision > 1 ? `, or bring the release back with ${back}` : ""}, and deploy again. Nothing was changed.`,
    );
  const byHand = revision > 1 ? back : away;
  if (!isPendingStatus(status))
    return new OperatorError(
      "release-pending",
      `${what}: helm goes on from no such status.`,
      `Look at \`helm history ${where}\`; ${byHand} mends it. Then deploy again. Nothing was changed.`,
    );
  const byInput = removable
    ? "set the input on-pending to rollback, which removes the record of this revision and nothing else, or "
    : "";
  return new OperatorError(
    "release-pending",
    `${what}: another helm works on it, or was ended while it did.`,
    `Wait for the other deploy, or let this one wait with on-pending: wait. If there is none, ${byInput}run ${byHand}, and deploy again. Nothing was changed.`,
  );
};

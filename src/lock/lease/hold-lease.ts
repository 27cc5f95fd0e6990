import { setTimeout as sleep } from "node:timers/promises";
import { OperatorError } from "../../core/errors.ts";
import { noTime } from "../../kubectl/deadline.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { type LeaseApi, type LeaseRequest, lockNamespace } from "./lease-api.ts";
import { type LeaseContent, leaseBody, readLease } from "./lease-record.ts";
import type { LockTimes } from "./lease-verdict.ts";

/** A Lease that is being renewed. */
export interface HeldLease {
  /** Aborted with an OperatorError when it was lost, or not renewed for `stopAfterMs`. */
  readonly signal: AbortSignal;
  /** Stops renewing; a request under way is ended. Answers the object as the server had it last. */
  stop(): Promise<JsonObject>;
}

interface Holding {
  readonly api: LeaseApi;
  readonly content: LeaseContent;
  /** The object as it was acquired. */
  readonly body: JsonObject;
  readonly times: LockTimes;
  /** The API server's clock. */
  readonly clock: () => number;
}

/**
 * Renews a Lease until it is stopped, also while the run is being cancelled: what the run still does then is done under
 * the lock.
 */
export const holdLease = ({ api, content, body: acquired, times, clock }: Holding): HeldLease => {
  const lost = new AbortController();
  const stopped = new AbortController();
  const over = AbortSignal.any([lost.signal, stopped.signal]);
  let body = acquired;
  let trouble: unknown = null;
  const giveUp = (): void => lost.abort(notRenewed(api.name, times, trouble));
  let limit = setTimeout(giveUp, times.stopAfterMs).unref();

  const renew = async (): Promise<boolean> => {
    const renewedAt = clock();
    // Tried again from here, by the lock's own times.
    const request = { signal: over, timeoutMs: times.renewEveryMs, patience: noTime };
    const renewed = await put({ ...content, renewedAt }, request);
    if (renewed === null) return false;
    body = renewed;
    clearTimeout(limit);
    // Counted from before the request: that is what it says.
    limit = setTimeout(giveUp, Math.max(0, times.stopAfterMs - (clock() - renewedAt))).unref();
    return true;
  };

  /** Null where it has to be tried again, or was lost. */
  const put = async (renewed: LeaseContent, request: LeaseRequest): Promise<JsonObject | null> => {
    const answer = await api.replace(leaseBody(api.name, renewed, body), request);
    if (answer !== null) return answer;
    const now = await api.read(request);
    // Deleted by hand while this run lives: that must not let two deploy at once.
    if (now === null) return api.create(leaseBody(api.name, renewed, null), request);
    if (readLease(now).holder === content.holder) body = now;
    else lost.abort(takenAway(api.name, now));
    return null;
  };

  const renewing = (async (): Promise<void> => {
    for (let pauseMs = times.renewEveryMs; !over.aborted; ) {
      await sleep(pauseMs, undefined, { signal: over, ref: false });
      try {
        pauseMs = (await renew()) ? times.renewEveryMs : 0;
      } catch (thrown) {
        trouble = thrown;
        pauseMs = times.retryEveryMs;
      }
    }
  })().catch(() => {});

  return {
    signal: lost.signal,
    async stop() {
      clearTimeout(limit);
      stopped.abort();
      await renewing;
      return body;
    },
  };
};

const takenAway = (name: string, now: JsonObject): OperatorError => {
  const { holder, run } = readLease(now);
  return new OperatorError(
    "locked",
    `The lock (Lease ${lockNamespace}/${name}) was taken away from this run${holder === "" ? "" : `: ${run ?? holder} holds it`}. What this run was doing was stopped.`,
    "Let the other run end, then deploy again: what is applied already stays, and is found unchanged.",
  );
};

const notRenewed = (name: string, times: LockTimes, trouble: unknown): OperatorError => {
  const [reason, why] =
    trouble instanceof OperatorError && trouble.reason !== "cancelled"
      ? [trouble.reason, ` (${trouble.message})`]
      : (["cluster-unreachable", ""] as const);
  return new OperatorError(
    reason === "timeout" ? "cluster-unreachable" : reason,
    `The lock (Lease ${lockNamespace}/${name}) could not be renewed for ${Math.round(times.stopAfterMs / 1000)} s${why}. What this run was doing was stopped, before another run may take the lock over.`,
    "Deploy again once the API server answers: what is applied already stays, and is found unchanged.",
    { cause: trouble },
  );
};

import type { LeaseRecord } from "./lease-record.ts";

/** The times of a lock, in milliseconds. */
export interface LockTimes {
  /** How long it lasts after each renewal. */
  readonly lastsMs: number;
  readonly renewEveryMs: number;
  /** After a renewal that failed. */
  readonly retryEveryMs: number;
  /**
   * Whoever could not renew it for this long has stopped, well before anybody may take it over: helm gets 3 s to end,
   * and then the server must have finished what it was asked for.
   */
  readonly stopAfterMs: number;
  /** By how much the clocks of API servers, and our reading of them, may differ. */
  readonly skewMs: number;
  /** Longest that a lock is watched before it is taken over. */
  readonly watchAtMostMs: number;
  readonly watchEveryMs: number;
}

export const usualTimes: LockTimes = {
  lastsMs: 60_000,
  renewEveryMs: 15_000,
  retryEveryMs: 3000,
  stopAfterMs: 45_000,
  skewMs: 5000,
  watchAtMostMs: 75_000,
  watchEveryMs: 3000,
};

/**
 * What a Lease means for who wants it: `free`; `expired`, its holder is gone; `held`, for longer than anybody watches;
 * `doubtful`, expired only if it does not change for `watchMs`, `late` where a renewal was missed already; `senseless`,
 * for a person to judge.
 */
export type Verdict =
  | { readonly is: "free" }
  | { readonly is: "expired" }
  | { readonly is: "held" }
  | { readonly is: "senseless" }
  | { readonly is: "doubtful"; readonly watchMs: number; readonly late: boolean };

/**
 * `now` is the API server's clock, in which our own holders write: whether a lock has expired depends on no runner's.
 * A time that cannot be right, also one in the future, says nothing: then only that the record does not change for as
 * long as it says it lasts is a sign, as client-go's leader election takes it.
 */
export const judgeLease = (
  { holder, durationMs, renewedAt }: Pick<LeaseRecord, "holder" | "durationMs" | "renewedAt">,
  now: number,
  times: LockTimes,
): Verdict => {
  if (holder === "") return { is: "free" };
  if (durationMs === null) return { is: "senseless" };
  if (renewedAt === null || renewedAt > now + times.skewMs) {
    const watchMs = durationMs + times.skewMs;
    return watchMs > times.watchAtMostMs ? { is: "senseless" } : { is: "doubtful", watchMs, late: true };
  }
  const left = renewedAt + durationMs + times.skewMs - now;
  if (left <= 0) return { is: "expired" };
  if (left > times.watchAtMostMs) return { is: "held" };
  // One renewal may be late; after two the holder is probably gone.
  return { is: "doubtful", watchMs: left, late: now - renewedAt > 2 * times.renewEveryMs };
};

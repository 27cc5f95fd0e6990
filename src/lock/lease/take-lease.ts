import { isDeepStrictEqual } from "node:util";
import { OperatorError } from "../../core/errors.ts";
import { type Deadline, pause } from "../../kubectl/deadline.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { Outside } from "../../outside/outside.ts";
import { type LeaseApi, lockNamespace } from "./lease-api.ts";
import { expiredHolder, type LeaseContent, type LeaseRecord, leaseBody, readLease, tellTime } from "./lease-record.ts";
import { judgeLease, type LockTimes } from "./lease-verdict.ts";

/** What a Lease is taken with. */
export interface Taking {
  readonly api: LeaseApi;
  readonly mine: Omit<LeaseContent, "acquiredAt" | "renewedAt" | "transitions" | "former">;
  /** The API server's clock. */
  readonly clock: () => number;
  readonly times: LockTimes;
  readonly outside: Pick<Outside, "log" | "now" | "signal">;
  readonly release: { readonly name: string; readonly namespace: string };
  readonly patience: LockPatience;
}

/** Which holders are waited for, and how long. */
export interface LockPatience {
  /** Whether what a holder does comes before what this run does. `commit` is the Lease's, whoever wrote it. */
  readonly waitsFor: (commit: string) => Promise<boolean>;
  /** Of waiting for all of them. */
  readonly deadline: Deadline;
}

export interface TakenLease {
  readonly content: LeaseContent;
  readonly body: JsonObject;
}

/** Each time somebody else was faster; then that one holds it, and this is found out the next time. */
const mostAttempts = 5;

/**
 * Takes a Lease that is free, that is not there, or whose holder is gone; one that `patience` is for is waited for.
 * Throws OperatorError `locked`.
 */
export const takeLease = async (taking: Taking): Promise<TakenLease> => {
  const waited = openWait(taking);
  let seen: LeaseRecord | null = null;
  for (let attempt = 0; attempt < mostAttempts; ) {
    const body = await taking.api.read();
    seen = body === null ? null : readLease(body);
    // The server took it, and its answer was lost.
    if (seen?.holder === taking.mine.holder) return takenAlready(seen, taking);
    if (seen !== null && (await untilGone(seen, taking, waited)) === "look-again") continue;
    const taken = await take(seen, taking);
    if (taken !== null) return taken;
    attempt += 1;
  }
  throw lockedBy(seen, taking, "renewed");
};

/** Null where somebody was faster. */
const take = async (before: LeaseRecord | null, { api, mine, clock, outside }: Taking): Promise<TakenLease | null> => {
  const now = clock();
  const content: LeaseContent = {
    ...mine,
    acquiredAt: now,
    renewedAt: now,
    transitions: before === null ? 0 : Math.min(before.transitions + 1, 2 ** 31 - 1),
    former: before === null ? [] : [...expiredHolder(before, now), ...before.former],
  };
  const sent = leaseBody(api.name, content, before?.body ?? null);
  const body = before === null ? await api.create(sent) : await api.replace(sent);
  if (body !== null && before !== null && before.holder !== "")
    outside.log.info(`The lock of ${whose(before)} has expired, and was taken over.`);
  return body === null ? null : { content, body };
};

const takenAlready = (seen: LeaseRecord, { mine, clock }: Taking): TakenLease => {
  const now = clock();
  const { body, acquiredAt, renewedAt, transitions, former } = seen;
  return {
    body,
    content: { ...mine, acquiredAt: acquiredAt ?? now, renewedAt: renewedAt ?? now, transitions, former },
  };
};

/**
 * Resolves where the record may be replaced, or where it is another by now; throws `locked` where somebody is behind
 * it, or may be, who is not waited for. A holder at work renews its lock, and one that was killed just now does not:
 * whether it does is looked at first.
 */
const untilGone = async (seen: LeaseRecord, taking: Taking, waited: Wait): Promise<"gone" | "look-again"> => {
  const { clock, times, outside } = taking;
  const verdict = judgeLease(seen, clock(), times);
  if (verdict.is === "free" || verdict.is === "expired") return "gone";
  if (verdict.is === "senseless") throw lockedBy(seen, taking, "senseless");
  if (verdict.is === "held") {
    await waited(seen);
    return "look-again";
  }
  const seconds = Math.ceil(verdict.watchMs / 1000);
  outside.log.info(
    `The lock is held by ${whose(seen)}${verdict.late ? ", which does not renew it: watching it for" : ": watching whether it is renewed, for up to"} ${seconds} s.`,
  );
  const end = outside.now() + verdict.watchMs;
  while (outside.now() < end) {
    await pause(Math.min(times.watchEveryMs, Math.max(1, end - outside.now())), outside);
    const body = await taking.api.read();
    const now = body === null ? null : readLease(body);
    // Deleted or given back: whoever comes first takes it.
    if (now === null || now.holder === "") return "look-again";
    if (isDeepStrictEqual(now.body["spec"], seen.body["spec"])) continue;
    await waited(now);
    return "look-again";
  }
  return "gone";
};

/** Waits a little for a holder at work; throws `locked` where it is not waited for, or no longer. */
type Wait = (seen: LeaseRecord) => Promise<void>;

const tellEveryMs = 30_000;

const openWait = (taking: Taking): Wait => {
  const { patience, outside, times } = taking;
  const began = outside.now();
  let holder = "";
  let isWaitedFor = false;
  let told = Number.NEGATIVE_INFINITY;
  return async (seen) => {
    if (seen.holder !== holder) {
      isWaitedFor = seen.commit !== null && (await patience.waitsFor(seen.commit));
      holder = seen.holder;
      told = Number.NEGATIVE_INFINITY;
    }
    const left = patience.deadline.left();
    const waitedMs = outside.now() - began;
    if (!isWaitedFor || left === 0) throw lockedBy(seen, taking, "renewed", isWaitedFor ? waitedMs : 0);
    if (outside.now() - told >= tellEveryMs) {
      told = outside.now();
      outside.log.info(
        `Another run deploys an older commit, and this one waits for it: ${whose(seen)}, for ${Math.ceil(left / 1000)} s at most.`,
      );
    }
    await pause(Math.min(times.watchEveryMs, left), outside);
  };
};

/** Who holds a lock, as far as anybody said it. */
const whose = ({ holder, run }: LeaseRecord): string => (run === null ? holder : `${run} (${holder})`);

const lockedBy = (
  seen: LeaseRecord | null,
  { api, release, times }: Pick<Taking, "api" | "release" | "times">,
  why: "renewed" | "senseless",
  waitedMs = 0,
): OperatorError => {
  const what = `release ${release.namespace}/${release.name}`;
  if (seen === null)
    return new OperatorError("locked", `Other runs are taking the lock of ${what}.`, "Wait for them, then run again.");
  const { acquiredAt, renewedAt, durationMs, reason, commit } = seen;
  const purpose = [reason, commit === null ? null : `commit ${commit}`].filter((part) => part !== null).join(", ");
  const since = `since ${tellTime(acquiredAt)}, renewed last at ${tellTime(renewedAt)}`;
  if (why === "renewed")
    return new OperatorError(
      "locked",
      `Another run is at work on ${what}: ${whose(seen)}${purpose === "" ? "" : `, for ${purpose}`}, ${since}.${waitedMs === 0 ? "" : ` It was waited for, ${Math.round(waitedMs / 1000)} s.`}`,
      `Wait until it has ended, then run again. If it was killed, its lock expires by itself ${Math.ceil((durationMs ?? times.lastsMs) / 1000)} s after the last renewal. Nothing was changed.`,
    );
  return new OperatorError(
    "locked",
    `The lock of ${what} (Lease ${lockNamespace}/${api.name}) is held by ${whose(seen)}, ${since}, for ${durationMs === null ? "?" : durationMs / 1000} s: no run of this action writes such times, so nobody can tell when it expires.`,
    `If nobody deploys this release now, delete it: \`kubectl delete lease ${api.name} --namespace=${lockNamespace}\`. Nothing was changed.`,
  );
};

import { isDeepStrictEqual } from "node:util";
import { OperatorError } from "../../core/errors.ts";
import { pause } from "../../kubectl/deadline.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { Outside } from "../../outside/outside.ts";
import { type LeaseApi, lockNamespace } from "./lease-api.ts";
import { expiredHolder, type LeaseContent, type LeaseRecord, leaseBody, readLease, tellTime } from "./lease-record.ts";
import { judgeLease, type LockTimes } from "./lease-verdict.ts";

interface Taking {
  readonly api: LeaseApi;
  readonly mine: Omit<LeaseContent, "acquiredAt" | "renewedAt" | "transitions" | "former">;
  /** The API server's clock. */
  readonly clock: () => number;
  readonly times: LockTimes;
  readonly outside: Pick<Outside, "log" | "now" | "signal">;
  readonly release: { readonly name: string; readonly namespace: string };
}

export interface TakenLease {
  readonly content: LeaseContent;
  readonly body: JsonObject;
}

/** Each time somebody else was faster; then that one holds it, and this is found out the next time. */
const mostAttempts = 5;

/** Takes a Lease that is free, that is not there, or whose holder is gone. Throws OperatorError `locked`. */
export const takeLease = async (taking: Taking): Promise<TakenLease> => {
  let seen: LeaseRecord | null = null;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const body = await taking.api.read();
    seen = body === null ? null : readLease(body);
    if (seen !== null) await untilGone(seen, taking);
    const taken = await take(seen, taking);
    if (taken !== null) return taken;
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

/** Resolves where the record may be replaced; throws `locked` where somebody is behind it, or may be. */
const untilGone = async (seen: LeaseRecord, taking: Taking): Promise<void> => {
  const { clock, times, outside } = taking;
  const verdict = judgeLease(seen, clock(), times);
  if (verdict.is === "free" || verdict.is === "expired") return;
  if (verdict.is === "held") throw lockedBy(seen, taking, "renewed");
  if (verdict.is === "senseless") throw lockedBy(seen, taking, "senseless");
  outside.log.info(
    `The lock is held by ${whose(seen)}, which does not renew it: watching it for ${Math.ceil(verdict.watchMs / 1000)} s.`,
  );
  const end = outside.now() + verdict.watchMs;
  while (outside.now() < end) {
    await pause(Math.min(times.watchEveryMs, Math.max(1, end - outside.now())), outside);
    const body = await taking.api.read();
    const now = body === null ? null : readLease(body);
    // Deleted or given back: whoever comes first takes it.
    if (now === null || now.holder === "") return;
    if (!isDeepStrictEqual(now.body["spec"], seen.body["spec"])) throw lockedBy(now, taking, "renewed");
  }
};

/** Who holds a lock, as far as anybody said it. */
const whose = ({ holder, run }: LeaseRecord): string => (run === null ? holder : `${run} (${holder})`);

const lockedBy = (
  seen: LeaseRecord | null,
  { api, release, times }: Pick<Taking, "api" | "release" | "times">,
  why: "renewed" | "senseless",
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
      `Another run is at work on ${what}: ${whose(seen)}${purpose === "" ? "" : `, for ${purpose}`}, ${since}.`,
      `Wait until it has ended, then run again. If it was killed, its lock expires by itself ${Math.ceil((durationMs ?? times.lastsMs) / 1000)} s after the last renewal. Nothing was changed.`,
    );
  return new OperatorError(
    "locked",
    `The lock of ${what} (Lease ${lockNamespace}/${api.name}) is held by ${whose(seen)}, ${since}, for ${durationMs === null ? "?" : durationMs / 1000} s: no run of this action writes such times, so nobody can tell when it expires.`,
    `If nobody deploys this release now, delete it: \`kubectl delete lease ${api.name} --namespace=${lockNamespace}\`. Nothing was changed.`,
  );
};

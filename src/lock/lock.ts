import { randomUUID } from "node:crypto";
import { OperatorError } from "../core/errors.ts";
import { deadlineIn } from "../kubectl/deadline.ts";
import { stampOf } from "../kubectl/stamp.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { type HeldLease, holdLease } from "./lease/hold-lease.ts";
import { type LeaseApi, type LeaseRequest, leaseApi, lockNamespace } from "./lease/lease-api.ts";
import { expiredHolder, type FormerHolder, type LeaseContent, leaseBody, readLease } from "./lease/lease-record.ts";
import { type LockTimes, usualTimes } from "./lease/lease-verdict.ts";
import { type LockPatience, type Taking, takeLease } from "./lease/take-lease.ts";

/** The right to change a release, while no other run has it. */
export interface Lock {
  /** `Lease default/prometheus-stack-action.<namespace>.<release>`. */
  readonly name: string;
  /**
   * Aborted with an OperatorError (`locked`, `cluster-unreachable`, `unauthorized`) when the lock was lost, or may soon
   * be: whatever writes must end then, see `endingWith`.
   */
  readonly signal: AbortSignal;
  /**
   * When earlier runs held it that were ended, cancelled or killed; newest first, at most ten. A release that one of
   * them left pending is ours to mend.
   */
  readonly former: readonly FormerHolder[];
  /** Counts how often the lock was taken: another one than a plan was told says that somebody deployed since. */
  readonly turn: number;
  /**
   * Gives the lock back, and answers whether that went well; what cannot be given back expires. Never throws, and takes
   * at most 2 s where the run is being cancelled, else 10 s. `isUnfinished`: what this run began may be pending still,
   * and whoever comes next has to know whose it is.
   */
  release(how?: { readonly isUnfinished: boolean }): Promise<boolean>;
}

export interface LockRequest {
  readonly cluster: Pick<Cluster, "kubectl" | "server">;
  readonly outside: Pick<Outside, "env" | "log" | "now" | "signal">;
  readonly release: { readonly name: string; readonly namespace: string };
  /** What the lock is for, e.g. `deploy`; whoever finds it held is told. */
  readonly reason: string;
  readonly times?: LockTimes;
  /** Default: nobody is waited for. */
  readonly patience?: LockPatience;
}

/**
 * Takes the lock of a release: a Lease (coordination.k8s.io/v1) that is renewed until it is given back, and taken over
 * from a holder only when that has expired. All of it by the API server's clock, whatever the runners' say.
 *
 * The Lease is in the namespace `default` always. Two first installs must meet at one place, and the release's
 * namespace is not there before the first; moving the lock once it is would leave a moment with two. `default` is in
 * every cluster and cannot be deleted (kube-apiserver's NamespaceLifecycle), and nothing of the system is in it, as is
 * in kube-system. What it takes is a Role there: `create` on leases, `get` and `update` on this one by its name.
 *
 * Throws OperatorError `locked` where another run holds it, `unauthorized`, `cluster-unreachable`, `cancelled` or
 * `apply-failed`.
 */
export const acquireLock = async (request: LockRequest): Promise<Lock> => {
  const { cluster, outside, release, reason, times = usualTimes, patience = impatience } = request;
  const api = leaseApi(cluster, lockName(release));
  const clock = await serverClock(api, outside);
  const mine = {
    holder: holderOf(outside.env),
    durationMs: times.lastsMs,
    stamp: stampOf(outside.env),
    reason,
  };
  const taking = { api, mine, clock, times, outside, release, patience };
  const taken = await takeLease(taking).catch(async (thrown) => {
    if (!(thrown instanceof OperatorError && thrown.reason === "locked")) await leaveUntaken(taking);
    throw thrown;
  });
  const held = holdLease({ api, ...taken, times, clock });
  let given: Promise<boolean> | undefined;
  return {
    name: `Lease ${lockNamespace}/${api.name}`,
    signal: held.signal,
    former: taken.content.former,
    turn: taken.content.transitions,
    release: ({ isUnfinished } = { isUnfinished: false }) => {
      given ??= giveBack(held, { ...taken.content, isUnfinished }, { api, clock, outside });
      return given;
    },
  };
};

const impatience: LockPatience = { waitsFor: async () => false, deadline: { left: () => 0 } };

/** What a lock tells of those who held it before. */
export interface LockHistory extends Pick<Lock, "former" | "turn"> {
  /**
   * Who has it now, as far as anybody said it; null where nobody does. What was read of the cluster while somebody had
   * it may be void when that one has ended, whatever the turn.
   */
  readonly holder: string | null;
}

/**
 * What whoever takes the lock next would be told, and which turn that would be: for a plan, which takes none. Throws as
 * `acquireLock` does, but for `locked`.
 */
export const readLockHistory = async ({
  cluster,
  release,
}: Pick<LockRequest, "cluster" | "release">): Promise<LockHistory> => {
  const body = await leaseApi(cluster, lockName(release)).read();
  if (body === null) return { former: [], turn: 0, holder: null };
  const record = readLease(body);
  const { holder, run, former, transitions } = record;
  return {
    former: [...expiredHolder(record, Number.POSITIVE_INFINITY), ...former],
    turn: transitions + 1,
    holder: holder === "" ? null : (run ?? holder),
  };
};

/**
 * The name of a release's Lease: at most 141 of the 253 characters that a name may have. A namespace has no dot, so no
 * two releases share one.
 */
export const lockName = ({ name, namespace }: LockRequest["release"]): string =>
  `prometheus-stack-action.${namespace}.${name}`;

/** The API server's clock, by one answer and by what has passed since; it is right within a second or two. */
const serverClock = async (api: LeaseApi, { now }: Pick<Outside, "now">): Promise<() => number> => {
  const time = await api.serverTime();
  if (!Number.isFinite(time))
    throw new OperatorError(
      "apply-failed",
      `The API server does not say what time it is: its answer for a Lease in namespace ${lockNamespace} has no creationTimestamp.`,
      "Nothing was changed. Look for a proxy or a webhook that changes its answers.",
    );
  const at = now();
  return () => Math.round(time + 500 + now() - at);
};

/** A run that is started again is another holder than before, also where GitHub counts it as the same attempt. */
const holderOf = (env: Outside["env"]): string => {
  const [run, attempt] = [env["GITHUB_RUN_ID"], env["GITHUB_RUN_ATTEMPT"]].map((text) =>
    text !== undefined && /^\d{1,20}$/.test(text) ? text : null,
  );
  const whose = run === null || run === undefined ? "local" : `run-${run}${attempt ? `-${attempt}` : ""}`;
  return `${whose}-${randomUUID()}`;
};

const usualReleaseMs = 10_000;
const cancelledReleaseMs = 2000;

/**
 * The holder is emptied: never by deleting, and never another's. A run that was ended leaves when it was at work: its
 * helm may have been killed. One that came to its own end leaves nothing, for what is pending then is not its.
 */
const giveBack = async (
  held: HeldLease,
  { isUnfinished, ...content }: LeaseContent & { readonly isUnfinished: boolean },
  { api, clock, outside }: { readonly api: LeaseApi; readonly clock: () => number } & Pick<LockRequest, "outside">,
): Promise<boolean> => {
  const request = lastRequest(outside);
  try {
    const last = await held.stop();
    const now = clock();
    const run = Object.entries(content.stamp).find(([name]) => name.endsWith("/run"))?.[1] ?? null;
    const wasEnded = outside.signal.aborted || held.signal.aborted || isUnfinished;
    const ended = wasEnded ? [{ run, from: content.acquiredAt, until: now }] : [];
    const free: LeaseContent = { ...content, holder: "", renewedAt: now, former: [...ended, ...content.former] };
    const give = (before: JsonObject) => api.replace(leaseBody(api.name, free, before), request);
    if ((await give(last)) !== null) return true;
    const changed = await api.read(request);
    if (changed === null || readLease(changed).holder !== content.holder) return true;
    return (await give(changed)) !== null;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    outside.log.info(
      `Lease ${lockNamespace}/${api.name} could not be given back (${why}); it expires ${Math.ceil(content.durationMs / 1000)} s after its last renewal.`,
    );
    return false;
  }
};

const lastRequest = ({ signal, now }: Pick<LockRequest["outside"], "signal" | "now">): LeaseRequest => {
  const timeoutMs = signal.aborted ? cancelledReleaseMs : usualReleaseMs;
  return { signal: AbortSignal.timeout(timeoutMs), timeoutMs, patience: deadlineIn(timeoutMs, now) };
};

/** A request for the lock may have gone well although nobody heard the answer: then the lock is given back. */
const leaveUntaken = async ({ api, mine, outside, clock }: Taking): Promise<void> => {
  const request = lastRequest(outside);
  try {
    const body = await api.read(request);
    if (body === null) return;
    const seen = readLease(body);
    if (seen.holder !== mine.holder) return;
    const now = clock();
    const times = { acquiredAt: seen.acquiredAt ?? now, renewedAt: now };
    const free = { ...mine, ...times, holder: "", transitions: seen.transitions, former: seen.former };
    await api.replace(leaseBody(api.name, free, body), request);
  } catch {
    // It expires.
  }
};

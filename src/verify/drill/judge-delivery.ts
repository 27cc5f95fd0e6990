import type { Rise } from "./counters.ts";
import type { Attribution, DrillVerdict } from "./drill-report.ts";

/** How long Alertmanager may take beyond `group_wait` to begin a notification and have it answered, in milliseconds. */
export const marginMs = 15_000;
/** The least time that Alertmanager tries for, whatever `group_interval` says (notify.MinTimeout). */
const leastTriedMs = 10_000;
/** Where `group_interval` is no longer than this, a failing receiver is waited for until the reason is counted. */
const longestForReasonMs = 20_000;

/** What one look shows of one route of a drill. */
export interface Delivery {
  /** Milliseconds from the post to the look. */
  readonly sinceMs: number;
  readonly waitMs: number;
  readonly intervalMs: number;
  /** From the post to the first look that showed a notification begun; null: none is. */
  readonly begunMs: number | null;
  /** Whether its group was there before it: then no `group_wait` tells its notification from others. */
  readonly joined: boolean;
  /**
   * For each kind of integration: how many of it have to notify, and the rise since the post and since `group_wait`.
   */
  readonly parts: readonly Part[];
  readonly attribution: Attribution;
  /** Receivers that are counted together with this one. */
  readonly sharers: readonly string[];
  /** Other alerts that fire now at any of these receivers. */
  readonly others: number;
  /** An alert of an earlier drill that Alertmanager may still be trying to deliver, counted together with this one. */
  readonly stillTried: string | null;
  /** Time intervals that mute it now. */
  readonly mutedBy: readonly string[];
  /** Whether `verify-timeout` is over. */
  readonly isLast: boolean;
}

interface Part {
  readonly integration: string;
  readonly needed: number;
  readonly all: Rise;
  readonly due: Rise;
}

/** What is made of it; `why` is a sentence. */
export interface Judgement {
  readonly verdict: DrillVerdict;
  readonly why: string;
}

const succeeded = ({ requests, failedRequests }: Rise): number => requests - failedRequests;

/**
 * Judges one look; null: wait. A notification is proved by a request that was answered well. One that was begun proves
 * nothing: Alertmanager tries again for as long as `group_interval` before it counts it as failed.
 */
export const judgeDelivery = (seen: Delivery): Judgement | null => {
  const { parts, attribution, others } = seen;
  const onTime = parts.every(({ needed, due }) => succeeded(due) >= needed);
  const ever = parts.every(({ needed, all }) => succeeded(all) >= needed);
  if (onTime || (ever && (seen.joined || (attribution !== "shared" && others === 0)))) return success(seen);
  const failed = parts.flatMap(({ all, integration, needed }) =>
    succeeded(all) >= needed ? [] : all.failed.map(({ reason }) => `${integration}: ${reason ?? "no reason is told"}`),
  );
  if (failed.length > 0 && attribution !== "shared") return givenUp(seen, failed);
  if (seen.mutedBy.length > 0)
    return {
      verdict: "cannot-be-told",
      why: `The route is mute now by its time intervals: ${seen.mutedBy.join(", ")}.`,
    };
  if (seen.sinceMs < limitOf(seen) && !seen.isLast) return null;
  return lastWord(seen, { ever, failed });
};

/** Milliseconds after the post at which nothing more is waited for. */
export const limitOf = ({
  parts,
  waitMs,
  intervalMs,
  begunMs,
}: Pick<Delivery, "parts" | "waitMs" | "intervalMs" | "begunMs">): number => {
  // A group that is there already, e.g. of a drill some minutes ago, is notified when its interval is over.
  if (begunMs === null) return Math.max(waitMs, intervalMs) + marginMs;
  const from = Math.max(waitMs, begunMs);
  const isFailing = parts.some(({ all }) => all.failedRequests > 0);
  const triedMs = Math.max(intervalMs, leastTriedMs);
  return from + (isFailing && triedMs <= longestForReasonMs ? triedMs + marginMs / 3 : marginMs);
};

const success = (seen: Delivery): Judgement => {
  const { parts, attribution, sharers, others, stillTried } = seen;
  const refused = parts.reduce((total, { due }) => total + due.failedRequests, 0);
  const together = `${kindsOf(parts)} of ${sharers.join(", ")} are counted together`;
  if (attribution === "shared" && stillTried !== null)
    return {
      verdict: "cannot-be-told",
      why: `A notification was delivered, and it may have been that of ${stillTried}, which Alertmanager may still be trying: ${together}.`,
    };
  if (attribution === "shared" && refused > 0)
    return {
      verdict: "cannot-be-told",
      why: `A notification was delivered, and ${counted(refused, "request")} failed in the same time: ${together}, so that nothing tells whose they were.`,
    };
  const again = refused > 0 ? ` after ${counted(refused, "failed request")}` : "";
  const doubt =
    others > 0
      ? ` ${counted(others, "other alert")} fired at ${attribution === "shared" ? together.replace(/ are counted.*/, "") : "this receiver"} meanwhile: a notification of these would look the same.`
      : attribution === "shared"
        ? ` It is counted for ${kindsOf(parts)} as a whole, and nothing else fired at ${sharers.join(", ")}.`
        : "";
  return {
    verdict: "delivered",
    why: `Alertmanager's ${kindsOf(parts)} was answered well${again}.${seen.joined ? " Its group was there already, which is told of more after group_interval." : ""}${doubt}`,
  };
};

const givenUp = ({ parts }: Delivery, failed: readonly string[]): Judgement => ({
  verdict: "not-delivered",
  why: `Alertmanager gave the notification up (${failed.join(", ")}) after ${failedText(parts)}.`,
});

const lastWord = (
  seen: Delivery,
  { ever, failed }: { readonly ever: boolean; readonly failed: readonly string[] },
): Judgement => {
  const { parts, attribution, sharers, waitMs, intervalMs, sinceMs, isLast } = seen;
  const some = parts.some(({ all, needed }) => succeeded(all) > 0 && succeeded(all) < needed);
  if (ever)
    return {
      verdict: "cannot-be-told",
      why: `A notification was delivered before group_wait (${seconds(waitMs)}) was over, so that it was another's, or the group was there already.`,
    };
  if (some && attribution === "shared")
    return {
      verdict: "cannot-be-told",
      why: `Fewer notifications were delivered than ${sharers.join(", ")} together have to have.`,
    };
  if (failed.length > 0) return givenUp(seen, failed);
  if (parts.some(({ all }) => all.failedRequests > 0))
    return {
      verdict: "not-delivered",
      why: `${failedText(parts)}, and none was answered well; Alertmanager still tries, and counts a reason only when it gives up: its log has the error.`,
    };
  const begun = seen.begunMs !== null;
  if (isLast && sinceMs < limitOf(seen))
    return {
      verdict: "cannot-be-told",
      why: begun
        ? `verify-timeout was over ${seconds(sinceMs)} after the post, while the receiver was being told.`
        : `verify-timeout was over ${seconds(sinceMs)} after the post, and no notification was begun. Where the group was there already, e.g. by a drill some minutes ago, Alertmanager tells of more only every group_interval (${seconds(intervalMs)}).`,
    };
  return {
    verdict: "not-delivered",
    why: begun
      ? `A notification was begun, and the receiver had not answered ${seconds(sinceMs)} after the post.`
      : `Alertmanager began no notification in ${seconds(sinceMs)}; group_wait is ${seconds(waitMs)}.`,
  };
};

const failedText = (parts: readonly Part[]): string => {
  const failing = parts.filter(({ all }) => all.failedRequests > 0);
  return failing.length === 0
    ? "no request that was answered"
    : failing
        .map(({ integration, all }) => `${counted(all.failedRequests, `failed ${integration} request`)}`)
        .join(", ");
};

const kindsOf = (parts: readonly Part[]): string => parts.map(({ integration }) => integration).join(", ");
const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

import type { Labels } from "../../kubernetes/labels.ts";

/** `cannot-be-told`: nothing that may be asked proves either. */
export const drillVerdicts = ["delivered", "not-delivered", "cannot-be-told"] as const;
export type DrillVerdict = (typeof drillVerdicts)[number];

/**
 * Whose the counted notifications are: `receiver`: Alertmanager counts by receiver; `integration`: it counts by kind of
 * integration, and no other receiver has one of these; `shared`: another one has.
 */
export type Attribution = "receiver" | "integration" | "shared";

/** Notifications that failed for good, by the reason that Alertmanager counts them under; null: it tells none. */
export interface FailedNotifications {
  readonly reason: string | null;
  readonly count: number;
}

/** A route of Alertmanager that GPU alerts take, and what became of the alert that stood for them. */
export interface DrilledRoute {
  readonly alertmanager: string;
  /** Its matchers from the first route on. */
  readonly route: string;
  readonly receiver: string;
  /** Kinds of its integrations; none where it notifies nobody. */
  readonly integrations: readonly string[];
  /** GPU alerts that take it with the labels that they were given. */
  readonly alerts: readonly string[];
  /** The one that was posted; null where none was. */
  readonly posted: {
    readonly alert: string;
    readonly labels: Labels;
    /** Where the values came from that the rule does not state; a clause. */
    readonly sample: string;
    /** ISO 8601, UTC. */
    readonly at: string;
    /** When it ends by itself, should nobody end it. */
    readonly endsAt: string;
    /** When it was ended; null where that failed. */
    readonly endedAt: string | null;
    /** Receivers that Alertmanager's API names for it; null: it never showed the alert. */
    readonly receivers: readonly string[] | null;
    /** Whether its group was there already: then it is told after `group_interval`, and not after `group_wait`. */
    readonly joinedGroup: boolean;
  } | null;
  /** Null: the loaded configuration is not known. */
  readonly groupWaitSeconds: number | null;
  /** From the post to the first look that showed the notification; looks are a second apart. */
  readonly deliveredAfterSeconds: number | null;
  /** How far Alertmanager's counters rose meanwhile; null where they cannot be read, or nothing was posted. */
  readonly counted: {
    readonly attribution: Attribution;
    readonly notifications: number;
    readonly requests: number;
    readonly failedRequests: number;
    readonly failed: readonly FailedNotifications[];
  } | null;
  /** Silences, inhibiting alerts and time intervals that would swallow a real one; clauses. */
  readonly swallowedBy: readonly string[];
  readonly verdict: DrillVerdict;
  /** A sentence with its full stop. */
  readonly why: string;
}

/** What the delivery drill has shown. */
export interface DrillReport {
  /** Whether no route is `not-delivered`. */
  readonly passed: boolean;
  /** Who drilled, as the alerts said. */
  readonly by: string;
  readonly waitedMs: number;
  readonly requests: number;
  readonly routes: readonly DrilledRoute[];
  /** Sentences: what was not drilled, and what is not sure. */
  readonly notes: readonly string[];
}

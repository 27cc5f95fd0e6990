import { allDone } from "../../core/all-done.ts";
import { type ExposedSample, readSamples } from "../reach/metrics-text.ts";
import type { Reader } from "../reach/reader.ts";
import type { FailedNotifications } from "./drill-report.ts";

/**
 * What Alertmanager counts of notifications. `notifications_total` rises when one is begun,
 * `notifications_failed_total` when it is given up, which for an error that may pass takes until the next notification
 * of its group is due; each attempt counts in `notification_requests_total` as soon as it is answered
 * (notify/notify.go, RetryStage).
 */
const metrics = {
  begun: "alertmanager_notifications_total",
  failed: "alertmanager_notifications_failed_total",
  requests: "alertmanager_notification_requests_total",
  failedRequests: "alertmanager_notification_requests_failed_total",
} as const;

/** The counters of all replicas at one moment, or why they cannot be read. */
export type CounterReading =
  | {
      readonly ok: true;
      /** Milliseconds of the run's clock, when the last answer was there. */
      readonly at: number;
      readonly samples: ReadonlyMap<string, readonly ExposedSample[]>;
      /** Whether they are counted by receiver, which the feature flag `receiver-name-in-metrics` does. */
      readonly byReceiver: boolean;
    }
  | { readonly ok: false; readonly why: string };

/** What is counted together: a kind of integration, of one receiver where they are counted so. */
export interface CounterKey {
  readonly integration: string;
  readonly receiver: string | null;
}

/** By how much they rose between two readings, all replicas together. */
export interface Rise {
  readonly notifications: number;
  readonly requests: number;
  readonly failedRequests: number;
  readonly failed: readonly FailedNotifications[];
}

/** Reads the counters of all replicas. */
export const readCounters = async (replicas: readonly Reader[], now: () => number): Promise<CounterReading> => {
  const answers = await allDone(
    replicas.map(async (replica) => ({ replica, answer: await replica.ask({ path: "/metrics" }) })),
  );
  const samples = new Map<string, readonly ExposedSample[]>();
  for (const { replica, answer } of answers) {
    if (answer.status === null) return { ok: false, why: answer.why };
    if (answer.status !== 200) return { ok: false, why: `${replica.where} answers ${answer.status} for /metrics` };
    const read = readSamples(answer.text, Object.values(metrics));
    if (!read.some(({ name }) => name === metrics.requests))
      return { ok: false, why: `${replica.where} counts no requests of notifications: it is older than 0.22` };
    samples.set(replica.where, read);
  }
  const all = [...samples.values()].flat();
  return { ok: true, at: now(), samples, byReceiver: all.some(({ labels }) => labels["receiver_name"] !== undefined) };
};

/** The rise of what a key names. A counter that fell has begun anew. */
export const riseOf = (
  before: Extract<CounterReading, { ok: true }>,
  after: Extract<CounterReading, { ok: true }>,
  key: CounterKey,
): Rise => {
  const sum = (name: string): number => risesOf(before, after, key, name).reduce((total, { rise }) => total + rise, 0);
  const failed = Map.groupBy(risesOf(before, after, key, metrics.failed), ({ labels }) => labels["reason"] ?? null);
  return {
    notifications: sum(metrics.begun),
    requests: sum(metrics.requests),
    failedRequests: sum(metrics.failedRequests),
    failed: [...failed].flatMap(([reason, rises]) => {
      const count = rises.reduce((total, { rise }) => total + rise, 0);
      return count === 0 ? [] : [{ reason, count }];
    }),
  };
};

const risesOf = (
  before: Extract<CounterReading, { ok: true }>,
  after: Extract<CounterReading, { ok: true }>,
  { integration, receiver }: CounterKey,
  name: string,
): readonly { readonly labels: ExposedSample["labels"]; readonly rise: number }[] =>
  [...after.samples].flatMap(([replica, samples]) =>
    samples
      .filter(
        (one) =>
          one.name === name &&
          one.labels["integration"] === integration &&
          (receiver === null || one.labels["receiver_name"] === receiver),
      )
      .map(({ labels, value }) => {
        const id = JSON.stringify(labels);
        const former = before.samples
          .get(replica)
          ?.find((one) => one.name === name && JSON.stringify(one.labels) === id);
        const start = former?.value ?? 0;
        return { labels, rise: value < start ? value : value - start };
      }),
  );

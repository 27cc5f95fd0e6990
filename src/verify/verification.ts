import type { ResourceRef } from "../core/finding.ts";
import type { HopName, HopStatus, Signal } from "../signal/path/signal-path.ts";

/**
 * What the cluster shows of one condition. `not-seen`: it does not hold, also after waiting; `cannot-be-seen`: nothing
 * that may be asked tells, or an earlier hop keeps it from being seen.
 */
export const sights = ["seen", "not-seen", "cannot-be-seen"] as const;
export type Sight = (typeof sights)[number];

/**
 * One condition of a signal's way, as the files promise it and as the cluster shows it. `arrives` is the way as a
 * whole: samples in Prometheus, a notification at the receiver, the dashboard in Grafana.
 */
export interface ObservedHop {
  readonly hop: HopName | "arrives";
  /** Null: nothing was predicted. */
  readonly predicted: HopStatus | null;
  readonly observed: Sight;
  /** Null: one of the two says nothing, so that there is nothing to compare. */
  readonly agrees: boolean | null;
  /** What was seen and where, or why it cannot be seen; a sentence with its full stop. */
  readonly what: string;
}

/** The way of one signal, seen. */
export interface ObservedPath {
  readonly signal: Signal;
  readonly subject: string;
  readonly resource: ResourceRef;
  /**
   * Not seen where a hop is not, else seen where one is; it cannot be seen where none is, and where nothing tells
   * whether the signal arrives, or Prometheus has the alert's rule.
   */
  readonly sight: Sight;
  readonly hops: readonly ObservedHop[];
}

/** Conditions that no single signal has, by what they are of. */
export const conditionNames = [
  "operator-reconciles",
  "prometheus-loads-configuration",
  "prometheus-evaluates-rules",
  "prometheus-stores-samples",
  "targets-are-up",
  "scrapes-are-recent",
  "clocks-agree",
  "gpus-are-counted",
  "alertmanager-loads-configuration",
  "prometheus-reaches-alertmanager",
  "watchdog-is-delivered",
  "notifications-succeed",
  "alerts-are-not-silenced",
  "grafana-answers",
  "grafana-loads-provisioning",
  "datasource-answers",
] as const;
export type ConditionName = (typeof conditionNames)[number];

/** One of them, of one subject. */
export interface Condition {
  readonly condition: ConditionName;
  /** E.g. `Prometheus monitoring/prometheus-stack-kube-prom-prometheus`, `Node gpu-1`. */
  readonly subject: string;
  readonly sight: Sight;
  /** A sentence with its full stop. */
  readonly what: string;
  /** Where to look next; null where all is well. */
  readonly hint: string | null;
}

/** The same while it is looked at: what has many parts may lack it the more. */
export interface SeenCondition extends Condition {
  /** Parts that lack it, e.g. targets that are down; 1 by default. */
  readonly lacking?: number;
}

/**
 * The GPUs of one node: what Kubernetes has to give, what it holds back because its device plugin finds it ill, and
 * whose metrics Prometheus has. MIG slices count apart.
 */
export interface NodeGpus {
  readonly node: string;
  readonly allocatable: number;
  readonly unhealthy: number;
  readonly exported: number;
  readonly migAllocatable: number;
  readonly migUnhealthy: number;
  readonly migExported: number;
}

/** An alert that fires, by its name and labels. */
export interface FiringAlert {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** When it began, RFC 3339. */
  readonly since: string;
}

/** A requirement of CNCF's AI Conformance, and what shows that the stack meets it. */
export interface ConformanceEvidence {
  readonly requirement: "accelerator_metrics" | "ai_service_metrics";
  readonly met: boolean | null;
  /** Series that are there now, one a kind of metric. */
  readonly series: readonly { readonly metric: string; readonly count: number; readonly job: string }[];
  /** Why it is met, is not, or cannot be told. */
  readonly what: string;
}

/** What verify saw. */
export interface VerifyReport {
  /** Whether nothing is `not-seen`. */
  readonly passed: boolean;
  /** Milliseconds until all was seen, or until the time was up. */
  readonly waitedMs: number;
  /** Requests that the last look took; a look is repeated until all is seen. */
  readonly requests: number;
  readonly looks: number;
  readonly paths: readonly ObservedPath[];
  readonly conditions: readonly Condition[];
  /** Null: no node has GPUs, or nodes cannot be read (a condition says which). */
  readonly gpus: readonly NodeGpus[] | null;
  readonly alerts: {
    /** Those of before the deploy; null where nobody looked. */
    readonly before: readonly FiringAlert[] | null;
    readonly firing: readonly FiringAlert[];
  } | null;
  readonly conformance: readonly ConformanceEvidence[];
}

/** A hop as it was seen, beside its prediction. */
export const observedHop = (
  hop: ObservedHop["hop"],
  predicted: HopStatus | null,
  observed: Sight,
  what: string,
): ObservedHop => {
  const silent = predicted === null || predicted === "unknown" || observed === "cannot-be-seen";
  return { hop, predicted, observed, agrees: silent ? null : (predicted === "ok") === (observed === "seen"), what };
};

/** The sight of a whole from its parts. */
export const sightOf = (parts: readonly { readonly observed: Sight }[]): Sight =>
  (["not-seen", "seen"] as const).find((one) => parts.some(({ observed }) => observed === one)) ?? "cannot-be-seen";

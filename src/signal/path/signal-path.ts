import type { Fix, Location, ResourceRef } from "../../core/finding.ts";
import type { HopCheck } from "./hop-check.ts";

export const signals = ["metrics", "alert", "dashboard"] as const;
export type Signal = (typeof signals)[number];

/**
 * `unknown`: it hangs on something that cannot be seen from here (a Service outside the tree and no exporter declared,
 * an exporter version without data). It is never an error.
 */
export type HopStatus = "ok" | "broken" | "unknown";

/** The conditions that a signal has to meet, in the order it meets them. */
export const hopNames = {
  metrics: [
    "prometheus-selects-monitor",
    "prometheus-selects-namespace",
    "operator-accepts-monitor",
    "rbac-allows-discovery",
    "monitor-selects-namespace",
    "monitor-selects-service",
    "port-exists",
    "pods-exist",
    "targets-are-kept",
    "metrics-are-served",
    "target-is-unique",
  ],
  alert: [
    "prometheus-selects-rule",
    "prometheus-selects-namespace",
    "operator-accepts-rule",
    "metrics-are-exported",
    "labels-exist",
    "result-is-vector",
    "route-reaches-receiver",
    "alert-is-not-inhibited",
  ],
  dashboard: [
    "sidecar-selects-configmap",
    "sidecar-watches-namespace",
    "grafana-reads-file",
    "grafana-takes-json",
    "dashboard-is-unique",
    "datasource-exists",
    "metrics-are-exported",
  ],
} as const satisfies Readonly<Record<Signal, readonly string[]>>;
export type HopName = (typeof hopNames)[Signal][number];

/** One condition on a signal's way, and whether it holds. */
export interface Hop {
  readonly hop: HopName;
  readonly status: HopStatus;
  /**
   * One sentence or more, each with its full stop: what was compared with what. Of a broken hop,
   * why the signal ends here.
   */
  readonly why: string;
  /** The line that has to change, or that decides what cannot be seen; an ok hop needs none. */
  readonly at?: Location;
  /** The smallest repair, where it is certain. */
  readonly fix?: Fix;
  /** The check that reports this hop when it is broken. */
  readonly check?: HopCheck;
}

/** The way of one signal: every hop is judged on its own, so that all repairs can be offered at once. */
export interface SignalPath {
  readonly signal: Signal;
  /**
   * E.g. `ServiceMonitor monitoring/dcgm-exporter`, `alert GPUTemperatureHigh in PrometheusRule monitoring/gpu`,
   * `dashboard "GPU / Overview"`.
   */
  readonly subject: string;
  readonly resource: ResourceRef;
  /** Broken when a hop is, else unknown when a hop is, else ok. */
  readonly status: HopStatus;
  readonly hops: readonly Hop[];
}

/** The path's status from its hops. */
export const statusOf = (hops: readonly Hop[]): HopStatus =>
  hops.some(({ status }) => status === "broken")
    ? "broken"
    : hops.some(({ status }) => status === "unknown")
      ? "unknown"
      : "ok";

/** Where the signal ends: its first broken hop. */
export const firstBroken = (path: SignalPath): Hop | undefined => path.hops.find(({ status }) => status === "broken");

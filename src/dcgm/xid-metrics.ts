/** A metric that the exporter itself makes of XIDs, one series a code, by the label `xid`. It is off by default. */
export interface XidMetric {
  readonly name: string;
  readonly type: "gauge" | "counter";
  readonly help: string;
  /** The first dcgm-exporter that has it. */
  readonly since: string;
  readonly source: string;
}

/** XIDs within the exporter's window, by default the last 5 minutes: the first of a code counts. */
export const xidsInWindow: XidMetric = {
  name: "DCGM_EXP_XID_ERRORS_COUNT",
  type: "gauge",
  help: "XID errors within the exporter's window",
  since: "3.4.0",
  source: "https://github.com/NVIDIA/dcgm-exporter/blob/3.3.5-3.4.0/etc/default-counters.csv",
};

/** XIDs since the exporter started: a code has no series before its first, so that increase() misses that one. */
export const xidsInTotal: XidMetric = {
  name: "DCGM_EXP_XID_ERRORS_TOTAL",
  type: "counter",
  help: "XID errors since the exporter started",
  since: "4.8.3",
  source: "https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/etc/default-counters.csv",
};

/** The gauge of DCGM that holds the code of the last XID, by its names before and since exporter 4.9.0. */
export const lastXid: readonly string[] = ["DCGM_FI_DEV_XID_ERRORS", "DCGM_FI_DEV_XID_ERROR"];

/** How a metric tells codes apart. */
export type XidCarrier = "gauge" | "count";

/** How a metric tells codes of XIDs apart: by its value, or by its label; null for a metric of something else. */
export const xidCarrier = (metric: string): XidCarrier | null =>
  lastXid.includes(metric) ? "gauge" : metric === xidsInWindow.name || metric === xidsInTotal.name ? "count" : null;

/** The label that holds the code: `err_code` of the gauge (from 3.4.2 on), `xid` of the exporter's own. */
export const xidLabels: Readonly<Record<XidCarrier, string>> = { gauge: "err_code", count: "xid" };

/** Whether a comparison of a code, or of a count, with a number holds for any there is: XIDs count from 1. */
export const holdsForAny = (op: string, value: number): boolean =>
  (op === ">" && value < 1) || (op === ">=" && value <= 1) || (op === "!=" && value === 0);

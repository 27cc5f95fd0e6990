import { observedHop, sightOf, type VerifyReport } from "../../../src/verify/verification.ts";

const resource = { apiVersion: "monitoring.coreos.com/v1", kind: "ServiceMonitor", namespace: "monitoring", name: "x" };

const path = (signal: "metrics" | "alert", subject: string, isSeen: boolean): VerifyReport["paths"][number] => {
  const hops = [
    observedHop("prometheus-selects-monitor", "ok", "seen", "The API server lists it."),
    observedHop("arrives", "ok", isSeen ? "seen" : "not-seen", isSeen ? "All is there." : "Nothing <b>arrives</b>."),
  ];
  return { signal, subject, resource, sight: sightOf(hops), hops };
};

/** A look that found one signal lost, which the files promise, and a GPU missing. */
export const sampleVerify: VerifyReport = {
  passed: false,
  waitedMs: 300_000,
  requests: 21,
  looks: 60,
  paths: [
    path("metrics", "ServiceMonitor monitoring/dcgm-exporter", false),
    ...["A", "B", "C", "D", "E"].map((name) => path("alert", `alert ${name} in PrometheusRule monitoring/gpu`, true)),
  ],
  conditions: [
    {
      condition: "operator-reconciles",
      subject: "Prometheus monitoring/kps",
      sight: "not-seen",
      what: "No operator has taken it up.",
      hint: "Look whether prometheus-operator runs.",
    },
    {
      condition: "clocks-agree",
      subject: "Prometheus monitoring/kps",
      sight: "seen",
      what: "They are 0 s apart.",
      hint: null,
    },
  ],
  gpus: [
    { node: "gpu-1", allocatable: 8, unhealthy: 0, exported: 7, migAllocatable: 0, migUnhealthy: 0, migExported: 0 },
  ],
  alerts: {
    before: [{ name: "Watchdog", labels: { alertname: "Watchdog" }, since: "2026-05-01T12:00:00Z" }],
    firing: [
      { name: "GPUHot", labels: { alertname: "GPUHot" }, since: "2026-05-01T12:10:00Z" },
      { name: "Watchdog", labels: { alertname: "Watchdog" }, since: "2026-05-01T12:00:00Z" },
    ],
  },
  conformance: [],
};

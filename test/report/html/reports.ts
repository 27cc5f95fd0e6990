import type { Report } from "../../../src/report/report.ts";
import { finding, report } from "../sample-report.ts";
import { sampleDrill } from "../summary/sample-drill.ts";
import { planned, samplePlan } from "../summary/sample-plan.ts";
import { sampleVerify } from "../summary/sample-verify.ts";

const at = { file: "prometheus-stack/overlays/servicemonitors/dcgm-exporter.yaml", line: 4, column: 3 };
const resource = { apiVersion: "v1", kind: "ServiceMonitor", namespace: "monitoring", name: "dcgm-exporter" };

/** One way for each signal, of which `sampleVerify` has seen the first. */
const signalPaths: Report["signalPaths"] = [
  {
    signal: "metrics",
    subject: "ServiceMonitor monitoring/dcgm-exporter",
    resource,
    status: "broken",
    hops: [
      {
        hop: "prometheus-selects-monitor",
        status: "broken",
        why: "The label `release` is missing.",
        at,
        fix: {
          description: "Add the label `release: prometheus-stack`",
          edits: [{ file: at.file, startLine: 4, endLine: 4, text: "  labels:\n    release: prometheus-stack" }],
        },
      },
      { hop: "port-exists", status: "ok", why: "The Service has the port." },
    ],
  },
  {
    signal: "alert",
    subject: "alert A in PrometheusRule monitoring/gpu",
    resource,
    status: "ok",
    hops: [{ hop: "operator-accepts-rule", status: "ok", why: "It is valid." }],
  },
  {
    signal: "dashboard",
    subject: 'dashboard "GPU"',
    resource,
    status: "unknown",
    hops: [{ hop: "datasource-exists", status: "unknown", why: "Grafana is elsewhere." }],
  },
];

/** An alert on each behaviour, one on none, and one that did not fire. */
const alertProofs: Report["alertProofs"] = [
  {
    name: "Hot",
    passed: 1,
    failed: 0,
    canary: {
      fired: true,
      why: null,
      course: {
        minutes: 12,
        firesAt: 5,
        series: [
          {
            metric: "DCGM_FI_DEV_GPU_TEMP",
            labels: { gpu: "0", Hostname: "node-a" },
            behaviour: { kind: "constant", value: 86.7 },
            limits: [{ op: ">", value: 85 }],
          },
          { metric: "replays", labels: {}, behaviour: { kind: "rising", perSecond: 0.2 }, limits: [] },
          { metric: "XID", labels: { gpu: "0" }, behaviour: { kind: "alternating" }, limits: [] },
        ],
      },
    },
  },
  {
    name: "Gone",
    passed: 0,
    failed: 0,
    canary: { fired: true, why: null, course: { minutes: 8, firesAt: 3, series: [] } },
  },
  { name: "Odd", passed: 0, failed: 1, canary: { fired: false, why: "rand() is not simulated", course: null } },
];

/** A report with something on every part of the page. */
export const pageReport = (more: Partial<Report> = {}): Report =>
  report({
    mode: "deploy",
    conclusion: "failure",
    failureReason: "findings",
    findings: [
      finding("error", 1, { check: "servicemonitor-not-selected" }),
      finding("warning", 2),
      finding("notice", 3, {
        fix: {
          description: "Name the Service's port: `port: metrics`",
          edits: [{ file: "a.yaml", startLine: 3, endLine: 4, text: "port: metrics\n  <path>" }],
        },
      }),
    ],
    signalPaths,
    verify: sampleVerify,
    alertProofs,
    drill: sampleDrill,
    plan: samplePlan({
      objects: [
        planned("update", "ConfigMap", "rules", {
          changes: [
            {
              pointer: "/data/a.yaml",
              before: JSON.stringify("one\ntwo\nthree"),
              after: JSON.stringify("one\n2\nthree\nfour"),
              digest: null,
              noise: null,
            },
            { pointer: "/data/b", before: null, after: null, digest: null, noise: null },
          ],
        }),
        planned("delete", "Deployment", "old"),
      ],
    }),
    ...more,
  });

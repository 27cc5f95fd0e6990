import type { FieldChange } from "../../../src/plan/plan.ts";
import type { Report } from "../../../src/report/report.ts";
import { finding, report } from "../sample-report.ts";
import { planned, ref, samplePlan } from "../summary/sample-plan.ts";

const change: FieldChange = {
  pointer: "/spec/replicas",
  before: "1",
  after: "2",
  noise: null,
  digest: null,
};

/** A plan with findings, that changes and deletes, and that a deploy would be refused for. */
export const fullReport: Report = report({
  mode: "plan",
  target: "production",
  counts: { error: 1, warning: 1, notice: 1, suppressed: 0 },
  findings: [
    finding("notice", 1),
    finding("error", 2, {
      message: "The Service has no port metrics\nIt has gpu-metrics.",
      resource: ref("ServiceMonitor", "dcgm"),
      fix: {
        description: "Name the Service's port.",
        edits: [{ file: "a.yaml", startLine: 1, endLine: 1, text: "port: gpu-metrics" }],
      },
    }),
    finding("warning", 3, {
      change: "new",
      anchor: { file: "values.yaml", line: 7, column: 3, endLine: 7, endColumn: 12 },
    }),
  ],
  change: {
    base: "0123456789abcdef0123456789abcdef01234567",
    note: null,
    affected: true,
    mended: [finding("error", 9, { message: "It was wrong | here" })],
  },
  signalPaths: [
    {
      ...{ signal: "metrics", subject: "ServiceMonitor monitoring/dcgm", resource: ref("ServiceMonitor", "dcgm") },
      status: "broken",
      hops: [
        {
          hop: "port-exists",
          status: "broken",
          why: "It has no such port.",
          at: { file: "a.yaml", line: 1, column: 1 },
        },
      ],
    },
  ],
  plan: samplePlan({
    objects: [
      planned("update", "Deployment", "grafana", { changes: [change] }),
      planned("create", "ConfigMap", "gpu-panels"),
      planned("delete", "Service", "old"),
      planned("unchanged", "Deployment", "operator"),
    ],
    losses: [{ ref: ref("PersistentVolumeClaim", "data"), what: "what it holds", allowed: false }],
    obstacles: [{ reason: "data-loss", message: "data would be lost", hint: "allow it" }],
    digest: "0123abcd".repeat(8),
  }),
});

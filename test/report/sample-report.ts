import type { Finding, Severity } from "../../src/core/finding.ts";
import type { Report } from "../../src/report/report.ts";

/** A finding of its own place, so that no two are the same. */
export const finding = (severity: Severity, n: number, more: Partial<Finding> = {}): Finding => ({
  check: "yaml-invalid",
  severity,
  message: `problem ${n}`,
  at: { file: `prometheus-stack/base/${n}.yaml`, line: n, column: 1 },
  help: "https://example.com/yaml-invalid.md",
  ...more,
});

/** The report of a check that found nothing; `more` makes it another. */
export const report = (more: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  mode: "check",
  target: null,
  conclusion: "success",
  failureReason: null,
  error: null,
  counts: { error: 0, warning: 0, notice: 0, suppressed: 0 },
  stages: [
    { name: "load", status: "passed", durationMs: 12 },
    { name: "deploy", status: "skipped", reason: "mode is check" },
  ],
  findings: [],
  suppressed: [],
  configuration: null,
  checksNotRun: [],
  exporter: { description: "gpu-operator v26.7.0 in gpu-operator", known: true },
  signalPaths: [],
  gpuCoverage: null,
  alertProofs: null,
  settings: [{ name: "release", value: "prometheus-stack", source: "prometheus-stack/upstream/install.sh:6" }],
  chart: { name: "kube-prometheus-stack", version: "88.5.3", digest: "a".repeat(64), source: "a folder" },
  components: [{ name: "Prometheus", present: true, resources: 1 }],
  dashboards: [{ area: "gpu", found: [] }],
  hooks: [],
  unstable: null,
  gate: null,
  validation: { resources: 3, valid: 2, invalid: 0, skipped: 1, unchecked: 0 },
  withoutSchema: [{ kind: "example.com/v1/Thing", objects: 1 }],
  plan: null,
  deploy: null,
  verify: null,
  tools: { helm: { version: "4.3.1", path: "/usr/bin/helm", source: "path", sha256: "b".repeat(64) } },
  ...more,
});

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

/** How a failed deploy was taken back, but for one object. */
export const sampleRollback = (
  more: Partial<NonNullable<Report["rollback"]>> = {},
): NonNullable<Report["rollback"]> => {
  const ref = { apiVersion: "v1", kind: "ConfigMap", namespace: "monitoring", name: "gpu-panels" };
  const containers = [{ pod: "p", container: "c", state: "waiting", restarts: 1, log: ["last words"], noLog: null }];
  const unready = {
    ref: { ...ref, kind: "Deployment", name: "grafana" },
    why: "0 of 1 replicas ready",
    containers,
    events: [],
  };
  return {
    outcome: "incomplete",
    summary: "1 of 9 objects are not as they were before the deploy.",
    release: {
      ...{ name: "prometheus-stack", namespace: "monitoring", action: "rolled-back", to: 1 },
      ...{ revision: 3, status: "deployed", error: null },
    },
    compared: 9,
    objects: [{ ref, layer: "overlay", action: "recreated" }],
    differences: [{ ref, pointers: ["/data/a"], why: "it is not as it was", ofOthers: false }],
    stays: [
      { ref: { ...ref, kind: "CustomResourceDefinition" }, why: "the cluster runs it as the deploy has made it" },
    ],
    evidence: [unready],
    workloads: [{ ref: unready.ref, ready: 1, desired: 1 }],
    notReady: [],
    verified: { passed: true, message: "All was seen." },
    keptIn: { ...ref, kind: "Secret", name: "former" },
    ...more,
  };
};

/** The report of a check that found nothing; `more` makes it another. */
export const report = (more: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  mode: "check",
  target: null,
  path: "prometheus-stack",
  failOn: "error",
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
  change: null,
  configuration: null,
  checksNotRun: [],
  exporter: { description: "gpu-operator v26.7.0 in gpu-operator", known: true },
  signalPaths: [],
  gpuCoverage: null,
  xids: null,
  capacity: null,
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
  rulesNotJudged: [
    {
      kind: "example.com/v1/Other",
      rule: "isURL(self.address)",
      reason: "the function isURL is not known here",
      objects: 2,
    },
  ],
  plan: null,
  deploy: null,
  verify: null,
  rollback: null,
  drill: null,
  tools: { helm: { version: "4.3.1", path: "/usr/bin/helm", source: "path", sha256: "b".repeat(64) } },
  ...more,
});

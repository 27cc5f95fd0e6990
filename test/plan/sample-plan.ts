import { createHash } from "node:crypto";
import type { ResourceRef } from "../../src/core/finding.ts";
import type { Plan } from "../../src/plan/plan.ts";

/** A digest as with a `plan-key`; another text gives another. */
export const keyedDigest = (of: string): string => `hmac-sha256:${createHash("sha256").update(of).digest("hex")}`;

export const refOfSample = (apiVersion: string, kind: string, namespace: string | null, name: string): ResourceRef => ({
  apiVersion,
  kind,
  namespace,
  name,
});

const grafana = refOfSample("apps/v1", "Deployment", "monitoring", "grafana");
const monitor = refOfSample("monitoring.coreos.com/v1", "ServiceMonitor", "monitoring", "dcgm-exporter");
const secret = refOfSample("v1", "Secret", "monitoring", "grafana");
const oldRule = refOfSample("monitoring.coreos.com/v1", "PrometheusRule", "monitoring", "old");
const prometheus = refOfSample("monitoring.coreos.com/v1", "Prometheus", "monitoring", "prometheus-stack");
const template = "/spec/template";

/** A plan in which every field that a plan can have has a value. */
export const samplePlan: Plan = {
  planVersion: 1,
  source: {
    repository: "owner/cluster",
    ref: "refs/heads/main",
    sha: "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
    event: "push",
    runId: "4242",
    runAttempt: "1",
    workflow: "deploy",
  },
  createdAt: "2026-11-24T10:00:00.000Z",
  expiresAt: "2026-11-25T10:00:00.000Z",
  target: {
    name: "production",
    server: "https://10.0.0.1:6443",
    clusterUid: "5f0c3d0e-3a6e-4c9e-9a55-6f1d2c3b4a59",
    kubernetesVersion: "1.34.2",
  },
  inputs: { path: "prometheus-stack", "chart-version": "88.5.2", overlays: "gpu\nrules", crds: "apply" },
  digests: { config: `sha256:${"c".repeat(64)}`, chart: `sha256:${"d".repeat(64)}` },
  tools: { helm: "4.3.1", kubectl: "1.34.2" },
  release: {
    name: "prometheus-stack",
    namespace: "monitoring",
    action: "upgrade",
    from: { revision: 4, status: "deployed", chart: "kube-prometheus-stack-88.5.1" },
    chart: "kube-prometheus-stack-88.5.2",
    hooks: [
      refOfSample("batch/v1", "Job", "monitoring", "admission-create"),
      refOfSample("batch/v1", "Job", "monitoring", "admission-patch"),
    ],
    hooksDigest: `hmac-sha256:${"5".repeat(64)}`,
    values: keyedDigest("values"),
    storedBytes: 412_345,
    recovery: "the Secret of revision 5, which an ended run left pending, is removed",
  },
  objects: [
    {
      layer: "crds",
      ref: refOfSample(
        "apiextensions.k8s.io/v1",
        "CustomResourceDefinition",
        null,
        "prometheusrules.monitoring.coreos.com",
      ),
      action: "unchanged",
      unverified: null,
      live: { uid: "uid-crd", generation: 1, digest: keyedDigest("live crd") },
      wanted: keyedDigest("crd"),
      changes: [],
      owner: null,
    },
    {
      layer: "release",
      ref: grafana,
      action: "update",
      unverified: null,
      live: { uid: "uid-grafana", generation: 7, digest: keyedDigest("live grafana") },
      wanted: keyedDigest("grafana"),
      changes: [
        {
          pointer: `${template}/spec/containers/0/image`,
          before: '"grafana:12.0.0"',
          after: '"grafana:12.1.0"',
          digest: keyedDigest("image"),
          noise: null,
        },
        {
          pointer: `${template}/metadata/annotations/checksum~1secret`,
          before: '"aa"',
          after: '"bb"',
          digest: keyedDigest("checksum"),
          noise: "checksum",
        },
        {
          pointer: "/metadata/labels/helm.sh~1chart",
          before: '"grafana-1"',
          after: '"grafana-2"',
          digest: keyedDigest("label"),
          noise: "chart-label",
        },
      ],
      owner: null,
    },
    {
      layer: "release",
      ref: secret,
      action: "update",
      unverified: null,
      live: { uid: "uid-secret", generation: 0, digest: keyedDigest("live secret") },
      wanted: keyedDigest("secret"),
      changes: [
        { pointer: "/data/admin-password", before: null, after: null, digest: keyedDigest("password"), noise: null },
        { pointer: "/data/salt", before: null, after: null, digest: keyedDigest("salt"), noise: "unstable" },
      ],
      owner: "Argo CD application monitoring",
    },
    {
      layer: "overlay",
      ref: monitor,
      action: "create",
      unverified: "the namespace monitoring is not there yet",
      live: null,
      wanted: keyedDigest("monitor"),
      changes: [],
      owner: null,
    },
    {
      layer: "prune",
      ref: oldRule,
      action: "delete",
      unverified: null,
      live: { uid: "uid-old", generation: 2, digest: keyedDigest("live old") },
      wanted: null,
      changes: [],
      owner: null,
    },
  ],
  images: [
    { from: "grafana:12.0.0", to: "grafana:12.1.0", in: grafana },
    { from: null, to: "sidecar:2.0.0", in: grafana },
    { from: "prometheus:3.5.0", to: "prometheus:3.6.0", in: prometheus },
  ],
  restarts: [
    {
      ref: grafana,
      because: [`${template}/metadata/annotations/checksum~1secret`, `${template}/spec/containers/0/image`],
    },
    { ref: prometheus, because: ["/spec/image", "/spec/version"] },
  ],
  losses: [
    { ref: prometheus, what: "retention shrinks from 30d to 10d", allowed: true },
    { ref: oldRule, what: "what it recorded ends", allowed: true },
  ],
  stale: [
    refOfSample("v1", "ConfigMap", "monitoring", "old-dashboard"),
    refOfSample("v1", "ConfigMap", "monitoring", "older-dashboard"),
  ],
  obstacles: [
    { reason: "owned-elsewhere", message: "Secret monitoring/grafana is Argo CD's.", hint: "Name it in allow-owned." },
  ],
  drill: {
    routes: [
      {
        alertmanager: "Alertmanager monitoring/prometheus-stack",
        route: '{}/{severity="critical"}',
        receiver: "on-call",
        integrations: ["pagerduty", "webhook"],
        alerts: ["GPUHardwareXid", "GPURowRemapFailed"],
      },
      {
        alertmanager: "Alertmanager monitoring/prometheus-stack",
        route: "{}",
        receiver: "chat",
        integrations: ["slack"],
        alerts: ["GPUTemperatureHigh"],
      },
    ],
    unseen: ["GPUIdle is sent to Service other/alertmanager"],
  },
  notes: ["Grafana restarts.", "The cluster serves a newer CRD."],
};

/** An hour after the sample was made. */
export const anHourLater = new Date("2026-11-24T11:00:00.000Z");

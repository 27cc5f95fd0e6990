import type { ResourceRef } from "../../../src/core/finding.ts";
import type { PlannedObject } from "../../../src/plan/plan.ts";
import type { PlanReport } from "../../../src/plan/plan-report.ts";
import type { ShownPlan } from "../../../src/report/plan-words.ts";

export const ref = (kind: string, name: string, apiVersion = "apps/v1"): ResourceRef => ({
  apiVersion,
  kind,
  namespace: "monitoring",
  name,
});

export const planned = (
  action: PlannedObject["action"],
  kind: string,
  name: string,
  more: Partial<PlannedObject> = {},
): PlannedObject => ({
  layer: "release",
  ref: ref(kind, name),
  action,
  unverified: null,
  live: action === "create" ? null : { uid: "u", generation: 1, digest: null },
  wanted: null,
  changes: [],
  owner: null,
  ...more,
});

/** A plan that changes nothing; `more` makes it another. */
export const samplePlan = (more: Partial<ShownPlan> = {}): PlanReport => {
  const { digest, moved, ...content } = { ...quiet, ...more };
  return { digest, moved, content };
};

const quiet: ShownPlan = {
  planVersion: 1,
  source: { repository: null, ref: null, sha: null, event: null, runId: null, runAttempt: null, workflow: null },
  createdAt: "2026-05-01T00:00:00Z",
  expiresAt: "2026-05-02T00:00:00Z",
  target: { name: null, server: "https://c.test:6443", clusterUid: "uid-1", kubernetesVersion: "1.35.0" },
  inputs: {},
  digests: { config: null, chart: "c" },
  tools: {},
  release: {
    name: "stack",
    namespace: "monitoring",
    action: "none",
    from: { revision: 4, status: "deployed", chart: "kps-1.0.0" },
    chart: "kps-1.0.0",
    hooks: [],
    hooksDigest: null,
    values: null,
    storedBytes: 40_000,
    recovery: null,
  },
  objects: [planned("unchanged", "Deployment", "operator"), planned("unchanged", "Deployment", "grafana")],
  images: [],
  restarts: [],
  losses: [],
  stale: [],
  obstacles: [],
  drill: null,
  notes: [],
  digest: "d1g357",
  moved: null,
};

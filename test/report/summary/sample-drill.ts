import type { DrilledRoute, DrillReport } from "../../../src/verify/drill/drill-report.ts";

const route = (more: Partial<DrilledRoute>): DrilledRoute => ({
  ...{
    alertmanager: "Alertmanager monitoring/main",
    route: "{}",
    receiver: "chat",
    integrations: ["slack"],
    alerts: ["Hot"],
  },
  posted: {
    ...{ alert: "Hot", labels: { alertname: "Hot", drill: "true" }, sample: "no series was at hand" },
    ...{
      at: "2026-11-29T08:00:00.000Z",
      endsAt: "2026-11-29T08:10:00.000Z",
      endedAt: null,
      receivers: ["chat"],
      joinedGroup: false,
    },
  },
  ...{ groupWaitSeconds: 30, deliveredAfterSeconds: 30.4, swallowedBy: [] },
  counted: { attribution: "integration", notifications: 1, requests: 1, failedRequests: 0, failed: [] },
  ...{ verdict: "delivered", why: "Alertmanager's slack was answered well." },
  ...more,
});
/** A drill of two routes, one of which reached nobody. */
export const sampleDrill: DrillReport = {
  ...{ passed: false, by: "repository acme/stack", waitedMs: 31_000, requests: 40, notes: ["Not in sight: <b>."] },
  routes: [
    route({}),
    route({
      ...{ receiver: "on-call", route: '{}/{severity="critical"}', integrations: [], posted: null, counted: null },
      ...{ deliveredAfterSeconds: null, verdict: "not-delivered", why: 'The receiver "on-call" has no integration.' },
    }),
  ],
};

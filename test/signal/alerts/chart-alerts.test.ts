import { expect, test } from "vitest";
import { chartAlerts } from "../../../src/signal/alerts/chart-alerts.ts";
import { alertWorld } from "./alert-world.ts";

const silent = `
route:
  receiver: "null"
  routes: [{receiver: "null", matchers: ['alertname = "Watchdog"']}]
receivers: [{name: "null"}, {name: unused, webhook_configs: [{url: "http://127.0.0.1:9/"}]}]
`;
const routed = silent.replace('"Watchdog"\']}', '"Watchdog"\']}, {receiver: unused, matchers: [team=gpu]}');

const found = (options: Parameters<typeof alertWorld>[1]) =>
  chartAlerts(alertWorld("- {alert: Hot, expr: DCGM_FI_DEV_GPU_TEMP > 85}", options)).map(({ alerts, hop }) => ({
    names: alerts.map(({ name }) => name),
    status: hop.status,
    check: hop.check,
  }));
const names = ["Watchdog", "InfoInhibitor"];

test("the chart's alerts notify nobody where no route does, whatever their labels are", () => {
  expect(found({ config: silent })).toEqual([{ names, status: "broken", check: "alert-no-receiver" }]);
});

test("a route for some is enough: the others may be left out on purpose", () => {
  expect(found({ config: routed })).toEqual([{ names, status: "unknown", check: undefined }]);
  expect(found({})).toMatchObject([{ names, status: "unknown" }]);
});

test("what no Prometheus loads, or goes to no Alertmanager in sight, is told elsewhere", () => {
  expect(found({ config: silent, prometheus: "ruleSelector: {matchLabels: {release: other}}" })).toEqual([]);
  expect(found({ config: silent, prometheus: "alerting: {alertmanagers: []}" })).toEqual([]);
  expect(found({ config: null })).toMatchObject([{ status: "unknown" }]);
});

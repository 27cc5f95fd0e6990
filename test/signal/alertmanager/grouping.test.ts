import { expect, test } from "vitest";
import { configInForce } from "../../../src/signal/alertmanager/alertmanager-in-force.ts";
import { readAlertmanagerConfig } from "../../../src/signal/alertmanager/read-alertmanager-config.ts";
import { routeNames } from "../../../src/signal/alertmanager/route-names.ts";
import { the, worldOf } from "../world-of.ts";

const read = (config: object) => {
  const { config: found, problem } = readAlertmanagerConfig(JSON.stringify(config));
  if (found === null) throw new Error(problem.message);
  return found;
};
const hook = {
  webhook_configs: [{ url: "http://127.0.0.1:9/" }, { url: "http://127.0.0.1:8/" }],
  email_configs: [{ to: "a@b", from: "c@d", smarthost: "m:25" }],
};

test("a route groups as it says, and else as the one above it", () => {
  const { route, receivers } = read({
    route: {
      ...{ receiver: "a", group_by: ["alertname", "cluster"], group_wait: "1m30s" },
      routes: [{ group_wait: "0s" }, { group_by: [], group_interval: "1h" }],
    },
    receivers: [{ name: "a", ...hook }],
  });
  const all = [route, ...route.routes].map(({ grouping: { by, waitMs, intervalMs } }) => [by, waitMs, intervalMs]);
  expect(all).toEqual([
    [["alertname", "cluster"], 90_000, 300_000],
    [["alertname", "cluster"], 0, 300_000],
    [[], 90_000, 3_600_000],
  ]);
  expect(receivers[0]).toMatchObject({ integrations: ["webhook", "email"], counts: { webhook: 2, email: 1 } });
});

test("routes are named by their matchers from the first on, each by a name of its own", () => {
  const critical = { matchers: ['severity=~"critical"'] };
  const names = routeNames(
    read({
      route: { receiver: "a", routes: [{ ...critical, routes: [{ match: { x: "y" } }] }, critical] },
      receivers: [{ name: "a" }],
    }),
  );
  expect([...names.values()]).toEqual([
    "{}",
    '{}/{severity=~"critical"}',
    '{}/{severity=~"critical"}/{x="y"}',
    '{}/{severity=~"critical"} #2',
  ]);
});

test("an AlertmanagerConfig groups as it says, and else as the file's first route", () => {
  const world = worldOf({
    chart: `
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: { name: main, namespace: monitoring }
spec: { alertmanagerConfigSelector: {} }
---
apiVersion: v1
kind: Secret
metadata: { name: alertmanager-main, namespace: monitoring }
stringData: { alertmanager.yaml: "{route: {receiver: a, group_interval: 7m}, receivers: [{name: a}]}" }
`,
    tree: `
apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata: { name: team, namespace: monitoring }
spec:
  route: { receiver: b, groupWait: 5s, groupBy: [hostname] }
  receivers:
    - name: b
      pagerdutyConfigs: [{ routingKey: { name: keys, key: pagerduty } }]
      webhookConfigs: [{ url: "https://a.example.com" }, { url: "https://b.example.com" }]
`,
  });
  const config = configInForce(the(world, "Alertmanager"), world)?.config;
  expect(config?.route.routes[0]?.grouping).toEqual({ by: ["hostname"], waitMs: 5000, intervalMs: 420_000 });
  expect(config?.receivers[1]?.counts).toEqual({ pagerduty: 1, webhook: 2 });
});

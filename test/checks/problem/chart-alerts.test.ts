import { expect, test } from "vitest";
import { alertNoReceiver } from "../../../src/checks/alert-no-receiver.ts";
import { alertmanagerConfigInvalid } from "../../../src/checks/alertmanager-config-invalid.ts";
import type { Check } from "../../../src/checks/check.ts";
import { checkOptions } from "../../../src/checks/check-option.ts";
import type { InstallScript } from "../../../src/stack/stack.ts";
import { chartOrigin, emptyStack, manifestsOf, renderOf, subjectOf } from "../subject.ts";

const chart = (config: string) => `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: monitoring}
spec:
  ruleSelector: {}
  ruleNamespaceSelector: {}
  alerting: {alertmanagers: [{namespace: monitoring, name: alertmanager-operated, port: web}]}
---
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: {name: main, namespace: monitoring}
spec: {}
---
apiVersion: v1
kind: Secret
metadata: {name: alertmanager-main, namespace: monitoring}
stringData: {alertmanager.yaml: ${JSON.stringify(config)}}
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: general, namespace: monitoring}
spec: {groups: [{name: general, rules: [{alert: Watchdog, expr: vector(1)}, {alert: TargetDown, expr: up == 0}]}]}
`;

const script = (unclear: InstallScript["unclear"]): InstallScript => ({
  file: "stack/upstream/install.sh",
  helm: null,
  otherCharts: [],
  repositories: {},
  unclear,
});
const variable = { message: "SLACK_URL is not set", at: { file: "a", line: 1, column: 1 }, replacedBy: [] };

const told = (check: Check, config: string, unclear: InstallScript["unclear"] = []): readonly string[] => {
  const render = renderOf({ chart: manifestsOf(chart(config), chartOrigin) });
  const subject = subjectOf({ stack: { ...emptyStack, install: script(unclear) }, render });
  return Array.from(check.find(subject, checkOptions({})), ({ message }) => message);
};

test("a tree without alerts of its own hears of the chart's, where none reaches anybody", () => {
  const silent = 'route: {receiver: "null"}\nreceivers: [{name: "null"}]';
  expect(told(alertNoReceiver, silent)).toEqual([
    'all 2 alerts of the chart, Watchdog among them: Alertmanager monitoring/main sends it to receiver "null", which notifies nobody.',
  ]);
  // Values that are not in sight may hold the receivers.
  expect(told(alertNoReceiver, silent, [variable])).toEqual([]);
});

test("what a receiver lacks may be in values that are not in sight; a receiver that is not defined is not", () => {
  const lacking = 'route: {receiver: a}\nreceivers: [{name: a, slack_configs: [{channel: "#x"}]}]';
  expect(told(alertmanagerConfigInvalid, lacking)).toHaveLength(1);
  expect(told(alertmanagerConfigInvalid, lacking, [variable])).toEqual([]);
  const undefinedReceiver = "route: {receiver: a}\nreceivers: []";
  expect(told(alertmanagerConfigInvalid, undefinedReceiver, [variable])).toHaveLength(1);
});

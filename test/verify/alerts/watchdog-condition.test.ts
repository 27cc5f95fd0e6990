import { expect, test } from "vitest";
import { watchdogCondition } from "../../../src/verify/alerts/watchdog-condition.ts";
import {
  type Answers,
  alertmanagerProxy,
  goodAnswers,
  playedResolution,
  playedScene,
  prometheusProxy,
  ruleGroup,
} from "../played.ts";

const nobody = "route: {receiver: nobody}\nreceivers: [{name: nobody}, {name: pager, webhook_configs: [{url: x}]}]\n";
const somebody = nobody.replace("{receiver: nobody}", "{receiver: pager}");

/** A stack whose files route the dead man's switch so. */
const promising = (config: string) => `
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: general, namespace: monitoring, labels: {release: prometheus-stack}}
spec: {groups: [{name: general, rules: [{alert: Watchdog, expr: vector(1), labels: {severity: none}}]}]}
---
apiVersion: v1
kind: Secret
metadata: {name: alertmanager-am, namespace: monitoring}
data: {alertmanager.yaml: ${Buffer.from(config).toString("base64")}}
`;

const firing = { name: "Watchdog", type: "alerting", health: "ok", lastError: "", alerts: [{ state: "firing" }] };

const seen = (promised: string, running: string, more: Answers = {}) => {
  const answers: Answers = {
    ...goodAnswers,
    [`${prometheusProxy}/api/v1/rules`]: { data: { groups: [ruleGroup(firing)] } },
    [`${alertmanagerProxy}/api/v2/status`]: { config: { original: running } },
    [`${alertmanagerProxy}/api/v2/alerts`]: [
      { labels: { alertname: "Watchdog" }, receivers: [{ name: "x" }], status: { silencedBy: [], inhibitedBy: [] } },
    ],
    ...more,
  };
  return watchdogCondition(playedScene(answers, [], playedResolution(promising(promised))));
};

test.each([
  ["to somebody, as the files say", somebody, somebody, "seen"],
  ["to nobody, and the files promise no more", nobody, nobody, "cannot-be-seen"],
  ["to nobody, where the files say that somebody is notified", somebody, nobody, "not-seen"],
])("the dead man's switch goes %s", async (_, promised, running, sight) => {
  expect(await seen(promised, running)).toMatchObject([{ condition: "watchdog-is-delivered", sight }]);
});

test("a dead man's switch that does not fire, or is silenced, is not seen", async () => {
  const still = { [`${prometheusProxy}/api/v1/rules`]: { data: { groups: [] } } };
  expect(await seen(somebody, somebody, still)).toMatchObject([{ sight: "not-seen" }]);
  const alerts = [{ labels: { alertname: "Watchdog" }, receivers: [], status: { silencedBy: ["abc"] } }];
  const silenced = { [`${alertmanagerProxy}/api/v2/alerts`]: alerts };
  expect(await seen(somebody, somebody, silenced)).toMatchObject([{ sight: "not-seen" }]);
});

test("an Alertmanager that does not tell is not said to lack the dead man's switch", async () => {
  const silent = (status: number) => ({ [`${alertmanagerProxy}/api/v2/alerts`]: { status, text: "no" } });
  const [down] = await seen(somebody, somebody, silent(503));
  expect(down).toMatchObject({ sight: "not-seen", what: expect.stringContaining("cannot be asked: ") });
  expect(await seen(somebody, somebody, silent(403))).toMatchObject([{ sight: "cannot-be-seen" }]);
});

import { gunzipSync } from "node:zlib";
import { load } from "js-yaml";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";
import { valueAt } from "../../../src/kubernetes/manifest.ts";
import { configInForce, selectedConfigs } from "../../../src/signal/alertmanager/alertmanager-in-force.ts";
import { type Court, openCourt } from "../../judge/court.ts";
import { operatorObject } from "../../judge/operator-object.ts";
import { the, worldOf } from "../world-of.ts";
import { askAmtool } from "./ask-amtool.ts";
import type { RouteCase } from "./route-cases.ts";

type Fate = "taken" | "passed over" | "nothing is written" | "refused by Alertmanager";

const chat = (integration: JsonObject, spec: JsonObject = {}): JsonObject => ({
  route: { receiver: "chat" },
  receivers: [{ name: "chat", ...integration }],
  ...spec,
});
const hook = { webhookConfigs: [{ url: "http://127.0.0.1:9/" }] };
const key = { name: "keys", key: "key" };
const night = (period: JsonObject): JsonObject =>
  chat(hook, { muteTimeIntervals: [{ name: "night", timeIntervals: [period] }] });

/** Specs of AlertmanagerConfigs, and what a real operator and amtool make of each. */
const specs: Readonly<Record<string, readonly [JsonObject, Fate]>> = {
  webhook: [chat(hook), "taken"],
  "webhook-nowhere": [chat({ webhookConfigs: [{ sendResolved: true }] }), "passed over"],
  pagerduty: [chat({ pagerdutyConfigs: [{ routingKey: key }] }), "taken"],
  "pagerduty-keyless": [chat({ pagerdutyConfigs: [{ severity: "critical" }] }), "passed over"],
  "pushover-keyless": [chat({ pushoverConfigs: [{ token: key }] }), "passed over"],
  slack: [chat({ slackConfigs: [{ apiURL: { name: "keys", key: "url" } }] }), "taken"],
  "slack-nowhere": [chat({ slackConfigs: [{ channel: "gpu" }] }), "refused by Alertmanager"],
  "opsgenie-keyless": [chat({ opsgenieConfigs: [{ source: "gpu" }] }), "refused by Alertmanager"],
  email: [chat({ emailConfigs: [{ to: "a@b.example", from: "c@d.example", smarthost: "e.example:25" }] }), "taken"],
  "email-to-nobody": [chat({ emailConfigs: [{ from: "c@d.example", smarthost: "e.example:25" }] }), "passed over"],
  "email-serverless": [chat({ emailConfigs: [{ to: "a@b.example", from: "c@d.example" }] }), "nothing is written"],
  "grouped-twice": [
    chat(hook, { route: { receiver: "chat", routes: [{ receiver: "chat", groupBy: ["a", "a"] }] } }),
    "passed over",
  ],
  "grouped-by-all": [chat(hook, { route: { receiver: "chat", groupBy: ["...", "a"] } }), "passed over"],
  evening: [night({ times: [{ startTime: "22:00", endTime: "24:00" }] }), "taken"],
  "whole-night": [night({ times: [{ startTime: "22:00", endTime: "06:00" }] }), "passed over"],
  "week-end": [night({ weekdays: ["saturday:sunday"] }), "passed over"],
  "month-back": [night({ daysOfMonth: [{ start: 15, end: 1 }] }), "passed over"],
};

const namespace = "monitoring";
const objectsOf = (name: string, spec: JsonObject): readonly JsonObject[] => [
  {
    apiVersion: "monitoring.coreos.com/v1alpha1",
    kind: "AlertmanagerConfig",
    metadata: { name, namespace, labels: { case: name } },
    spec,
  },
  {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: `alertmanager-${name}`, namespace },
    stringData: { "alertmanager.yaml": '{"route":{"receiver":"null"},"receivers":[{"name":"null"}]}' },
  },
  {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "Alertmanager",
    metadata: { name, namespace },
    spec: {
      replicas: 0,
      version: "v0.34.0",
      alertmanagerConfigSelector: { matchLabels: { case: name } },
      alertmanagerConfigMatcherStrategy: { type: "None" },
    },
  },
];

let court: Court;
beforeAll(async () => {
  court = await openCourt();
});
afterAll(() => court?.close());

const create = async (object: JsonObject): Promise<void> => {
  const { apiVersion, kind } = object;
  const group = apiVersion === "v1" ? "/api/v1" : `/apis/${apiVersion}`;
  const scope = kind === "Namespace" ? "" : `/namespaces/${namespace}`;
  const path = `${group}${scope}/${String(kind).toLowerCase()}s`;
  const { status, body } = await court.cluster.request("POST", path, object);
  if (status !== 201 && status !== 409) throw new Error(`${status} to ${kind}: ${JSON.stringify(body)}`);
};

/** What the operator wrote for an Alertmanager; null: nothing yet. */
const written = async (name: string): Promise<string | null> => {
  const path = `/api/v1/namespaces/${namespace}/secrets/alertmanager-${name}-generated`;
  const data = valueAt((await court.cluster.request("GET", path)).body as Json, ["data", "alertmanager.yaml.gz"]);
  return typeof data === "string" ? gunzipSync(Buffer.from(data, "base64")).toString("utf8") : null;
};

const foretold = (name: string, spec: JsonObject): Fate => {
  const tree = [...objectsOf(name, spec), operatorObject(court.version, [])].map((one) => JSON.stringify(one));
  const world = worldOf({ tree: tree.join("\n---\n") });
  const alertmanager = the(world, "Alertmanager", name);
  if (configInForce(alertmanager, world)?.config === null)
    return name.startsWith("email") ? "nothing is written" : "refused by Alertmanager";
  return selectedConfigs(alertmanager, world)[0]?.status === "selected" ? "taken" : "passed over";
};

test("receivers and intervals of AlertmanagerConfigs come to what the operator and amtool make of them", async () => {
  await create({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
  const keys = { key: "x", url: "http://127.0.0.1:9/" };
  await create({ apiVersion: "v1", kind: "Secret", metadata: { name: "keys", namespace }, stringData: keys });
  const cases = Object.entries(specs);
  for (const [name, [spec]] of cases) for (const object of objectsOf(name, spec)) await create(object);
  const fate = async (name: string): Promise<Fate> => {
    const text = await written(name);
    if (text === null) return "nothing is written";
    if (!text.includes("/chat")) return "passed over";
    const config = load(text) as RouteCase["config"];
    const [answer] = await askAmtool([{ config, labels: { alertname: "A" } }]);
    return answer === null ? "refused by Alertmanager" : "taken";
  };
  const fates = async () =>
    Object.fromEntries(await Promise.all(cases.map(async ([name]) => [name, await fate(name)])));
  const expected = Object.fromEntries(cases.map(([name, [, end]]) => [name, end]));
  const isSettled = async () => JSON.stringify(await fates()) === JSON.stringify(expected);
  await court.cluster.processes.until("each AlertmanagerConfig has come to its end", isSettled).catch(() => {});
  expect(await fates()).toEqual(expected);
  expect(Object.fromEntries(cases.map(([name, [spec]]) => [name, foretold(name, spec)]))).toEqual(expected);
}, 240_000);

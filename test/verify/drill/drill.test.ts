import { afterEach, describe, expect, test } from "vitest";
import type { DrilledRoute, DrillReport } from "../../../src/verify/drill/drill-report.ts";
import { drillTrouble } from "../../../src/verify/drill/run-drill.ts";
import { waitUntil } from "../../cluster/wait-until.ts";
import { type DrillBench, openBench } from "./drill-bench.ts";

const quick = { group_wait: "1s", group_interval: "10s", group_by: ["alertname"] };
const hook = (url: string, path: string) => [{ url: `${url}/${path}`, send_resolved: true }];
const series = [{ __name__: "DCGM_FI_DEV_GPU_TEMP", gpu: "3", hostname: "gpu-1" }];
const warning = (alert: string) => ({ alert, labels: { severity: "warning" } });
const critical = { alert: "Xid", labels: { severity: "critical" } };

/** A receiver for everything, and one for what is critical. */
const twoReceivers = (url: string) => ({
  route: { receiver: "chat", ...quick, routes: [{ receiver: "on-call", matchers: ["severity=critical"] }] },
  receivers: [
    { name: "chat", webhook_configs: hook(url, "chat") },
    { name: "on-call", webhook_configs: hook(url, "on-call") },
  ],
});
const oneReceiver = (url: string) => ({
  route: { receiver: "chat", ...quick },
  receivers: [{ name: "chat", webhook_configs: hook(url, "chat") }],
});

let bench: DrillBench | undefined;
afterEach(async () => {
  await bench?.stop();
  bench = undefined;
});
const open = async (options: Parameters<typeof openBench>[0]): Promise<DrillBench> => {
  bench = await openBench(options);
  return bench;
};

const verdicts = ({ routes }: DrillReport) => routes.map(({ receiver, verdict }) => [receiver, verdict]);
const routeTo = (report: DrillReport, receiver: string): DrilledRoute => {
  const found = report.routes.find((route) => route.receiver === receiver);
  if (found === undefined) throw new Error(`no route to ${receiver}`);
  return found;
};
const post = (url: string, path: string, body: unknown) =>
  fetch(`${url}/api/v2/${path}`, {
    ...{ method: "POST", body: JSON.stringify(body) },
    headers: { "content-type": "application/json" },
  });

/** What the webhook has had is what the drill claims: the judge. */
const judged = ({ receiver }: DrillBench, { routes }: DrillReport): void => {
  const claimed = routes.filter(({ verdict }) => verdict === "delivered");
  for (const { receiver: name, posted, groupWaitSeconds, deliveredAfterSeconds } of claimed) {
    const had = receiver.delivered().filter((one) => one.receiver === name && one.labels["drill"] === "true");
    expect(had.map(({ labels }) => labels)).toEqual([posted?.labels]);
    expect(posted?.labels).toMatchObject({ drill: "true", drill_run: expect.stringMatching(/^7-[0-9a-f]{6}$/) });
    const after = ((had[0]?.at ?? 0) - Date.parse(posted?.at ?? "")) / 1000;
    expect(after).toBeGreaterThanOrEqual((groupWaitSeconds ?? 0) - 0.1);
    expect(after).toBeLessThan((groupWaitSeconds ?? 0) + 2);
    expect(deliveredAfterSeconds).toBeGreaterThanOrEqual(after - 0.2);
  }
  const names = claimed.map(({ receiver: name }) => name);
  expect([...new Set(receiver.delivered().map((one) => one.receiver))].sort()).toEqual([...new Set(names)].sort());
};

describe("a good Alertmanager", () => {
  test("each route is proved by an alert as it would really come, which says who drills, and which is ended", async () => {
    const on = await open({ config: twoReceivers, series });
    const report = await on.drill([warning("Hot"), warning("Warm"), critical]);
    expect(verdicts(report), JSON.stringify(report)).toEqual([
      ["chat", "delivered"],
      ["on-call", "delivered"],
    ]);
    expect(report).toMatchObject({ passed: true, notes: [] });
    expect(drillTrouble(report)).toBeNull();
    judged(on, report);
    expect(routeTo(report, "chat")).toMatchObject({
      ...{ route: "{}", alerts: ["Hot", "Warm"], integrations: ["webhook"] },
      posted: {
        ...{ alert: "Hot", sample: "a series of DCGM_FI_DEV_GPU_TEMP", receivers: ["chat"] },
        labels: { alertname: "Hot", severity: "warning", gpu: "3", hostname: "gpu-1", prometheus: "monitoring/main" },
      },
      counted: { attribution: "shared", notifications: 1, requests: 1, failedRequests: 0, failed: [] },
    });
    expect(on.receiver.delivered()[0]?.annotations).toMatchObject({
      drill: "repository acme/stack, run https://github.com/acme/stack/actions/runs/7, started by jane.",
      summary: expect.stringMatching(/^DRILL, nothing is wrong: this Hot /),
    });
    const ends = on.receiver.ended;
    await waitUntil("both receivers were told that it is over", () => ends().length === 2, 20_000);
    expect(ends().every(({ labels }) => labels["drill"] === "true")).toBe(true);
  });

  test("counters by receiver tell whose a notification was, and all are drilled at once", async () => {
    const args = ["--enable-feature=receiver-name-in-metrics"];
    const on = await open({ config: twoReceivers, args, statusOf: (path) => (path === "/chat" ? 500 : 200) });
    const report = await on.drill([warning("Hot"), critical]);
    expect(verdicts(report)).toEqual([
      ["chat", "not-delivered"],
      ["on-call", "delivered"],
    ]);
    expect(routeTo(report, "on-call").counted).toMatchObject({ attribution: "receiver", failedRequests: 0 });
    expect(routeTo(report, "chat").counted).toMatchObject({
      attribution: "receiver",
      failed: [{ reason: "serverError", count: 1 }],
    });
    judged(on, report);
  });

  test("of three replicas each has the alert, and the one that notifies is found", async () => {
    const on = await open({ config: oneReceiver, replicas: 3 });
    const report = await on.drill([warning("Hot")]);
    expect(routeTo(report, "chat")).toMatchObject({ verdict: "delivered", counted: { attribution: "integration" } });
    judged(on, report);
  });

  test.each([
    ["counted together", []],
    ["counted by receiver", ["--enable-feature=receiver-name-in-metrics"]],
  ])("a drill mutes no other one, as an alert of more severity would: %s", async (_how, args) => {
    const on = await open({
      args,
      config: (url) => ({
        ...twoReceivers(url),
        inhibit_rules: [
          {
            ...{ source_matchers: ["severity=critical"], target_matchers: ["severity=~warning|info"] },
            equal: ["namespace", "alertname"],
          },
        ],
      }),
      series,
    });
    const report = await on.drill([
      { alert: "Hot", labels: { severity: "critical" } },
      { alert: "Hot", labels: { severity: "warning" } },
    ]);
    expect(verdicts(report), JSON.stringify(report)).toEqual([
      ["chat", "delivered"],
      ["on-call", "delivered"],
    ]);
    judged(on, report);
  });

  test("a second drill some seconds later, whose group is there already, is proved as well", async () => {
    const on = await open({ config: oneReceiver });
    await on.drill([warning("Hot")]);
    const again = await on.drill([warning("Hot")]);
    expect(routeTo(again, "chat"), JSON.stringify(again)).toMatchObject({ verdict: "delivered" });
  });

  test("an alert that two routes take proves both, as far as their counters differ", async () => {
    const on = await open({
      config: (url) => ({
        route: {
          ...{ receiver: "null", ...quick },
          routes: [
            { receiver: "first", matchers: ["severity=~.+"], continue: true },
            { receiver: "second", matchers: ["severity=critical"] },
          ],
        },
        receivers: [
          { name: "null" },
          { name: "first", webhook_configs: hook(url, "first") },
          { name: "second", webhook_configs: hook(url, "second") },
        ],
      }),
    });
    const report = await on.drill([critical]);
    expect(verdicts(report)).toEqual([
      ["second", "delivered"],
      ["first", "delivered"],
    ]);
    judged(on, report);
  });
});

describe("a receiver that is never told", () => {
  test("answers 500: named with the reason that Alertmanager counts, and others are still proved", async () => {
    const on = await open({ config: oneReceiver, statusOf: () => 500 });
    const report = await on.drill([warning("Hot")]);
    expect(routeTo(report, "chat")).toMatchObject({
      verdict: "not-delivered",
      why: expect.stringMatching(
        /^Alertmanager gave the notification up \(webhook: serverError\) after \d+ failed webhook/,
      ),
    });
    expect(report.passed).toBe(false);
    expect(drillTrouble(report)).toMatchObject({
      reason: "verify-failed",
      message: expect.stringMatching(/chat, route {}/),
    });
    judged(on, report);
  });

  test("answers 401: told at once", async () => {
    const on = await open({ config: oneReceiver, statusOf: () => 401 });
    const report = await on.drill([warning("Hot")]);
    expect(routeTo(report, "chat").why).toMatch(/gave the notification up \(webhook: clientError\) after 1 failed/);
    expect(report.waitedMs).toBeLessThan(6000);
  });

  test("fails while Alertmanager still tries: without a reason, and what is counted with it is not claimed", async () => {
    const on = await open({
      config: (url) => {
        const config = twoReceivers(url);
        return { ...config, route: { ...config.route, group_interval: "5m" } };
      },
      statusOf: (path) => (path === "/chat" ? 503 : 200),
    });
    const request = on.request([warning("Hot"), critical]);
    const report = await on.drill([warning("Hot"), critical], {
      inputs: { ...request.inputs, verifyTimeoutMs: 60_000 },
    });
    expect(routeTo(report, "chat")).toMatchObject({
      verdict: "not-delivered",
      why: expect.stringMatching(/^\d+ failed webhook requests, and none was answered well; Alertmanager still tries/),
    });
    expect(routeTo(report, "on-call")).toMatchObject({
      verdict: "cannot-be-told",
      why: expect.stringMatching(/it may have been that of Hot, which Alertmanager may still be trying: webhook of/),
    });
    expect(on.receiver.delivered().map(({ receiver }) => receiver)).toEqual(["on-call"]);
  });

  test("has no integration: nothing is posted", async () => {
    const on = await open({
      config: () => ({ route: { receiver: "null", ...quick }, receivers: [{ name: "null" }] }),
    });
    const report = await on.drill([warning("Hot")]);
    expect(routeTo(report, "null")).toMatchObject({
      ...{ verdict: "not-delivered", posted: null, integrations: [] },
      why: `The receiver "null" has no integration: it notifies nobody, and nothing was posted.`,
    });
    expect(await (await fetch(`${on.url}/api/v2/alerts`)).json()).toEqual([]);
  });

  test("is muted by a silence over everything: the silence is named, and nothing is posted", async () => {
    const on = await open({ config: oneReceiver, series });
    await post(on.url, "silences", {
      matchers: [{ name: "alertname", value: ".+", isRegex: true, isEqual: true }],
      startsAt: new Date(Date.now() - 1000).toISOString(),
      endsAt: new Date(Date.now() + 600_000).toISOString(),
      ...{ createdBy: "jane", comment: "quiet, please" },
    });
    const report = await on.drill([warning("Hot")]);
    expect(routeTo(report, "chat")).toMatchObject({
      ...{ verdict: "not-delivered", posted: null },
      swallowedBy: [expect.stringMatching(/^silence [0-9a-f-]{36} of jane \(.+; "quiet, please"\) until .+$/)],
    });
    judged(on, report);
  });

  test("a silence of one node does not mute the route: another node's labels are taken", async () => {
    const on = await open({ config: oneReceiver, series: [...series, { gpu: "0", hostname: "gpu-2" }] });
    await post(on.url, "silences", {
      matchers: [{ name: "hostname", value: "gpu-1", isRegex: false, isEqual: true }],
      startsAt: new Date(Date.now() - 1000).toISOString(),
      endsAt: new Date(Date.now() + 600_000).toISOString(),
      ...{ createdBy: "jane", comment: "repair" },
    });
    const report = await on.drill([warning("Hot")]);
    expect(routeTo(report, "chat")).toMatchObject({ verdict: "delivered", posted: { labels: { hostname: "gpu-2" } } });
    judged(on, report);
  });

  test("is muted by an inhibiting alert: that is named", async () => {
    const on = await open({
      config: (url) => ({
        ...oneReceiver(url),
        inhibit_rules: [{ source_matchers: ["alertname=Storm"], target_matchers: ["severity=warning"] }],
      }),
    });
    await post(on.url, "alerts", [
      {
        labels: { alertname: "Storm" },
        endsAt: new Date(Date.now() + 600_000).toISOString(),
        startsAt: new Date().toISOString(),
      },
    ]);
    await waitUntil("Storm is there", () => on.receiver.delivered().length === 1, 10_000);
    const report = await on.drill([warning("Hot")]);
    expect(routeTo(report, "chat")).toMatchObject({
      ...{ verdict: "not-delivered", swallowedBy: ["the alert Storm inhibits it"] },
      posted: { endedAt: expect.any(String) },
    });
    expect(on.receiver.delivered().map(({ alertname }) => alertname)).toEqual(["Storm"]);
  });

  test("is muted by a drill that a dead run has left behind: that is told, and is no failure", async () => {
    const on = await open({
      config: (url) => ({
        ...oneReceiver(url),
        inhibit_rules: [{ source_matchers: ["severity=critical"], target_matchers: ["severity=warning"] }],
      }),
    });
    const left = { alertname: "Hotter", severity: "critical", drill: "true", drill_run: "6-000000" };
    const endsAt = new Date(Date.now() + 600_000).toISOString();
    await post(on.url, "alerts", [{ labels: left, endsAt, startsAt: new Date().toISOString() }]);
    await waitUntil("it is there", () => on.receiver.delivered().length === 1, 10_000);
    expect(routeTo(await on.drill([warning("Hot")]), "chat")).toMatchObject({
      verdict: "cannot-be-told",
      why: expect.stringContaining("Another drill mutes it, as the real alert would while it fires: Hotter."),
    });
  });

  test("is mute by its time intervals: that is told, and is no failure", async () => {
    const on = await open({
      config: (url) => ({
        route: {
          receiver: "chat",
          ...quick,
          routes: [{ matchers: ["alertname=Hot"], mute_time_intervals: ["always"] }],
        },
        time_intervals: [{ name: "always", time_intervals: [{ times: [{ start_time: "00:00", end_time: "24:00" }] }] }],
        receivers: [{ name: "chat", webhook_configs: hook(url, "chat") }],
      }),
    });
    const report = await on.drill([warning("Hot")]);
    expect(report.routes).toMatchObject([
      { verdict: "cannot-be-told", why: "The route is mute now by its time intervals: always." },
    ]);
    judged(on, report);
  });
});

describe("whom a drill may tell", () => {
  const both = (url: string) => ({
    route: {
      ...{ receiver: "chat", ...quick },
      routes: [
        { receiver: "on-call", matchers: ["severity=critical"], continue: true },
        { receiver: "chat", matchers: ["severity=critical"] },
      ],
    },
    receivers: [
      { name: "chat", webhook_configs: hook(url, "chat") },
      { name: "on-call", webhook_configs: hook(url, "on-call") },
    ],
  });

  test("drill-receivers limits it, also where an alert would reach somebody else beside", async () => {
    const on = await open({ config: both });
    const { inputs } = on.request([]);
    const report = await on.drill([warning("Hot"), critical], { inputs: { ...inputs, drillReceivers: ["chat"] } });
    expect(report.routes.map(({ route, verdict }) => [route, verdict])).toEqual([
      ["{}", "delivered"],
      [`{}/{severity="critical"} #2`, "cannot-be-told"],
    ]);
    expect(report.routes[1]?.why).toMatch(/somebody who is not to be drilled \(its receivers: on-call, chat\)/);
    judged(on, report);
    await expect(on.drill([critical], { inputs: { ...inputs, drillReceivers: ["nobody"] } })).rejects.toMatchObject({
      reason: "invalid-input",
      message: "Input drill-receivers names nobody, and no GPU alert is routed there.",
    });
  });

  test("a deploy tells nobody but whom the approved plan names, and misses whom that names", async () => {
    const on = await open({ config: twoReceivers });
    const planned = (receiver: string) => ({
      ...{ alertmanager: "Alertmanager monitoring/main", route: "{}", receiver },
      ...{ integrations: ["webhook"], alerts: ["Hot"] },
    });
    const report = await on.drill([warning("Hot"), critical], {
      planned: { routes: [planned("chat"), planned("gone")], unseen: [] },
    });
    expect(report.routes.map(({ receiver, verdict, why }) => [receiver, verdict, why])).toEqual([
      ["chat", "delivered", expect.any(String)],
      [
        "gone",
        "not-delivered",
        expect.stringMatching(/^The files have it, and the configuration that Alertmanager runs/),
      ],
      ["on-call", "cannot-be-told", "The approved plan does not name its receiver, and nothing was posted."],
    ]);
    judged(on, { ...report, routes: report.routes.slice(0, 1) });
  });

  test("a matcher on the label drill would lead it elsewhere: it is said, and nothing is posted", async () => {
    const on = await open({
      config: (url) => ({
        ...oneReceiver(url),
        route: { receiver: "chat", ...quick, routes: [{ receiver: "null", matchers: ["drill=true"] }] },
        receivers: [{ name: "null" }, ...oneReceiver(url).receivers],
      }),
    });
    const report = await on.drill([warning("Hot")]);
    expect(routeTo(report, "chat")).toMatchObject({
      ...{ verdict: "cannot-be-told", posted: null },
      why: expect.stringMatching(/^A matcher looks at a label that only a drill has/),
    });
  });
});

test("a cancelled run ends what it has posted", async () => {
  const on = await open({
    config: (url) => ({ ...oneReceiver(url), route: { receiver: "chat", ...quick, group_wait: "30s" } }),
  });
  const cancel = new AbortController();
  const { outside } = on.request([]);
  const running = on.drill([warning("Hot")], { outside: { ...outside, signal: cancel.signal } });
  running.catch(() => undefined);
  const shown = async () => (await (await fetch(`${on.url}/api/v2/alerts`)).json()) as readonly unknown[];
  await waitUntil("the alert is there", async () => (await shown()).length === 1, 10_000);
  cancel.abort();
  await expect(running).rejects.toMatchObject({ reason: "cancelled" });
  expect(await shown()).toEqual([]);
});

test("without an Alertmanager that answers nothing is claimed", async () => {
  const on = await open({ config: oneReceiver });
  const request = on.request([warning("Hot")]);
  const report = await on.drill([warning("Hot")], {
    cluster: {
      openApi: async () => ({
        ask: async () => ({ status: 403, text: '{"message":"services is forbidden"}', cookies: [] }),
        close: async () => undefined,
      }),
    },
    inputs: request.inputs,
  });
  expect(report.routes).toMatchObject([
    { receiver: "chat", verdict: "cannot-be-told", why: expect.stringMatching(/answers 403: services is forbidden/) },
  ]);
});

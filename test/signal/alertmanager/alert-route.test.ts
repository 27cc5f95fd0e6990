import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { exactly, type LabelShape } from "../../../src/promql/label-shape.ts";
import { routeOf } from "../../../src/signal/alertmanager/alert-route.ts";
import { readAlertmanagerConfig } from "../../../src/signal/alertmanager/read-alertmanager-config.ts";
import { askAmtool } from "./ask-amtool.ts";
import { judgeRoutes } from "./judge-routes.ts";
import { matcherCase, type RouteCase, treeCase } from "./route-cases.ts";

/** ROUTE_CASES=500 asks amtool that often; SEED repeats a run. */
const count = Number(process.env["ROUTE_CASES"] ?? 100);
const seed = Number(process.env["SEED"] ?? 20_261_122);

describe(`amtool decides as we do (${count} cases each, seed ${seed})`, () => {
  test.each([
    ["routing trees", treeCase],
    ["ways to write matchers", matcherCase],
  ])("%s", async (what, arbitrary) => {
    const { answers, disagreements } = await judgeRoutes(arbitrary, count, seed);
    const accepted = answers.filter((answer) => answer !== null);
    console.log(
      `${what}: ${count} cases, ${count - disagreements.length} agreements, ${disagreements.length} disagreements, ${count - accepted.length} refused by amtool; seed ${seed}`,
    );
    expect(disagreements).toEqual([]);
    // A generator of nothing but refused or silent trees would prove nothing.
    expect(accepted.length).toBeGreaterThan(count / 3);
    expect(new Set(accepted.map(String)).size).toBeGreaterThan(1);
  });
});

describe("labels of which not everything is known", () => {
  const config = (routes: readonly unknown[]) => {
    const read = readAlertmanagerConfig(
      JSON.stringify({
        route: { receiver: "null", routes },
        receivers: [{ name: "null" }, { name: "loud", webhook_configs: [{ url: "http://127.0.0.1:9/" }] }],
      }),
    );
    if (read.config === null) throw new Error(read.problem.message);
    return read.config;
  };
  const shape = (labels: Readonly<Record<string, readonly string[] | null>>): LabelShape => ({
    labels: new Map(Object.entries(labels)),
    open: false,
  });
  const judge = (routes: readonly unknown[], labels: Readonly<Record<string, readonly string[] | null>>) => {
    const { notifies, routes: ends } = routeOf(config(routes), shape(labels));
    return [notifies, ...ends.map(({ route, certain }) => `${route.receiver}${certain ? "" : "?"}`)];
  };

  test("a route on an unknown label decides: it depends", () => {
    expect(judge([{ receiver: "loud", matchers: ["pod=x"] }], { pod: null })).toEqual(["depends", "loud?", "null?"]);
  });

  test("both ways lead to the same kind of receiver", () => {
    const all = [
      { receiver: "loud", matchers: ["pod=x"] },
      { receiver: "loud", matchers: ["severity=critical"] },
    ];
    expect(judge(all, { pod: null, severity: ["critical"] })).toEqual(["always", "loud?", "loud?"]);
    expect(judge([{ receiver: "null", matchers: ["pod=x"] }], { pod: null })).toEqual(["never", "null?", "null?"]);
  });

  test("a silent route on an unknown label that continues takes nothing away", () => {
    const all = [{ receiver: "null", matchers: ["pod=x"], continue: true }, { receiver: "loud" }];
    expect(judge(all, { pod: null })).toEqual(["always", "null?", "loud"]);
  });

  test("values that are all on one side decide", () => {
    const all = [{ receiver: "loud", matchers: ['severity=~"critical|warning"'] }];
    expect(judge(all, { severity: ["critical", "warning"] })).toEqual(["always", "loud"]);
    expect(judge(all, { severity: ["critical", "info"] })).toEqual(["depends", "loud?", "null?"]);
    expect(judge(all, { severity: [""] })).toEqual(["never", "null"]);
  });

  test("whatever value the unknown label turns out to have, it was foreseen", () => {
    fc.assert(
      fc.property(treeCase, fc.constantFrom("severity", "namespace"), (one, unknown) => {
        const read = readAlertmanagerConfig(JSON.stringify(one.config));
        fc.pre(read.config !== null);
        const known = exactly(one.labels).labels;
        const foreseen = routeOf(read.config, { labels: new Map([...known, [unknown, null]]), open: false });
        for (const value of ["", "critical", "gpu-operator", "anything"]) {
          const actual = routeOf(read.config, { labels: new Map([...known, [unknown, [value]]]), open: false });
          const ends = actual.routes.map(({ route }) => route);
          expect(foreseen.routes.map(({ route }) => route)).toEqual(expect.arrayContaining(ends));
          const surely = foreseen.routes.filter(({ certain }) => certain).map(({ route }) => route);
          expect(ends).toEqual(expect.arrayContaining(surely));
          if (foreseen.notifies !== "depends") expect(actual.notifies).toBe(foreseen.notifies);
        }
      }),
      { numRuns: 300, seed },
    );
  });

  test("labels that may be there beside the known ones", () => {
    const all = [{ receiver: "loud", matchers: ["team=gpu"] }];
    expect(routeOf(config(all), { labels: new Map(), open: true }).notifies).toBe("depends");
    expect(routeOf(config(all), { labels: new Map(), open: false }).notifies).toBe("never");
  });
});

describe("a configuration that Alertmanager refuses", () => {
  const base = { route: { receiver: "a" }, receivers: [{ name: "a" }] };
  const interval = (period: JsonObject) => ({ name: "night", time_intervals: [period] });
  test.each([
    ["no route", { receivers: [] }, "it has no route", ["route"]],
    ["no receiver", { route: {}, receivers: [] }, "its first route names no receiver", ["route"]],
    [
      "a matcher at the root",
      { ...base, route: { receiver: "a", matchers: ["a=b"] } },
      "its first route must not have matchers",
      ["route", "matchers"],
    ],
    [
      "an undefined receiver",
      { ...base, route: { receiver: "a", routes: [{ receiver: "b" }] } },
      'a route names the receiver "b", which is not defined',
      ["route", "routes", 0, "receiver"],
    ],
    [
      "a matcher that is none",
      { ...base, route: { receiver: "a", routes: [{ matchers: ["severity"] }] } },
      '"severity" is no matcher',
      ["route", "routes", 0, "matchers", 0],
    ],
    [
      "a slip",
      { ...base, route: { receiver: "a", routes: [{ matcher: ["a=b"] }] } },
      'it has no field "matcher" here; "matchers" is meant',
      ["route", "routes", 0, "matcher"],
    ],
    [
      "an unknown time interval",
      { ...base, route: { receiver: "a", routes: [{ mute_time_intervals: ["night"] }] } },
      'a route names the time interval "night", which is not defined',
      ["route", "routes", 0, "mute_time_intervals"],
    ],
    [
      "a night in one piece",
      { ...base, time_intervals: [interval({ times: [{ start_time: "22:00", end_time: "06:00" }] })] },
      "a time of a time interval ends at 06:00, not after it begins at 22:00: a night is two of them, up to 24:00 and from 00:00 on",
      ["time_intervals", 0, "time_intervals", 0, "times", 0],
    ],
    [
      "a weekend in one piece",
      { ...base, time_intervals: [interval({ weekdays: ["saturday:sunday"] })] },
      '"saturday:sunday" in a time interval ends before it begins: weeks begin with Sunday',
      ["time_intervals", 0, "time_intervals", 0, "weekdays", 0],
    ],
    [
      "a day by its short name",
      { ...base, mute_time_intervals: [interval({ weekdays: ["mon:fri"] })] },
      '"mon:fri" in a time interval is no day of the week: names are written in full, a range as `first:last`',
      ["mute_time_intervals", 0, "time_intervals", 0, "weekdays", 0],
    ],
    [
      "an interval that is named twice",
      { ...base, time_intervals: [interval({}), interval({})] },
      'two time intervals are named "night"',
      ["time_intervals", 1, "name"],
    ],
    [
      "a name that is used twice",
      { ...base, receivers: [{ name: "a" }, { name: "a" }] },
      'two receivers are named "a"',
      ["receivers", 1, "name"],
    ],
    [
      "a duration without a unit",
      { ...base, route: { receiver: "a", group_wait: 30 } },
      'group_wait is "30", which is no duration: it has no unit',
      ["route", "group_wait"],
    ],
    [
      "an interval of nothing",
      { ...base, route: { receiver: "a", repeat_interval: "0s" } },
      "repeat_interval must not be zero",
      ["route", "repeat_interval"],
    ],
    [
      "a group by one label twice",
      { ...base, route: { receiver: "a", group_by: ["a", "b", "a"] } },
      'group_by names "a" twice',
      ["route", "group_by"],
    ],
    [
      "a group by all labels and one",
      { ...base, route: { receiver: "a", group_by: ["...", "a"] } },
      'group_by has "..." and other labels',
      ["route", "group_by"],
    ],
    [
      "a slip at the top",
      { ...base, reciever: [] },
      'it has no field "reciever" here; "receivers" is meant',
      ["reciever"],
    ],
    [
      "a slip in a receiver",
      { ...base, receivers: [{ name: "a", slack_config: [{}] }] },
      'it has no field "slack_config" here; "slack_configs" is meant',
      ["receivers", 0, "slack_config"],
    ],
    [
      "a webhook without address",
      { ...base, receivers: [{ name: "a", webhook_configs: [{ send_resolved: true }] }] },
      'an integration of the kind webhook, of the receiver "a", lacks an address (url or url_file)',
      ["receivers", 0, "webhook_configs", 0],
    ],
    [
      "a Slack channel without address",
      { ...base, receivers: [{ name: "a", slack_configs: [{ channel: "#x" }] }] },
      'an integration of the kind slack, of the receiver "a", lacks an address (api_url, api_url_file, or slack_api_url under global) or a token of an app',
      ["receivers", 0, "slack_configs", 0],
    ],
    [
      "a mail without server",
      { ...base, receivers: [{ name: "a", email_configs: [{ to: "a@b", from: "c@d" }] }] },
      'an integration of the kind email, of the receiver "a", lacks a server (smarthost, or smtp_smarthost under global)',
      ["receivers", 0, "email_configs", 0],
    ],
    [
      "PagerDuty without key",
      { ...base, receivers: [{ name: "a", pagerduty_configs: [{ severity: "error" }] }] },
      'an integration of the kind pagerduty, of the receiver "a", lacks a key (routing_key, service_key, or a file of one)',
      ["receivers", 0, "pagerduty_configs", 0],
    ],
  ])("%s", async (_, config, message, path) => {
    const asked: unknown[] = [];
    const read = readAlertmanagerConfig(JSON.stringify(config), (at) => {
      asked.push(at);
      return null;
    });
    expect(read.problem?.message).toBe(message);
    read.problem?.place();
    expect(asked).toEqual([path]);
    const [amtool] = await askAmtool([{ config: config as RouteCase["config"], labels: { a: "b" } }]);
    expect(amtool).toBeNull();
  });

  test.each([
    ["a group by all labels, said twice", { ...base, route: { receiver: "a", group_by: ["...", "..."] } }],
    ["group_wait: 0", { ...base, route: { receiver: "a", group_wait: "0s" } }],
    [
      "an address under global",
      { ...base, global: { slack_api_url_file: "/x" }, receivers: [{ name: "a", slack_configs: [{ channel: "#x" }] }] },
    ],
    [
      "addresses in files",
      {
        ...base,
        receivers: [
          { name: "a", webhook_configs: [{ url_file: "/x" }], pagerduty_configs: [{ routing_key_file: "/x" }] },
        ],
      },
    ],
    [
      "a server under global",
      {
        ...base,
        global: { smtp_smarthost: "m:25", smtp_from: "a@b" },
        receivers: [{ name: "a", email_configs: [{ to: "a@b" }] }],
      },
    ],
  ])("not for %s", async (_, config) => {
    expect(readAlertmanagerConfig(JSON.stringify(config)).problem).toBeNull();
    expect(await askAmtool([{ config: config as RouteCase["config"], labels: { a: "b" } }])).toEqual([["a"]]);
  });

  test("a kind of integration that is not known may be a newer Alertmanager's", () => {
    const later = { ...base, receivers: [{ name: "a", slick_configs: [{}] }] };
    expect(readAlertmanagerConfig(JSON.stringify(later)).problem).toBeNull();
  });

  test("text that is no YAML", () => {
    expect(readAlertmanagerConfig("route: [").problem?.message).toMatch(/^it is no YAML: /);
  });
});

test("scalars stay as they are written, as Go reads them into text", () => {
  const read = readAlertmanagerConfig(
    "route: {receiver: a, routes: [{match: {up: yes, code: 0x10}, continue: on}]}\nreceivers: [{name: a}]",
  );
  expect(read.config?.route.routes[0]).toMatchObject({
    matchers: [
      { name: "up", op: "=", value: "yes" },
      { name: "code", op: "=", value: "0x10" },
    ],
    continue: true,
  });
});

test("aliases that stand for millions of routes are refused, and so is a tree nobody can have written", () => {
  const levels = Array.from(
    { length: 12 },
    (_, i) => `x${i}: &l${i} {routes: [${Array(9).fill(i === 0 ? "{}" : `*l${i - 1}`)}]}`,
  );
  const many = `${levels.join("\n")}\nroute: {receiver: a, routes: [*l11]}\nreceivers: [{name: a}]`;
  expect(readAlertmanagerConfig(many).problem?.message).toMatch(/^it has more than 50000 routes/);
  const deep = `route: {receiver: a, routes: [${"{routes: [".repeat(300)}{}${"]}".repeat(300)}]}\nreceivers: [{name: a}]`;
  expect(readAlertmanagerConfig(deep).problem).not.toBeNull();
});

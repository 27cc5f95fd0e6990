import { describe, expect, test } from "vitest";
import { timeUntilTold } from "../../../src/signal/alerts/time-to-page.ts";
import { ruleEntries } from "../../../src/signal/rules/rule-entries.ts";
import { knownMetrics } from "../../../src/signal/series/known-metrics.ts";
import { alertWorld, gpuOperator, loudConfig, monitor } from "./alert-world.ts";

const timeOf = (rules: string, options: Parameters<typeof alertWorld>[1] = {}) => {
  const world = alertWorld(rules, { monitors: monitor("interval: 15s"), ...options });
  const entry = ruleEntries(world).find(({ name }) => name === "Test");
  if (entry === undefined) throw new Error("no alert Test");
  return timeUntilTold(entry, { world, known: knownMetrics(world, new Map()) });
};
const alert = (expr: string, more = ""): string => `- {alert: Test, expr: ${JSON.stringify(expr)}${more}}`;
const waitsOf = (...given: Parameters<typeof timeOf>): Record<string, number> =>
  Object.fromEntries((timeOf(...given)?.waits ?? []).map(({ name, seconds }) => [name, seconds]));

const defaults = { collection: 30, scrape: 15, evaluation: 30, group_wait: 30 };

describe("a notification waits for", () => {
  test.each([
    ["the exporter, the scrape, the evaluation, the group", alert("DCGM_FI_DEV_GPU_TEMP > 85"), defaults],
    ["`for`, in whole evaluations", alert("DCGM_FI_DEV_GPU_TEMP > 85", ", for: 40s"), { ...defaults, for: 60 }],
    ["the window", alert("avg_over_time(DCGM_FI_DEV_GPU_TEMP[5m]) > 85"), { ...defaults, window: 300 }],
    [
      "the end of series",
      alert("absent(DCGM_FI_DEV_GPU_TEMP)"),
      { scrape: 15, staleness: 31.5, evaluation: 30, group_wait: 30 },
    ],
    [
      // What the exporter asks DCGM for does not count: the target is there or not.
      "the scrape of the target that `up` is of",
      alert('up{job="nvidia-dcgm-exporter"} == 0'),
      { scrape: 15, evaluation: 30, group_wait: 30 },
    ],
    [
      "a scrape as Prometheus does it by itself, of a target that is not in sight",
      alert('up{job="elsewhere"} == 0'),
      { scrape: 30, evaluation: 30, group_wait: 30 },
    ],
    [
      "the slowest rule on its way",
      `${alert("gpu:temp:max > 85 and DCGM_FI_DEV_FB_USED > 0")}\n- {record: "gpu:temp:max", expr: "avg_over_time(gpu:temp[2m])"}\n- {record: "gpu:temp", expr: DCGM_FI_DEV_GPU_TEMP}`,
      { ...defaults, window: 120, recording: 60 },
    ],
    [
      "a record of the worst, which the first sample decides",
      `${alert("gpu:temp:max > 85")}\n- {record: "gpu:temp:max", expr: "max_over_time(DCGM_FI_DEV_GPU_TEMP[1h])"}`,
      { ...defaults, recording: 30 },
    ],
  ])("%s", (_what, rules, expected) => {
    const time = timeOf(rules);
    const told: Record<string, number> = {};
    for (const { name, seconds } of time?.waits ?? []) told[name] = (told[name] ?? 0) + seconds;
    expect(told).toEqual(expected);
    expect(time?.seconds).toBe(Object.values(expected).reduce((total, seconds) => total + seconds, 0));
  });

  test("what Prometheus and the route say", () => {
    const config = loudConfig.replace("receiver: on-call", "receiver: on-call\n  group_wait: 1s\n  group_interval: 2m");
    const options = { config, prometheus: "evaluationInterval: 1m" };
    expect(waitsOf(alert("DCGM_FI_DEV_GPU_TEMP > 85"), options)).toEqual({
      ...defaults,
      evaluation: 60,
      group_wait: 1,
    });
    expect(timeOf(alert("DCGM_FI_DEV_GPU_TEMP > 85"), options)?.inOpenGroup).toBe(30 + 15 + 60 + 120);
  });
});

test("samples that Prometheus lets arrive first are as much older at each rule on the way", () => {
  const rules = `${alert("gpu:temp:max > 85")}\n- {record: "gpu:temp:max", expr: DCGM_FI_DEV_GPU_TEMP}`;
  const time = timeOf(rules, { prometheus: "ruleQueryOffset: 2m" });
  expect(time?.seconds).toBe((timeOf(rules)?.seconds ?? 0) + 240);
  expect(time?.waits.filter(({ name }) => name === "query_offset").map(({ seconds }) => seconds)).toEqual([120, 120]);
});

describe("it is not told", () => {
  const hot = alert("DCGM_FI_DEV_GPU_TEMP > 85");
  test.each([
    ["how often the exporter asks", hot, { exporter: { ...gpuOperator, collectMs: null } }],
    ["what a subquery steps by", alert("max_over_time((DCGM_FI_DEV_GPU_TEMP > 85)[1h:1m]) > 0"), {}],
    ["where the alert is sent", hot, { config: null }],
    ["a route that notifies nobody", hot, { config: 'route: {receiver: "null"}\nreceivers: [{name: "null"}]\n' }],
  ])("without %s", (_what, rules, options) => {
    expect(timeOf(rules, options)).toBeNull();
  });
});

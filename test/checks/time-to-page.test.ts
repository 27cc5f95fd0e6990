import { expect, test } from "vitest";
import { checkOptions } from "../../src/checks/check-option.ts";
import { timeToPage } from "../../src/checks/time-to-page.ts";
import { alertWays } from "../../src/signal/alerts/alert-path.ts";
import type { Resolution } from "../../src/signal/resolve-signals.ts";
import { knownMetrics } from "../../src/signal/series/known-metrics.ts";
import { alertWorld, monitor } from "../signal/alerts/alert-world.ts";
import { subjectOf } from "./subject.ts";

test("of two alerts of one name the one that is late is told", () => {
  const rules = `- {alert: GPU, expr: DCGM_FI_DEV_GPU_TEMP > 85, labels: {class: temperature}}
- {alert: GPU, expr: DCGM_FI_DEV_XID_ERRORS > 0, for: 1h, labels: {class: xid}}`;
  const world = alertWorld(rules, { monitors: monitor("interval: 15s") });
  const known = knownMetrics(world, new Map());
  const subject = subjectOf({});
  const resolution: Resolution = { ...subject.resolution, world, known, alerts: alertWays(world, known, new Map()) };
  const options = checkOptions(timeToPage.options ?? {}, { temperature: "10m" });
  const [late, ...others] = [...timeToPage.find({ ...subject, resolution }, options)];
  expect(others).toEqual([]);
  expect(late?.message).toMatch(/told of XID errors \(xid\) up to 1h/);
  const second = resolution.alerts[1]?.entry;
  expect(late?.at).toEqual(second?.object.locate([...second.path, "for"]));
  expect(late?.at).not.toEqual(second?.object.locate([...second.path, "alert"]));
});

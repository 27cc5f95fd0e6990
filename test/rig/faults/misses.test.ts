import { expect, test } from "vitest";
import { type ObservedPath, observedHop } from "../../../src/verify/verification.ts";
import { plantedFaults } from "./all-faults.ts";
import { missesIn } from "./misses.ts";
import { isOf } from "./plant-faults.ts";

const path: ObservedPath = {
  ...{ signal: "metrics", subject: "ServiceMonitor monitoring/gpu", sight: "not-seen" },
  resource: { apiVersion: "v1", kind: "ServiceMonitor", namespace: "monitoring", name: "gpu" },
  hops: [
    observedHop("arrives", "ok", "not-seen", "No target."),
    observedHop("pods-exist", "ok", "seen", "Two."),
    observedHop("port-exists", "ok", "not-seen", "No such port."),
  ],
};

test("a path is missed by the first hop on its way that is not seen, whatever was looked at first", () => {
  const misses = missesIn({
    paths: [path, { ...path, hops: [] }],
    conditions: [
      { condition: "clocks-agree", subject: "Prometheus a/b", sight: "not-seen", what: "Apart.", hint: null },
      { condition: "targets-are-up", subject: "x", sight: "cannot-be-seen", what: "Why.", hint: null },
    ],
  });
  expect(misses).toEqual([
    { first: "port-exists", subject: "ServiceMonitor monitoring/gpu", what: "No such port." },
    { first: "clocks-agree", subject: "Prometheus a/b", what: "Apart." },
  ]);
});

test("a fault is found by its own hop, of its own subject, for its own reason alone", () => {
  const fault = {
    title: "",
    breaks: "port-exists",
    of: "monitoring/gpu",
    says: "such",
    plant: async () => async () => {},
  } as const;
  const miss = { first: "port-exists", subject: "ServiceMonitor monitoring/gpu", what: "No such port." } as const;
  expect(isOf(miss, fault)).toBe(true);
  expect(isOf({ ...miss, first: "pods-exist" }, fault)).toBe(false);
  expect(isOf({ ...miss, subject: "ServiceMonitor monitoring/other" }, fault)).toBe(false);
  expect(isOf({ ...miss, what: "Something else." }, fault)).toBe(false);
});

test("there are 25 faults or more, each under a name of its own", () => {
  expect(plantedFaults.length).toBeGreaterThanOrEqual(25);
  expect(new Set(plantedFaults.map(({ title }) => title)).size).toBe(plantedFaults.length);
});

import { expect, test } from "vitest";
import { checkOptions } from "../../src/checks/check-option.ts";
import { dcgmServicemonitorMissing } from "../../src/checks/dcgm-servicemonitor-missing.ts";
import { metricsPaths } from "../../src/signal/metrics/metrics-path.ts";
import type { SignalPath } from "../../src/signal/path/signal-path.ts";
import { alertWorld, monitor, pathsOf } from "../signal/alerts/alert-world.ts";
import { subjectOf } from "./subject.ts";

const world = alertWorld("- {alert: A, expr: 'DCGM_FI_DEV_GPU_TEMP > 85'}", {
  monitors: monitor("\nrelabelings:\n  - {action: labelkeep, regex: job}"),
});
const ways = metricsPaths(world);
const found = (metrics: readonly SignalPath[]) => {
  const alerts = pathsOf(world).filter(({ signal }) => signal === "alert");
  const { resolution } = subjectOf({});
  return [
    ...dcgmServicemonitorMissing.find(
      subjectOf({ resolution: { ...resolution, world, paths: [...metrics, ...alerts] } }),
      checkOptions({}),
    ),
  ];
};

test("a signal that ends for want of targets is told, though no hop of the monitor's way is broken", () => {
  const seemingly = ways.map((way): SignalPath => ({ ...way, status: "ok" }));
  expect(found(seemingly).map(({ message }) => message)).toEqual([
    "ServiceMonitor monitoring/dcgm-exporter aims at gpu-operator v26.7.0 in gpu-operator, and Prometheus gets no target by it: alert A in PrometheusRule monitoring/gpu will never have a sample",
  ]);
});

test("where a hop of the monitor's way tells it, it is not told again", () => {
  expect(ways.map(({ status }) => status)).toEqual(["broken"]);
  expect(found(ways)).toEqual([]);
});

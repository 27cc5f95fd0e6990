import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ExporterModel } from "../../../src/dcgm/exporter-model.ts";
import type { SignalPath } from "../../../src/signal/path/signal-path.ts";
import { goodStack } from "../../checks/fixtures.ts";
import { loadWith } from "../../dcgm/load-with.ts";
import { fixtureWorld } from "../fixture-world.ts";
import { pathsOf } from "./alert-world.ts";

const operator = () => loadWith({ inputs: { exporter: "gpu-operator" } });
/** With the counters that the good stack has it read. */
const operatorOfTree = () => {
  const list = readFileSync(join(goodStack, "upstream/dcgm-metrics.csv"), "utf8");
  return loadWith({ inputs: { exporter: "gpu-operator" }, files: { "stack/upstream/dcgm-metrics.csv": list } });
};
const standalone = () => loadWith({ inputs: { exporter: "dcgm-exporter" } });
const none = () => loadWith({ inputs: { exporter: "none" } });

const pathsIn = async (
  fixture: string,
  exporter: ExporterModel,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly SignalPath[]> => pathsOf(await fixtureWorld(fixture, { exporter, files }));

/** Hops that are not ok, as `alert: hop status check file:line`. */
const troubles = (paths: readonly SignalPath[]): readonly string[] =>
  paths.flatMap(({ subject, hops }) =>
    hops.flatMap(({ hop, status, check, at }) =>
      status === "ok"
        ? []
        : [`${subject.split(" ")[1]}: ${hop} ${status} ${check} ${at?.file.split("/").at(-1)}:${at?.line}`],
    ),
  );

describe("the good stack", () => {
  test("beside a gpu-operator all of its alerts reach the receiver on-call", async () => {
    const paths = await pathsIn("prometheus-stack", await operatorOfTree());
    expect(paths.length).toBeGreaterThanOrEqual(8);
    expect(troubles(paths)).toEqual([]);
    const routes = paths.map(({ hops }) => hops.find(({ hop }) => hop === "route-reaches-receiver")?.why);
    expect(new Set(routes)).toEqual(new Set(["Alertmanager sends it to on-call (webhook)."]));
  });

  test("with nothing declared nothing is broken", async () => {
    const paths = await pathsIn("prometheus-stack", await none());
    expect(paths.filter(({ status }) => status === "broken")).toEqual([]);
    // absent() needs no series: it fires whatever the exporter is. The other reads what kube-state-metrics has.
    expect(paths.filter(({ status }) => status === "ok").map(({ subject }) => subject)).toEqual([
      "alert GPUMetricsAbsent in PrometheusRule monitoring/gpu-exporter",
      "alert GPUMissing in PrometheusRule monitoring/gpu-exporter",
    ]);
  });

  test("without its receiver the place is the line of the values that names it", async () => {
    const values = `alertmanager:
  config:
    receivers:
      - name: "null"
    route:
      # Nobody yet.
      receiver: "null"
`;
    const paths = await pathsIn("prometheus-stack", await operatorOfTree(), {
      "prometheus-stack/upstream/values.yaml": values,
    });
    expect(new Set(troubles(paths).map((line) => line.replace(/^\w+: /, "")))).toEqual(
      new Set(["route-reaches-receiver broken alert-no-receiver values.yaml:5"]),
    );
  });
});

describe("the documented stack", () => {
  test("beside a gpu-operator: neither selected, nor scraped, nor routed to anybody", async () => {
    expect(troubles(await pathsIn("stacks/as-documented", await operator()))).toEqual([
      "GPUTemperatureHigh: prometheus-selects-rule broken prometheusrule-not-selected gpu-alerts.yaml:4",
      "GPUTemperatureHigh: metrics-are-exported broken undefined gpu-alerts.yaml:11",
      "GPUTemperatureHigh: route-reaches-receiver broken alert-no-receiver install.sh:4",
      "GPUMemoryFull: prometheus-selects-rule broken prometheusrule-not-selected gpu-alerts.yaml:4",
      "GPUMemoryFull: metrics-are-exported broken promql-metric-not-exported gpu-alerts.yaml:18",
      "GPUMemoryFull: route-reaches-receiver broken alert-no-receiver install.sh:4",
      "GPUExporterDown: prometheus-selects-rule broken prometheusrule-not-selected gpu-alerts.yaml:4",
      "GPUExporterDown: labels-exist broken promql-job-label-mismatch gpu-alerts.yaml:25",
      "GPUExporterDown: route-reaches-receiver broken alert-no-receiver install.sh:4",
    ]);
  });

  test("beside the standalone chart the job is the one that it asks for, and there would be one if something scraped it", async () => {
    const found = troubles(await pathsIn("stacks/as-documented", await standalone()));
    // No check is named: what is at fault is the monitor.
    expect(found.filter((line) => line.includes("labels-exist"))).toEqual([
      "GPUExporterDown: labels-exist broken undefined gpu-alerts.yaml:25",
    ]);
    expect(found.filter((line) => line.includes("prometheusrule-not-selected"))).toHaveLength(3);
  });
});

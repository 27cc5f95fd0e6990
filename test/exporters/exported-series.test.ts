import { describe, expect, test } from "vitest";
import { containerSeries } from "../../src/exporters/container-series.ts";
import type { ExportedSeries } from "../../src/exporters/exported-series.ts";
import { programOf } from "../../src/exporters/exporter-program.ts";
import { nodeSeries } from "../../src/exporters/node-series.ts";
import { stateSeries } from "../../src/exporters/state-series.ts";

const perThing = (series: readonly ExportedSeries[], what: "least" | "expected" = "expected") => {
  const sums: Record<string, number> = {};
  for (const { per, each } of series) sums[per] = (sums[per] ?? 0) + each[what];
  return sums;
};
const ofState = (args: readonly string[] = [], version = "v2.20.0") =>
  stateSeries(programOf({ image: `kube-state-metrics:${version}`, args: [...args] }));
const ofNode = (args: readonly string[] = []) => nodeSeries(programOf({ image: "node-exporter:v1.12.1", args }));

describe("kube-state-metrics", () => {
  test.each([
    // Five phases, each 1 or 0.
    ["kube_pod_status_phase", 5],
    ["kube_pod_info", 1],
    // Ready and three kinds of pressure, each true, false or unknown.
    ["kube_node_status_condition", 12],
    ["kube_pod_deletion_timestamp", undefined],
    ["kube_pod_labels", undefined],
  ])("%s: %s series an object", (name, count) => {
    expect(ofState().find(({ metric }) => metric === name)?.each.expected).toBe(count);
  });

  test("its arguments and its release decide", () => {
    const all = perThing(ofState());
    expect(perThing(ofState(["--resources=nodes"]))).toEqual({ node: (all["node"] ?? 0) - 2 });
    expect(perThing(ofState(["--metric-denylist=kube_pod_status_phase"]))["pod"]).toBe((all["pod"] ?? 0) - 5);
    expect(perThing(ofState(["--metric-labels-allowlist=pods=[app]"]))["pod"]).toBe((all["pod"] ?? 0) + 1);
    // Until 2.19 each reason that a pod may have was a series.
    const before = ofState([], "v2.19.0").find(({ metric }) => metric === "kube_pod_status_reason");
    expect(before?.each).toEqual({ least: 5, expected: 5 });
  });
});

describe("the node exporter", () => {
  test("has eight modes of each CPU, and two of guests", () => {
    const modes = ofNode().filter(({ metric }) => metric.startsWith("node_cpu_"));
    expect(perThing(modes)).toEqual({ CPU: 10 });
  });

  test("has the interfaces of pods, unless they are left out", () => {
    const without = ofNode(["--collector.netdev.device-exclude=^veth", "--collector.netclass.ignored-devices=^veth"]);
    expect(perThing(ofNode())["pod"]).toBeGreaterThan(30);
    expect(perThing(without)["pod"]).toBeUndefined();
    expect(perThing(without)["network interface"]).toBe(perThing(ofNode())["network interface"]);
  });

  test("has nothing of a collector that is off", () => {
    const metrics = ofNode(["--no-collector.meminfo"]).map(({ metric }) => metric);
    expect(metrics.filter((metric) => metric.startsWith("node_memory_"))).toEqual([]);
  });
});

test("a kubelet tells the network of a pod, and all else of its containers, too", () => {
  const network = containerSeries().filter(({ metric }) => metric.startsWith("container_network_"));
  expect(perThing(network)).toEqual({ pod: 8 });
  const failures = containerSeries().filter(({ metric }) => metric === "container_memory_failures_total");
  expect(perThing(failures)).toEqual({ container: 4, pod: 8 });
  // What a container has that never used a disk, and no limit.
  expect(perThing(containerSeries(), "least")["container"]).toBeLessThan(perThing(containerSeries())["container"] ?? 0);
});

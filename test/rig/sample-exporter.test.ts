import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { shippedCounters } from "../../src/dcgm/default-counters.ts";
import { labelsIn, ownLabels } from "../../src/dcgm/exporter-labels.ts";
import { tool } from "../tools-dir.ts";
import { exporterText } from "./exporter-text.ts";
import { sampleMetrics } from "./sample-gpus.ts";

const version = "4.8.3";

test("the sample exporter has the metrics that the exporter model declares, and no other", () => {
  const declared = shippedCounters("dcp-metrics-included.csv", version)?.metrics.filter(({ type }) => type !== "label");
  expect(declared?.length).toBeGreaterThan(0);
  expect(sampleMetrics.map(({ name, type }) => ({ name, type }))).toEqual(
    declared?.map(({ name, type }) => ({ name, type })),
  );
});

test("its labels are those of the exporter model", () => {
  const known = new Set([...(labelsIn(version)?.labels ?? []), "DCGM_FI_DRIVER_VERSION"]);
  const lines = exporterText("gpu-node-1")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  expect(lines.length).toBeGreaterThan(sampleMetrics.length);
  for (const line of lines) {
    const [, metric = "", text = ""] = /^(\w+)\{(.*)\} [\d.]+$/.exec(line) ?? [];
    const labels = [...text.matchAll(/(\w+)="[^"]*"/g)].map(([, label]) => label ?? "");
    const own = new Set(ownLabels(metric, version));
    expect([line, labels.filter((label) => !known.has(label) && !own.has(label))]).toEqual([line, []]);
  }
});

test("promtool reads it as Prometheus does", async () => {
  const promtool = await tool("promtool");
  // Exit code 3 is for matters of style, such as a counter without `_total`; 1 would be text that cannot be read.
  const { status, stderr } = spawnSync(promtool, ["check", "metrics"], {
    input: exporterText("gpu-node-1"),
    encoding: "utf8",
  });
  expect({ status, stderr }).toMatchObject({ status: 3 });
  const broken = spawnSync(promtool, ["check", "metrics"], { input: "a{b=} 1\n", encoding: "utf8" });
  expect(broken.status).toBe(1);
});

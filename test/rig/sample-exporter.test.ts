import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { parseCounterList } from "../../src/dcgm/counter-list.ts";
import { shippedCounters } from "../../src/dcgm/default-counters.ts";
import { labelsIn, ownLabels } from "../../src/dcgm/exporter-labels.ts";
import { optionalCounters } from "../../src/dcgm/optional-counters.ts";
import { xidsInWindow } from "../../src/dcgm/xid-metrics.ts";
import { tool } from "../tools-dir.ts";
import { exporterText } from "./exporter-text.ts";
import { sampleMetrics } from "./sample-gpus.ts";

const version = "4.8.3";

const named = (metrics: readonly { readonly name: string; readonly type: string }[]) =>
  metrics.filter(({ type }) => type !== "label").map(({ name, type }) => ({ name, type }));
const list = resolve(import.meta.dirname, "../../fixtures/prometheus-stack/upstream/dcgm-metrics.csv");

test("the sample exporter has the metrics of the example stack's list, and no other", () => {
  const { metrics, problem } = parseCounterList(readFileSync(list, "utf8"));
  expect(problem).toBeNull();
  expect(named(sampleMetrics)).toEqual(named(metrics));
});

test("the example stack's list is that of the release, XIDs by their codes, and then what is off by default", () => {
  const { metrics } = parseCounterList(readFileSync(list, "utf8"));
  const shipped = shippedCounters("dcp-metrics-included.csv", version)?.metrics ?? [];
  const others = named(metrics).filter(({ name }) => name !== xidsInWindow.name);
  expect(others).toHaveLength(metrics.length - 2);
  expect(others.slice(0, named(shipped).length)).toEqual(named(shipped));
  const fields = optionalCounters.map(({ field }) => field);
  expect(others.slice(named(shipped).length).filter(({ name }) => !fields.includes(name))).toEqual([]);
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

import { expect, test } from "vitest";
import { renderReportJson } from "../../../src/report/report-json.ts";
import { capacityLine, capacitySection } from "../../../src/report/summary/capacity-section.ts";
import { renderLogText } from "../../../src/report/text/log-text.ts";
import type { CapacityReport } from "../../../src/signal/capacity/capacity-report.ts";
import { schemaErrors } from "../report-schema.ts";
import { report } from "../sample-report.ts";

const both = (number: number) => ({ least: number, expected: number });
const capacity: CapacityReport = {
  size: { nodes: 10, gpus: 80, pods: 300 },
  prometheuses: [
    {
      name: "Prometheus monitoring/kps",
      monitors: [
        {
          monitor: "ServiceMonitor monitoring/dcgm|exporter",
          ...{ pool: "serviceMonitor/monitoring/dcgm/0", path: "/metrics", exporter: "dcgm-exporter", interval: "15s" },
          parts: [{ per: "GPU", each: { least: 12, expected: 26 }, count: both(80) }],
          ...{ series: { least: 960, expected: 2080 }, samplesPerSecond: { least: 64, expected: 139 } },
        },
        {
          monitor: "ServiceMonitor monitoring/ksm",
          ...{ pool: "serviceMonitor/monitoring/ksm/0", path: "/metrics", exporter: "kube-state-metrics" },
          interval: "30s",
          parts: [
            { per: "pod", each: both(28), count: both(300) },
            { per: "stack", each: both(247), count: both(1) },
          ],
          ...{ series: both(8647), samplesPerSecond: both(288) },
        },
        {
          monitor: "ServiceMonitor monitoring/queue",
          ...{ pool: "serviceMonitor/monitoring/queue/0", path: "/probe", exporter: null, interval: "30s", parts: [] },
          ...{ series: null, samplesPerSecond: null },
        },
      ],
      series: { least: 9607, expected: 10_727 },
      samplesPerSecond: { least: 352, expected: 427 },
      memoryBytes: { from: 36_871_000, to: 50_706_000 },
      diskBytesPerDay: { from: 36_892_800, to: 73_785_600 },
      ...{ volumeBytes: 2 ** 30, retention: "15d", retentionSizeBytes: null },
      fullAfterSeconds: { from: 1_257_307, to: 2_514_614 },
    },
  ],
};

test("the table has every monitor, what its series are made of, and what is not known as such", () => {
  const lines = capacitySection(report({ capacity }), 9).split("\n");
  expect(lines[0]).toBe(
    "<details><summary>Capacity of Prometheus monitoring/kps: 10,727 series, 427 samples a second, 35 to 48 MiB of memory, 35 to 70 MiB of disk a day, room for 15 to 29 days</summary>",
  );
  expect(lines.filter((line) => line.startsWith("|")).slice(2)).toEqual([
    "| ServiceMonitor monitoring/dcgm&#124;exporter | dcgm-exporter | 15s | 2,080 | 26 a GPU × 80 | 139 |",
    "| ServiceMonitor monitoring/ksm | kube-state-metrics | 30s | 8,647 | 28 a pod × 300<br>247 of objects that are rendered | 288 |",
    "| ServiceMonitor monitoring/queue /probe | not known | 30s | not known |  |  |",
  ]);
});

test("of too many endpoints the first are shown", () => {
  const section = capacitySection(report({ capacity }), 1);
  expect(section).not.toContain("monitoring/ksm");
  expect(section).toContain("2 more are in report.json.");
});

test("limits, what is not counted, and what is taken to be are said", () => {
  const section = capacitySection(report({ capacity }), 9);
  expect(section).toContain("Its volume has 1 GiB; it keeps samples for 15d.");
  expect(section).toContain("not counted, because what they export is not known: 1 of 3 endpoints of monitors.");
  expect(section).toContain("Not stated, and taken to be: 2 containers a pod, 16 CPUs a node.");
});

test("where nobody says how large the cluster is, that is said, and the log says nothing", () => {
  const [one] = capacity.prometheuses;
  if (one === undefined) throw new Error("no Prometheus");
  const monitors = one.monitors.map((row) => ({
    ...row,
    ...{ series: null, samplesPerSecond: null },
    parts: row.parts.map((part) => ({ ...part, count: null })),
  }));
  const unsized = report({ capacity: { size: {}, prometheuses: [{ ...one, monitors }] } });
  expect(capacitySection(unsized, 9)).toContain("the size of the cluster is not stated");
  expect(capacitySection(unsized, 9)).toContain("| 26 a GPU |");
  expect(capacityLine(unsized)).toBe("");
});

test("the log has it on a line; without Prometheus there is nothing", () => {
  expect(renderLogText(report({ capacity }))).toContain(
    "Capacity\n  Prometheus monitoring/kps: 10,727 series, 427 samples a second",
  );
  expect([capacitySection(report(), 9), capacityLine(report())]).toEqual(["", ""]);
});

test("report.json has it by its schema", () => {
  expect(schemaErrors(JSON.parse(renderReportJson(report({ capacity }))))).toEqual([]);
  const wrong = { size: { nodes: "many" }, prometheuses: [] };
  expect(schemaErrors({ ...JSON.parse(renderReportJson(report())), capacity: wrong }).join()).toContain("/capacity");
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { looksLikeCounterList, parseCounterList } from "../../src/dcgm/counter-list.ts";
import { shippedCounters, shippedListAt } from "../../src/dcgm/default-counters.ts";

const rows = (...lines: readonly string[]) => parseCounterList(`${lines.join("\n")}\n`);

describe("parseCounterList", () => {
  test("reads rows as the shipped lists write them: comments, aligned columns, a space before the comma", () => {
    const { metrics, problem } = rows(
      "# Field, type, help",
      "",
      "DCGM_FI_DEV_SM_CLOCK,  gauge, Clock (in MHz).",
      "# DCGM_FI_DEV_FB_TOTAL, gauge, switched off",
      "DCGM_FI_DEV_DEC_UTIL ,     gauge, Decoder (in %).",
      "DCGM_FI_DEV_PCIE_REPLAY_COUNTER,counter,Retries",
      "DCGM_FI_DRIVER_VERSION,        label, Driver",
    );
    expect(problem).toBeNull();
    expect(metrics).toEqual([
      { name: "DCGM_FI_DEV_SM_CLOCK", type: "gauge", unit: "megahertz", help: "Clock (in MHz)." },
      { name: "DCGM_FI_DEV_DEC_UTIL", type: "gauge", unit: "percent", help: "Decoder (in %)." },
      { name: "DCGM_FI_DEV_PCIE_REPLAY_COUNTER", type: "counter", unit: null, help: "Retries" },
      { name: "DCGM_FI_DRIVER_VERSION", type: "label", unit: null, help: "Driver" },
    ]);
  });

  test("takes Windows line ends and quoted fields, as Go's csv does", () => {
    const { metrics } = parseCounterList('DCGM_FI_DEV_GPU_TEMP,gauge,"Hot, or ""not"""\r\n');
    expect(metrics).toMatchObject([{ help: 'Hot, or "not"' }]);
  });

  test.each([
    ["a comma in the help text", "DCGM_FI_DEV_GPU_TEMP, gauge, Hot, in C", "this one has 4"],
    ["a row of two fields", "DCGM_FI_DEV_GPU_TEMP, gauge", "this one has 2"],
    ["a comment that does not start the line", "  # DCGM_FI_DEV_GPU_TEMP", "this one has 1"],
    ["a line of spaces", "   ", "this one has 1"],
    ["a quote after a space", 'DCGM_FI_DEV_GPU_TEMP, gauge, "Hot"', "a quote may only"],
    ["a name that is no field", "GPU_TEMP, gauge, Hot", '"GPU_TEMP" is no DCGM field'],
    ["a type that there is not", "DCGM_FI_DEV_GPU_TEMP, gage, Hot", '"gage" is no metric type'],
    ["a tab, which is not dropped", "DCGM_FI_DEV_GPU_TEMP,\tgauge, Hot", 'gauge" is no metric type'],
  ])("%s stops the exporter", (_what, line, message) => {
    const { metrics, problem } = rows("DCGM_FI_DEV_SM_CLOCK, gauge, Clock", line);
    expect(problem).toEqual({ line: 2, message: expect.stringContaining(message) });
    expect(metrics).toEqual([]);
  });

  test("a list of comments has no row, and stops it too", () => {
    expect(rows("# nothing").problem).toEqual({ line: 1, message: "it has no row" });
  });
});

test.each([
  ["DCGM_FI_DEV_GPU_TEMP, gauge, x", true],
  ["# a\n  DCGM_EXP_XID_ERRORS_COUNT ,gauge,x", true],
  ["expr: DCGM_FI_DEV_GPU_TEMP > 85", false],
  ["name,type\nx,y", false],
])("looksLikeCounterList(%j) is %s", (text, expected) => {
  expect(looksLikeCounterList(text)).toBe(expected);
});

describe("shippedCounters", () => {
  test.each([
    ["default-counters.csv", "3.4.2", "DCGM_FI_PROF_GR_ENGINE_ACTIVE", undefined],
    ["dcp-metrics-included.csv", "3.4.2", "DCGM_FI_PROF_GR_ENGINE_ACTIVE", "gauge"],
    // Wrong for a rate, and for five years in the list that the image reads by default.
    ["default-counters.csv", "3.6.1", "DCGM_FI_PROF_PCIE_TX_BYTES", "counter"],
    ["default-counters.csv", "4.0.1", "DCGM_FI_PROF_PCIE_TX_BYTES", "gauge"],
    ["chart", "4.7.1", "DCGM_FI_PROF_PCIE_TX_BYTES", "counter"],
    ["dcp-metrics-included.csv", "4.2.0", "DCGM_FI_DEV_FB_RESERVED", undefined],
    ["dcp-metrics-included.csv", "4.4.0", "DCGM_FI_DEV_FB_RESERVED", "gauge"],
    ["chart", "4.8.1", "DCGM_FI_DEV_FB_RESERVED", "gauge"],
    ["chart", "4.8.2", "DCGM_FI_DEV_FB_RESERVED", undefined],
    ["chart", "4.8.2", "DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL", "counter"],
    ["chart", "4.8.3", "DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL", "gauge"],
    ["default-counters.csv", "4.8.2", "DCGM_FI_DRIVER_VERSION", "label"],
    ["chart", "4.8.4", "DCGM_FI_DRIVER_VERSION", undefined],
  ] as const)("%s of %s has %s as %s", (list, version, name, type) => {
    const found = shippedCounters(list, version)?.metrics.find((metric) => metric.name === name);
    expect(found?.type).toBe(type);
  });

  test.each(["2.6.11", "4.3.0", "4.10.0"])("knows nothing of %s, between or beyond the lists it has", (version) => {
    expect(shippedCounters("default-counters.csv", version)).toBeUndefined();
  });

  test("names the files that its rows come from", () => {
    expect(shippedCounters("chart", "4.8.2")?.sources).toEqual([
      "https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/deployment/templates/metrics-configmap.yaml",
    ]);
  });

  test("only the lists that the image has are lists of the image", () => {
    expect(shippedListAt("/etc/dcgm-exporter/dcp-metrics-included.csv")).toBe("dcp-metrics-included.csv");
    expect(shippedListAt("/etc/dcgm-exporter/own.csv")).toBeNull();
    expect(shippedListAt("/tmp/default-counters.csv")).toBeNull();
  });
});

// NVIDIA's own lists of 4.8.2 are not ours to keep: name a folder that has them.
const folder = process.env["KPS_EXPORTER_DATA"] ?? "";
const real = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".csv")) : [];
describe.skipIf(real.length === 0)(
  `the real lists of dcgm-exporter 4.8.2${real.length === 0 ? " (skipped: KPS_EXPORTER_DATA names no folder with them)" : ""}`,
  () => {
    test.each(real)("%s: our data has the same rows, types and units", (name) => {
      const { metrics, problem } = parseCounterList(readFileSync(join(folder, name), "utf8"));
      expect(problem).toBeNull();
      const list = shippedListAt(`/etc/dcgm-exporter/${name}`);
      const ours = list === null ? undefined : shippedCounters(list, "4.8.2");
      const bare = (items: typeof metrics | undefined) => items?.map(({ help, ...rest }) => rest);
      expect(bare(ours?.metrics)).toEqual(bare(metrics));
    });
  },
);

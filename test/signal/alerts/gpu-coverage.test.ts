import { describe, expect, test } from "vitest";
import { gpuCoverage } from "../../../src/signal/alerts/gpu-coverage.ts";
import { manifestsOf, renderOf, subjectOf } from "../../checks/subject.ts";

const ruleOf = (kind: string, name: string, expr: string): string =>
  `        - ${kind}: ${name}\n          expr: ${JSON.stringify(expr)}\n`;
const coverageOf = (rules: string) => {
  const text = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: gpu
spec:
  groups:
    - name: gpu
      rules:
${rules}`;
  return gpuCoverage(subjectOf({ render: renderOf({ overlay: manifestsOf(text) }) }).resolution);
};
const classesOf = (expr: string): readonly string[] =>
  coverageOf(ruleOf("alert", "GPU", expr))
    .filter(({ alerts }) => alerts.length > 0)
    .map((one) => one.class);

describe("an expression speaks of", () => {
  test.each([
    ["DCGM_FI_DEV_XID_ERRORS == 79", ["xid"]],
    ["DCGM_FI_DEV_GPU_TEMP > 85", ["temperature"]],
    ["DCGM_FI_DEV_GPU_TEMP_CELSIUS > 85", ["temperature"]],
    ["increase(DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS[1h]) > 0", ["uncorrectable-memory"]],
    ["DCGM_FI_DEV_ECC_DBE_VOL_TOTAL > 0", ["uncorrectable-memory"]],
    ["DCGM_FI_DEV_ROW_REMAP_FAILURE > 0", ["row-remap"]],
    ["rate(DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL[5m]) > 0", ["nvlink"]],
    ["rate(DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL[5m]) < 1", []],
    ["increase(DCGM_FI_DEV_PCIE_REPLAY_COUNTER[5m]) > 9", ["pcie-replay"]],
    ["rate(DCGM_FI_DEV_THERMAL_VIOLATION[5m]) > 0", ["throttling"]],
    ["DCGM_FI_DEV_FB_USED / (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE) > 0.9", ["memory-full"]],
    ["DCGM_FI_DEV_POWER_USAGE > 700", ["power"]],
    ["DCGM_FI_DEV_GPU_UTIL < 5 and DCGM_FI_DEV_FB_USED > 1024", ["idle"]],
    ["DCGM_FI_DEV_GPU_UTIL > 95", []],
    ["absent(DCGM_FI_DEV_GPU_TEMP)", ["exporter-gone"]],
    ['up{job="nvidia-dcgm-exporter"} == 0', ["exporter-gone"]],
    ['up{job="node-exporter"} == 0', []],
    ['absent(up{job=~".*dcgm.*"})', ["exporter-gone"]],
  ])("%s: %j", (expr, classes) => {
    expect(classesOf(expr)).toEqual(classes);
  });

  test("what the rules that it reads are recorded from", () => {
    const rules = [
      ruleOf("record", "a:b:c", "d:e:f"),
      ruleOf("record", "d:e:f", "max by (gpu) (DCGM_FI_DEV_GPU_TEMP)"),
      ruleOf("record", "d:e:f", "a:b:c"),
      ruleOf("alert", "GPUHot", "a:b:c > 85"),
    ];
    const temperature = coverageOf(rules.join("")).find((one) => one.class === "temperature");
    expect(temperature?.alerts.map(({ name }) => name)).toEqual(["GPUHot"]);
  });
});

test("an alert that nobody would select does not cover, and says why", () => {
  const xid = coverageOf(ruleOf("alert", "GPUXid", "DCGM_FI_DEV_XID_ERRORS == 79")).find((one) => one.class === "xid");
  expect(xid).toMatchObject({
    status: "unknown",
    alerts: [{ name: "GPUXid", why: expect.stringContaining("no Prometheus") }],
  });
});

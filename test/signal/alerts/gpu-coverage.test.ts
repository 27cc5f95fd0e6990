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
    ["DCGM_FI_DEV_ROW_REMAP_FAILURE > 0", ["row-remap-failed"]],
    ["DCGM_FI_DEV_ROW_REMAP_PENDING > 0", ["row-remap-pending"]],
    ["DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION > 0", ["recovery-action"]],
    ["DCGM_EXP_GPU_HEALTH_STATUS > 0", ["health"]],
    ["rate(DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL[5m]) > 0", ["nvlink"]],
    ["rate(DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL[5m]) < 1", []],
    ["increase(DCGM_FI_DEV_PCIE_REPLAY_COUNTER[5m]) > 9", ["pcie-replay"]],
    ["DCGM_FI_DEV_NVLINK_GET_STATE == 0", ["nvlink-down"]],
    ["DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS > 0", ["nvswitch"]],
    ["DCGM_FI_DEV_FABRIC_MANAGER_STATUS != 3", ["fabric"]],
    ["DCGM_FI_DEV_PCIE_LINK_WIDTH < 16", ["pcie-link"]],
    ["rate(DCGM_FI_DEV_THERMAL_VIOLATION[5m]) > 0", ["throttling-thermal"]],
    ["rate(DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS[5m]) > 0", ["throttling-power-brake"]],
    ["rate(DCGM_FI_DEV_POWER_VIOLATION[5m]) > 0", ["throttling-software"]],
    ['DCGM_EXP_CLOCK_EVENTS_COUNT{clock_event="hw_thermal"} > 0', ["throttling-thermal"]],
    ['DCGM_EXP_CLOCK_EVENTS_COUNT{clock_event=~"sw_.*"} > 0', ["throttling-software"]],
    ['DCGM_EXP_CLOCK_EVENTS_COUNT{clock_event="gpu_idle"} > 0', []],
    ["DCGM_EXP_CLOCK_EVENTS_COUNT > 0", ["throttling-thermal", "throttling-power-brake", "throttling-software"]],
    ["DCGM_FI_DEV_FB_USED / (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE) > 0.9", ["memory-full"]],
    ["DCGM_FI_DEV_POWER_USAGE > 700", ["power"]],
    ["DCGM_FI_DEV_GPU_UTIL < 5 and DCGM_FI_DEV_FB_USED > 1024", ["idle"]],
    ["DCGM_FI_DEV_GPU_UTIL > 95", []],
    ["absent(DCGM_FI_DEV_GPU_TEMP)", ["exporter-gone"]],
    ['up{job="nvidia-dcgm-exporter"} == 0', ["exporter-gone"]],
    ['up{job="node-exporter"} == 0', []],
    ['absent(up{job=~".*dcgm.*"})', ["exporter-gone"]],
    ["time() - timestamp(DCGM_FI_DEV_GPU_TEMP) > 120", ["exporter-stale"]],
    ['scrape_duration_seconds{job="nvidia-dcgm-exporter"} > 10', ["exporter-stale"]],
    ['scrape_duration_seconds{job="kubelet"} > 10', []],
    [
      'count by (node) (DCGM_FI_DEV_GPU_TEMP) < on (node) kube_node_status_allocatable{resource="nvidia_com_gpu"}',
      ["gpu-missing"],
    ],
    ['kube_node_status_allocatable{resource="nvidia_com_gpu"} == 0', []],
    [
      'kube_node_status_capacity{resource="nvidia_com_gpu"} > kube_node_status_allocatable{resource="nvidia_com_gpu"}',
      ["gpu-missing"],
    ],
    ['kube_node_status_capacity{resource="cpu"} > kube_node_status_allocatable{resource="cpu"}', []],
    ['DCGM_FI_PROF_GR_ENGINE_ACTIVE{GPU_I_ID!=""} < 0.05', ["mig", "idle"]],
    ['DCGM_FI_DEV_GPU_TEMP{GPU_I_ID=""} > 85', ["temperature"]],
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

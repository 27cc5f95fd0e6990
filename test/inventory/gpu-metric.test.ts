import { expect, test } from "vitest";
import { readsGpuMetric } from "../../src/inventory/gpu-metric.ts";

test.each([
  "DCGM_FI_DEV_GPU_TEMP > 85",
  "absent(DCGM_FI_DEV_GPU_TEMP)",
  'increase(DCGM_EXP_XID_ERRORS_COUNT{gpu="0"}[5m]) > 0',
  '{__name__="DCGM_FI_DEV_GPU_TEMP"} > 85',
  '{__name__=~"DCGM_FI_DEV_.*_TEMP"} > 85',
  '{"DCGM_FI_DEV_GPU_TEMP", gpu="0"} > 85',
  "up == 0 # the exporter\nor DCGM_FI_DEV_GPU_TEMP > 85",
])("reads a GPU metric: %s", (expression) => {
  expect(readsGpuMetric(expression)).toBe(true);
});

test.each([
  "up == 0",
  "up == 0 # DCGM_FI_DEV_GPU_TEMP",
  'up{job="DCGM_FI_DEV_GPU_TEMP"} == 0',
  'count by (DCGM_FI_DRIVER_VERSION) (up{job="dcgm-exporter"})',
  'up{DCGM_FI_DRIVER_VERSION="550.54"}',
  'label_replace(up, "x", "DCGM_FI_DEV_GPU_TEMP", "y", "z")',
  "my_DCGM_FI_DEV_GPU_TEMP > 85",
])("reads none: %s", (expression) => {
  expect(readsGpuMetric(expression)).toBe(false);
});

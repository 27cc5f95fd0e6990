import { type SampleMetric, sampleMetrics } from "./sample-gpus.ts";

/** A failure that the sample exporter plays. */
export interface PlayedFault {
  /** The alert of `fixtures/rig/played` that has to tell of it. */
  readonly alert: string;
  /** What the metrics of one GPU become; `gone`: no exporter answers. */
  readonly values: Readonly<Record<string, number>> | "gone";
}

/** One for each class of failures that a metric of the exporter tells of, and that it is gone. */
export const playedFaults: readonly PlayedFault[] = [
  // The gauge has forgotten the 79.
  { alert: "GPUXid", values: { DCGM_EXP_XID_ERRORS_COUNT: 1, DCGM_FI_DEV_XID_ERRORS: 45 } },
  { alert: "GPURecoveryAction", values: { DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION: 1 } },
  { alert: "GPUHealth", values: { DCGM_EXP_GPU_HEALTH_STATUS: 20 } },
  { alert: "GPUHot", values: { DCGM_FI_DEV_GPU_TEMP: 91 } },
  { alert: "GPUMemoryHot", values: { DCGM_FI_DEV_MEMORY_TEMP: 97 } },
  { alert: "GPUDoubleBitErrors", values: { DCGM_FI_DEV_ECC_DBE_VOL_TOTAL: 1 } },
  { alert: "GPUUncorrectableRemaps", values: { DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS: 1 } },
  { alert: "GPURowRemapFailed", values: { DCGM_FI_DEV_ROW_REMAP_FAILURE: 1 } },
  { alert: "GPURowRemapPending", values: { DCGM_FI_DEV_ROW_REMAP_PENDING: 1 } },
  { alert: "GPUNVLinkErrors", values: { DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL: 7 } },
  { alert: "GPUNVLinkDown", values: { DCGM_FI_DEV_NVLINK_GET_STATE: 0 } },
  { alert: "GPUSwitchFatal", values: { DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS: 20034 } },
  { alert: "GPUFabric", values: { DCGM_FI_DEV_FABRIC_MANAGER_STATUS: 4 } },
  { alert: "GPUPCIeReplays", values: { DCGM_FI_DEV_PCIE_REPLAY_COUNTER: 60 } },
  { alert: "GPUPCIeNarrow", values: { DCGM_FI_DEV_PCIE_LINK_WIDTH: 8 } },
  { alert: "GPUThermalThrottling", values: { DCGM_FI_DEV_THERMAL_VIOLATION: 4_000_000 } },
  { alert: "GPUPowerBrake", values: { DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS: 4_000_000 } },
  { alert: "GPUPowerCap", values: { DCGM_FI_DEV_POWER_VIOLATION: 4_000_000 } },
  { alert: "GPUMemoryFull", values: { DCGM_FI_DEV_FB_USED: 80_542, DCGM_FI_DEV_FB_FREE: 511 } },
  { alert: "GPUPower", values: { DCGM_FI_DEV_POWER_USAGE: 402.8 } },
  { alert: "GPUIdle", values: { DCGM_FI_DEV_GPU_UTIL: 0 } },
  { alert: "GPUMetricsAbsent", values: "gone" },
];

/** What the list of `fixtures/rig/played` has beside the example's. */
const more: readonly SampleMetric[] = [
  { name: "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL", type: "counter", value: 0 },
  { name: "DCGM_FI_DEV_NVLINK_GET_STATE", type: "gauge", value: 1 },
  { name: "DCGM_FI_DEV_POWER_VIOLATION", type: "counter", value: 0 },
];

/** The metrics of a node whose second GPU has these values, and is well otherwise. */
export const metricsWith = (values: Readonly<Record<string, number>>): readonly SampleMetric[] =>
  [...sampleMetrics, ...more].map(({ name, type, value }) => {
    const ill = values[name];
    return ill === undefined ? { name, type, value } : { name, type, value, ill };
  });

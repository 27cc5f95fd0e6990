/**
 * A metric of the sample exporter. The values are made up; one GPU of every node is ill, so that
 * alerts have a reason to fire.
 */
export interface SampleMetric {
  readonly name: string;
  readonly type: "gauge" | "counter";
  /** Value of a GPU that is well. */
  readonly value: number;
  /** Value of the ill one, where it differs. */
  readonly ill?: number;
}

/**
 * What dcgm-exporter 4.8.3 serves on a GPU of a data centre by the list of the example stack, which is its default
 * (https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/etc/dcp-metrics-included.csv), XIDs by their codes, and
 * what the example's alerts read beside these. On the ill GPU an XID 45 has followed a 79.
 */
export const sampleMetrics: readonly SampleMetric[] = [
  { name: "DCGM_FI_DEV_SM_CLOCK", type: "gauge", value: 1980, ill: 1095 },
  { name: "DCGM_FI_DEV_MEM_CLOCK", type: "gauge", value: 2619 },
  { name: "DCGM_FI_DEV_MEMORY_TEMP", type: "gauge", value: 46, ill: 97 },
  { name: "DCGM_FI_DEV_GPU_TEMP", type: "gauge", value: 41, ill: 95 },
  { name: "DCGM_FI_DEV_POWER_USAGE", type: "gauge", value: 121.4, ill: 402.8 },
  { name: "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", type: "counter", value: 48_211_904 },
  { name: "DCGM_FI_DEV_PCIE_REPLAY_COUNTER", type: "counter", value: 0, ill: 12 },
  { name: "DCGM_FI_DEV_GPU_UTIL", type: "gauge", value: 67, ill: 100 },
  { name: "DCGM_FI_DEV_MEM_COPY_UTIL", type: "gauge", value: 12 },
  { name: "DCGM_FI_DEV_ENC_UTIL", type: "gauge", value: 0 },
  { name: "DCGM_FI_DEV_DEC_UTIL", type: "gauge", value: 0 },
  { name: "DCGM_FI_DEV_XID_ERRORS", type: "gauge", value: 0, ill: 45 },
  { name: "DCGM_EXP_XID_ERRORS_COUNT", type: "gauge", value: 0, ill: 1 },
  { name: "DCGM_FI_DEV_FB_FREE", type: "gauge", value: 40_522, ill: 511 },
  { name: "DCGM_FI_DEV_FB_USED", type: "gauge", value: 40_531, ill: 80_542 },
  { name: "DCGM_FI_DEV_FB_RESERVED", type: "gauge", value: 506 },
  { name: "DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL", type: "gauge", value: 0 },
  { name: "DCGM_FI_DEV_VGPU_LICENSE_STATUS", type: "gauge", value: 0 },
  { name: "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS", type: "counter", value: 0, ill: 1 },
  { name: "DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS", type: "counter", value: 0, ill: 3 },
  { name: "DCGM_FI_DEV_ROW_REMAP_FAILURE", type: "gauge", value: 0, ill: 1 },
  { name: "DCGM_FI_PROF_GR_ENGINE_ACTIVE", type: "gauge", value: 0.64, ill: 0.99 },
  { name: "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE", type: "gauge", value: 0.31 },
  { name: "DCGM_FI_PROF_DRAM_ACTIVE", type: "gauge", value: 0.22 },
  { name: "DCGM_FI_PROF_PCIE_TX_BYTES", type: "gauge", value: 18_304_412 },
  { name: "DCGM_FI_PROF_PCIE_RX_BYTES", type: "gauge", value: 22_710_983 },
  { name: "DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION", type: "gauge", value: 0 },
  { name: "DCGM_EXP_GPU_HEALTH_STATUS", type: "gauge", value: 0 },
  { name: "DCGM_FI_DEV_ROW_REMAP_PENDING", type: "gauge", value: 0 },
  { name: "DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL", type: "counter", value: 0 },
  { name: "DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS", type: "gauge", value: 0 },
  { name: "DCGM_FI_DEV_FABRIC_MANAGER_STATUS", type: "gauge", value: 3 },
  { name: "DCGM_FI_DEV_PCIE_LINK_WIDTH", type: "gauge", value: 16 },
  { name: "DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH", type: "gauge", value: 16 },
  { name: "DCGM_FI_DEV_THERMAL_VIOLATION", type: "counter", value: 0 },
  { name: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS", type: "counter", value: 0 },
  { name: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_THERM_SLOWDOWN_NS", type: "counter", value: 0 },
];

/** GPUs of each node; the last one is ill. */
export const gpusPerNode = 2;

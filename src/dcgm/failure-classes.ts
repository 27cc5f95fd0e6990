/** A way in which GPUs fail, or are wasted, that somebody should be told about. */
export interface FailureClass {
  readonly id: string;
  /** As a table shows it. */
  readonly title: string;
  /** Names of the metrics that tell of it, in all exporter versions. */
  readonly metrics: RegExp;
}

/**
 * Classes by the metrics of DCGM (https://docs.nvidia.com/datacenter/dcgm/latest/dcgm-api/dcgm-api-field-ids.html, old
 * and new names) and of dcgm-exporter itself. An exporter that is gone has none: see gpu-coverage.ts. Use of the GPU
 * counts as idle only where an alert asks for little of it.
 */
export const failureClasses = [
  { id: "xid", title: "XID errors", metrics: /^DCGM_(?:FI_DEV_XID_ERRORS?|EXP_XID_ERRORS_(?:COUNT|TOTAL))$/ },
  { id: "temperature", title: "Temperature", metrics: /^DCGM_FI_DEV_(?:GPU|MEMORY)_TEMP(?:_CELSIUS)?$/ },
  {
    id: "uncorrectable-memory",
    title: "Uncorrectable memory errors",
    metrics: /^DCGM_FI_DEV_(?:ECC_DBE_\w|ECC_\w*UNCORRECTABLE|(?:ROW_REMAP_)?UNCORRECTABLE|RETIRED_DBE)/,
  },
  {
    id: "row-remap",
    title: "Row remapping failed or pending",
    metrics: /^DCGM_FI_DEV_(?:ROW_REMAP_(?:FAILURE|FAILED|PENDING)|RETIRED_PENDING)$/,
  },
  { id: "nvlink", title: "NVLink errors", metrics: /^DCGM_FI_DEV_NVLINK_\w*(?:ERROR|REPLAY|RECOVERY)/ },
  { id: "pcie-replay", title: "PCIe replays", metrics: /^DCGM_FI_DEV_PCIE_REPLAY_(?:COUNTER|TOTAL)$/ },
  {
    id: "throttling",
    title: "Throttling",
    metrics: /^DCGM_(?:FI_DEV_(?:\w+_VIOLATION|CLOCKS?_(?:THROTTLE|EVENTS?))|EXP_CLOCK_EVENTS_\w)/,
  },
  { id: "memory-full", title: "Memory full", metrics: /^DCGM_FI_DEV_FB_(?:USED|FREE)\w*$/ },
  { id: "power", title: "Power", metrics: /^DCGM_FI_DEV_(?:POWER_USAGE|BOARD_POWER)\w*$/ },
  {
    id: "idle",
    title: "Allocated and idle",
    metrics: /^DCGM_FI_(?:DEV_GPU_UTIL(?:_RATIO)?|PROF_(?:GR_ENGINE|SM)_(?:ACTIVE|UTIL_RATIO))$/,
  },
] as const satisfies readonly FailureClass[];

/** That the metrics themselves are gone: no other alert can fire then. */
export const exporterGone = { id: "exporter-gone", title: "Exporter or metrics gone" } as const;

/** All class names, as options and reports use them. */
export const failureClassIds: readonly string[] = [exporterGone.id, ...failureClasses.map(({ id }) => id)];

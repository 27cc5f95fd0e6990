/** A way in which GPUs fail, or are wasted, that somebody should be told about. */
export interface FailureClass {
  readonly id: string;
  /** As a table shows it. */
  readonly title: string;
  /** Names of the metrics that tell of it, in all exporter versions. */
  readonly metrics: RegExp;
  /**
   * The values of the label `clock_event` that tell of it, of the exporter's own DCGM_EXP_CLOCK_EVENTS_*:
   * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/internal/pkg/collector/clock_events_collector.go
   */
  readonly clockEvents?: readonly string[];
}

/**
 * Classes by the metrics of DCGM (https://docs.nvidia.com/datacenter/dcgm/latest/dcgm-api/dcgm-api-field-ids.html, old
 * and new names) and of dcgm-exporter itself. What is told of by the absence, number or age of series has its class
 * in {@link seriesClasses}. Use of the GPU counts as idle only where an alert asks for little of it.
 */
export const failureClasses = [
  { id: "xid", title: "XID errors", metrics: /^DCGM_(?:FI_DEV_XID_ERRORS?|EXP_XID_ERRORS_(?:COUNT|TOTAL))$/ },
  {
    id: "recovery-action",
    title: "Reset or reboot asked for by the driver",
    metrics: /^DCGM_FI_DEV_(?:GET_)?GPU_RECOVERY_ACTION$/,
  },
  { id: "health", title: "Health that DCGM reports", metrics: /^DCGM_EXP_GPU_HEALTH_STATUS$/ },
  { id: "temperature", title: "Temperature", metrics: /^DCGM_FI_DEV_(?:GPU|MEMORY)_TEMP(?:_CELSIUS)?$/ },
  {
    id: "uncorrectable-memory",
    title: "Uncorrectable memory errors",
    metrics: /^DCGM_FI_DEV_(?:ECC_DBE_\w|ECC_\w*UNCORRECTABLE|(?:ROW_REMAP_)?UNCORRECTABLE|(?:PAGE_)?RETIRED_DBE)/,
  },
  {
    id: "row-remap-failed",
    title: "Row remapping failed",
    metrics: /^DCGM_FI_DEV_ROW_REMAP_(?:FAILURE|FAILED)$/,
  },
  {
    id: "row-remap-pending",
    title: "Row remapping or page retirement pending",
    metrics: /^DCGM_FI_DEV_(?:ROW_REMAP_PENDING|(?:PAGE_)?RETIRED_PENDING)$/,
  },
  {
    id: "nvlink",
    title: "NVLink errors",
    metrics: /^DCGM_FI_DEV_(?:GPU_NVLINK_ERRORS|NVLINK_\w*(?:ERROR|REPLAY|RECOVERY|_BER))/,
  },
  {
    id: "nvlink-down",
    title: "NVLink down",
    metrics:
      /^DCGM_(?:FI_DEV_NVLINK_(?:GET_STATE|LINK_STATUS|PPCNT_PHYSICAL_LINK_DOWN_\w+)|FI_DEV_NVSWITCH_LINK_STATUS|EXP_P2P_STATUS)$/,
  },
  {
    id: "nvswitch",
    title: "NVSwitch errors (SXid)",
    metrics: /^DCGM_FI_DEV_(?:SXID_\w+|NVSWITCH_(?:\w*ERRORS?(?:_\w+)?|RESET_REQUIRED))$/,
  },
  {
    id: "fabric",
    title: "Fabric manager",
    metrics: /^DCGM_FI_DEV_FABRIC_(?:MANAGER_(?:STATUS|ERROR\w*)|HEALTH_\w+)$/,
  },
  { id: "pcie-replay", title: "PCIe replays", metrics: /^DCGM_FI_DEV_PCIE_REPLAY_(?:COUNTER|TOTAL)$/ },
  { id: "pcie-link", title: "PCIe width or speed", metrics: /^DCGM_FI_DEV_PCIE_LINK_(?:GEN|WIDTH)$/ },
  {
    id: "throttling-thermal",
    title: "Throttling by the hardware, of heat",
    metrics:
      /^DCGM_FI_DEV_(?:THERMAL_VIOLATION|CLOCKS_EVENT_REASON_HW_THERM_SLOWDOWN_NS|CLOCKS?_(?:THROTTLE|EVENT)_REASONS)$/,
    clockEvents: ["hw_thermal", "hw_slowdown"],
  },
  {
    id: "throttling-power-brake",
    title: "Throttling by the power brake",
    metrics: /^DCGM_FI_DEV_CLOCKS?_(?:EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS|(?:THROTTLE|EVENT)_REASONS)$/,
    clockEvents: ["hw_power_brake", "hw_slowdown"],
  },
  {
    id: "throttling-software",
    title: "Throttling by the driver, of heat or power",
    metrics:
      /^DCGM_FI_DEV_(?:(?:POWER|SYNC_BOOST|BOARD_LIMIT|LOW_UTIL|RELIABILITY)_VIOLATION|CLOCKS_EVENT_REASON_(?:SW_\w+|SYNC_BOOST)_NS|CLOCKS?_(?:THROTTLE|EVENT)_REASONS)$/,
    clockEvents: ["power_cap", "sw_thermal", "sync_boost"],
  },
  { id: "memory-full", title: "Memory full", metrics: /^DCGM_FI_DEV_FB_(?:USED|FREE)\w*$/ },
  { id: "power", title: "Power", metrics: /^DCGM_FI_DEV_(?:POWER_USAGE|BOARD_POWER)\w*$/ },
  {
    id: "idle",
    title: "Allocated and idle",
    metrics: /^DCGM_FI_(?:DEV_GPU_UTIL(?:_RATIO)?|PROF_(?:GR_ENGINE|SM)_(?:ACTIVE|UTIL_RATIO))$/,
  },
] as const satisfies readonly FailureClass[];

/** What the exporter's own counts of clock events are called; their label `clock_event` says which. */
export const clockEventMetrics: RegExp = /^DCGM_EXP_CLOCK_EVENTS_(?:COUNT|TOTAL)$/;

/** Whether a metric tells of a class, by its name: of the exporter's own clock events, whatever their label says. */
export const tellsOf = ({ metrics, clockEvents }: FailureClass, metric: string): boolean =>
  metrics.test(metric) || (clockEvents !== undefined && clockEventMetrics.test(metric));

/** That the metrics themselves are gone: no other alert can fire then. */
export const exporterGone = { id: "exporter-gone", title: "Exporter or metrics gone" } as const;

/** The classes that no metric's value tells of, but that series are gone, too few, or old. */
export const seriesClasses = [
  exporterGone,
  { id: "exporter-stale", title: "Exporter slow or its values old" },
  { id: "gpu-missing", title: "Fewer GPUs than the node has" },
  { id: "mig", title: "MIG slices" },
] as const;

/** Which class it is of those, in {@link seriesClasses}. */
export type SeriesClass = (typeof seriesClasses)[number]["id"];
export type FailureClassId = (typeof failureClasses)[number]["id"] | SeriesClass;

const titles: ReadonlyMap<FailureClassId, string> = new Map(
  [...seriesClasses, ...failureClasses].map(({ id, title }) => [id, title] as const),
);

/** All class names, as options and reports use them. */
export const failureClassIds: readonly FailureClassId[] = [...titles.keys()];

/** What a table calls a class. */
export const titleOfClass = (id: FailureClassId): string => titles.get(id) ?? id;

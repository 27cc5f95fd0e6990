import semver from "semver";
import type { Edit } from "../core/finding.ts";
import type { ExportedMetric, ExporterModel } from "./exporter-model.ts";
import type { FailureClassId } from "./failure-classes.ts";
import { hasNewNames } from "./renamed-metrics.ts";
import { type XidMetric, xidsInWindow } from "./xid-metrics.ts";

/** A metric that no shipped list of counters has on. */
export interface OptionalCounter {
  /** The class of failures that it tells of; null for one that alerts read beside others. */
  readonly class: FailureClassId | null;
  readonly field: string;
  /** What DCGM 4.7 calls it, from dcgm-exporter 4.9.0 on; the same where it kept its name. */
  readonly renamed: string;
  readonly type: "gauge" | "counter";
  readonly help: string;
  /**
   * The first dcgm-exporter whose go-dcgm knows the field: an older one refuses the whole list, and exports nothing.
   */
  readonly since: string;
}

/**
 * One counter a class, and what public rules read beside them. `since` goes by the version of go-dcgm that each
 * release's go.mod asks for, and the fields in its pkg/dcgm/const.go or const_fields.go; "3.0.0" is the first release
 * that we have data of.
 * Names of 4.9.0: https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/dcgm_fields.h
 * Shipped lists: https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/etc/default-counters.csv
 */
export const optionalCounters: readonly OptionalCounter[] = [
  {
    class: "xid",
    field: xidsInWindow.name,
    renamed: xidsInWindow.name,
    type: xidsInWindow.type,
    help: xidsInWindow.help,
    since: xidsInWindow.since,
  },
  {
    class: "recovery-action",
    field: "DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION",
    renamed: "DCGM_FI_DEV_GPU_RECOVERY_ACTION",
    type: "gauge",
    help: "What the driver asks for: 0 nothing; 1 a reset; 2 a reboot; 3 and 4 to drain",
    since: "4.8.0",
  },
  {
    class: "health",
    field: "DCGM_EXP_GPU_HEALTH_STATUS",
    renamed: "DCGM_EXP_GPU_HEALTH_STATUS",
    type: "gauge",
    help: "Health that DCGM reports",
    since: "4.0.1",
  },
  {
    class: "uncorrectable-memory",
    field: "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL",
    renamed: "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL",
    type: "counter",
    help: "Double-bit ECC errors since the driver was loaded",
    since: "3.0.0",
  },
  {
    class: "row-remap-pending",
    field: "DCGM_FI_DEV_ROW_REMAP_PENDING",
    renamed: "DCGM_FI_DEV_ROW_REMAP_PENDING",
    type: "gauge",
    help: "1 where a remapping waits for a reset",
    since: "3.0.0",
  },
  {
    class: "nvlink",
    field: "DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL",
    renamed: "DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_TOTAL",
    type: "counter",
    help: "NVLink flow-control CRC errors",
    since: "3.0.0",
  },
  {
    class: "nvlink-down",
    field: "DCGM_FI_DEV_NVLINK_GET_STATE",
    renamed: "DCGM_FI_DEV_NVLINK_LINK_STATUS",
    type: "gauge",
    help: "State of the NVLinks",
    since: "4.8.0",
  },
  {
    class: "nvswitch",
    field: "DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS",
    renamed: "DCGM_FI_DEV_SXID_FATAL_ERROR",
    type: "gauge",
    help: "Code of the last fatal SXid of an NVSwitch",
    since: "3.0.0",
  },
  {
    class: "fabric",
    field: "DCGM_FI_DEV_FABRIC_MANAGER_STATUS",
    renamed: "DCGM_FI_DEV_FABRIC_MANAGER_STATUS",
    type: "gauge",
    help: "Status of the fabric manager",
    since: "4.0.1",
  },
  {
    class: "pcie-link",
    field: "DCGM_FI_DEV_PCIE_LINK_WIDTH",
    renamed: "DCGM_FI_DEV_PCIE_LINK_WIDTH",
    type: "gauge",
    help: "Lanes of the PCIe link",
    since: "3.0.0",
  },
  {
    class: "throttling-thermal",
    field: "DCGM_FI_DEV_THERMAL_VIOLATION",
    renamed: "DCGM_FI_DEV_THERMAL_VIOLATION",
    type: "counter",
    help: "Time throttled because of heat",
    since: "3.0.0",
  },
  {
    class: "throttling-power-brake",
    field: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS",
    renamed: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS",
    type: "counter",
    help: "Time throttled by the external power brake",
    since: "4.4.0",
  },
  {
    class: "throttling-software",
    field: "DCGM_FI_DEV_POWER_VIOLATION",
    renamed: "DCGM_FI_DEV_POWER_VIOLATION",
    type: "counter",
    help: "Time throttled because of power",
    since: "3.0.0",
  },
  {
    class: null,
    field: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_THERM_SLOWDOWN_NS",
    renamed: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_THERM_SLOWDOWN_NS",
    type: "counter",
    help: "Time throttled by the driver because of heat",
    since: "4.4.0",
  },
  {
    class: null,
    field: "DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH",
    renamed: "DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH",
    type: "gauge",
    help: "Lanes that the PCIe link can have in its slot",
    since: "3.0.0",
  },
  {
    class: null,
    field: "DCGM_FI_DEV_FB_TOTAL",
    renamed: "DCGM_FI_DEV_FB_CAPACITY_BYTES",
    type: "gauge",
    help: "Frame buffer memory",
    since: "3.0.0",
  },
  {
    class: null,
    field: "DCGM_FI_PROF_SM_ACTIVE",
    renamed: "DCGM_FI_PROF_SM_ACTIVE",
    type: "gauge",
    help: "Share of cycles in which a multiprocessor had a warp",
    since: "3.0.0",
  },
];

/** The row that turns a class on in the list of an exporter with these metrics (null: not known). */
export const counterRow = (
  { field, renamed, type, help }: OptionalCounter,
  exported: readonly ExportedMetric[] | null,
): string => rowOf({ name: hasNewNames(exported ?? []) ? renamed : field, type, help });

/** The row that turns a metric on in a list of counters. */
export const rowOf = ({ name, type, help }: Pick<XidMetric, "name" | "type" | "help">): string =>
  `${name}, ${type}, ${help}`;

/**
 * The line that has the exporter export the metric, added below the last of the tree's own list; null where the
 * exporter reads another list, or may be too old for the field.
 */
export const addRow = (metric: string, { metrics, release, list }: ExporterModel): Edit | null => {
  const counter = optionalCounters.find(({ field, renamed }) => field === metric || renamed === metric);
  if (counter === undefined || list === null || list.text.includes("\r")) return null;
  if (semver.valid(release) === null || semver.lt(release ?? "", counter.since)) return null;
  const row = counterRow(counter, metrics);
  if (!row.startsWith(`${metric},`)) return null;
  const lines = list.text.replace(/\n+$/, "").split("\n");
  return {
    file: list.file,
    startLine: lines.length,
    endLine: lines.length,
    text: `${lines.at(-1)}\n${row}`,
  };
};

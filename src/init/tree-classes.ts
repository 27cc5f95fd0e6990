import semver from "semver";
import type { ExportedMetric } from "../dcgm/exporter-model.ts";
import { type FailureClassId, titleOfClass } from "../dcgm/failure-classes.ts";
import { optionalCounters } from "../dcgm/optional-counters.ts";
import { xidsInWindow } from "../dcgm/xid-metrics.ts";

/** A class of failures of which a new tree has no alert, and the reason, as a clause. */
export interface LeftOut {
  readonly class: FailureClassId;
  readonly why: string;
}

/** What a release of the exporter lets the alerts of a new tree see. */
export interface TreeClasses {
  readonly leftOut: readonly LeftOut[];
  /** Counters that no shipped list has on and that the alerts read, but the XIDs by their code. */
  readonly turnedOn: readonly ExportedMetric[];
  /** Whether there is an alert of the class. */
  readonly has: (of: FailureClassId) => boolean;
}

/** Fields beside the shipped lists that the alerts of a class read, by their names before 4.9.0. */
const fields: Readonly<Partial<Record<FailureClassId, readonly string[]>>> = {
  xid: [xidsInWindow.name],
  "recovery-action": ["DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION"],
  health: ["DCGM_EXP_GPU_HEALTH_STATUS"],
  "row-remap-pending": ["DCGM_FI_DEV_ROW_REMAP_PENDING"],
  nvlink: ["DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL"],
  nvswitch: ["DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS"],
  fabric: ["DCGM_FI_DEV_FABRIC_MANAGER_STATUS"],
  "pcie-link": ["DCGM_FI_DEV_PCIE_LINK_WIDTH", "DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH"],
  "throttling-thermal": ["DCGM_FI_DEV_THERMAL_VIOLATION"],
  "throttling-power-brake": ["DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS"],
  "throttling-software": ["DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_THERM_SLOWDOWN_NS"],
};

/** Of these no threshold is known that holds for all GPUs. A card without a bridge: NVSentinel#1481. */
const never: readonly LeftOut[] = [
  {
    class: "nvlink-down",
    why: "a link that leads nowhere, as on a card without a bridge, reads as down, too (https://github.com/NVIDIA/NVSentinel/pull/1481)",
  },
  { class: "power", why: "a GPU keeps to its limit by itself, which differs by model: to draw all of it is no fault" },
];

/** The classes by dcgm-exporter's own version, `x.y.z`; its counters by the names that it has for them. */
export const treeClasses = (exporter: string, renamed: boolean): TreeClasses => {
  const needed = (Object.keys(fields) as FailureClassId[]).map((id) => ({
    id,
    counters: (fields[id] ?? []).map(counter),
  }));
  const tooOld = needed.flatMap(({ id, counters }): readonly LeftOut[] => {
    const unknown = counters.find(({ since }) => semver.lt(exporter, since));
    return unknown === undefined
      ? []
      : [{ class: id, why: `dcgm-exporter ${exporter} does not know ${unknown.field}, ${unknown.since} does` }];
  });
  const leftOut = [...never, ...tooOld];
  const has = (of: FailureClassId): boolean => !leftOut.some((one) => one.class === of);
  const turnedOn = needed
    .filter(({ id }) => id !== "xid" && has(id))
    .flatMap(({ counters }) => counters)
    .map(({ field, renamed: fresh, type, help }) => ({ name: renamed ? fresh : field, type, unit: null, help }));
  return { leftOut, turnedOn, has };
};

/** What an optional counter is called by exporters since 4.9.0. */
export const freshName = (field: string): string | undefined =>
  optionalCounters.find((one) => one.field === field)?.renamed;

/** The class as a line of a list. */
export const leftOutLine = (one: LeftOut): string => `${one.class} (${titleOfClass(one.class)}): ${one.why}`;

const counter = (field: string): (typeof optionalCounters)[number] => {
  const found = optionalCounters.find((one) => one.field === field);
  if (found === undefined) throw new Error(`${field} is no optional counter`);
  return found;
};

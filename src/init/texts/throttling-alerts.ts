import type { FailureClassId } from "../../dcgm/failure-classes.ts";
import type { TreeNames } from "../tree-names.ts";
import type { FailureAlert } from "./failure-alert.ts";
import { gpuIn } from "./sample-gpu.ts";

/** Alerts that a GPU runs slower than it could, by who slows it. That it keeps to its power limit is no fault. */
export const throttlingAlerts = (names: TreeNames): readonly FailureAlert[] =>
  [
    slowed(names, {
      name: "GPUThermalThrottling",
      class: "throttling-thermal",
      field: "DCGM_FI_DEV_THERMAL_VIOLATION",
      why: [
        "Nanoseconds of slowing, as a share of the time. In all three alerts a tenth of it for ten minutes is a guess of ours.",
        "https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/dcgm_fields.h",
      ],
      summary: "A GPU is slowed because it is too hot.",
      by: "because of heat",
    }),
    slowed(names, {
      name: "GPUPowerBrake",
      class: "throttling-power-brake",
      field: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS",
      why: ["The system's power supply asks for it, and the clocks are halved or worse."],
      summary: "A GPU is slowed by its node's power supply.",
      by: "by the external power brake",
    }),
    slowed(names, {
      name: "GPUThermalThrottlingByDriver",
      class: "throttling-software",
      field: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_THERM_SLOWDOWN_NS",
      why: [
        "Of heat alone: a GPU under load is at its power limit, and slowed by the driver for that, as it should be.",
      ],
      summary: "The driver slows a GPU to keep it below its operating temperature.",
      by: "by the driver because of heat",
    }),
  ].filter((alert) => names.classes.has(alert.class));

interface Slowing {
  readonly name: string;
  readonly class: FailureClassId;
  /** Counts nanoseconds. */
  readonly field: string;
  readonly why: readonly string[];
  readonly summary: string;
  readonly by: string;
}

const slowed = (names: TreeNames, { name, class: of, field, why, summary, by }: Slowing): FailureAlert => {
  const { labels, series, template } = gpuIn(names);
  const metric = names.metric(field);
  return {
    ...{ name, class: of, why, summary },
    expr: `rate(${metric}[10m]) / 1e9 > 0.1`,
    pending: "10m",
    severity: "warning",
    description: `${template} was slowed ${by} for {{ $value | humanizePercentage }} of the last 10 minutes.`,
    proof: {
      name: `a GPU is slowed ${by} for half of the time, another for a moment`,
      series: [
        [`${metric}${series(0)}`, "0+30000000000x30"],
        [`${metric}${series(1)}`, "0x10 2000000000x20"],
      ],
      ...{ quiet: 10, fires: 15, labels: labels(0) },
      says: `GPU 0 (NVIDIA H100) of gpu-node-a was slowed ${by} for 50% of the last 10 minutes.`,
    },
  };
};

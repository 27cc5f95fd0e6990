import type { TreeNames } from "../tree-names.ts";
import type { FailureAlert } from "./failure-alert.ts";
import { gpuIn } from "./sample-gpu.ts";

/** Alerts of what driver and DCGM themselves say of a GPU. */
export const healthAlerts = (names: TreeNames): readonly FailureAlert[] =>
  [recoveryAction(names), health(names), rowRemapPending(names)].filter((alert) => names.classes.has(alert.class));

const recoveryAction = (names: TreeNames): FailureAlert => {
  const { labels, series, template } = gpuIn(names);
  const metric = names.metric("DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION");
  return {
    name: "GPURecoveryActionNeeded",
    class: "recovery-action",
    why: [
      "The driver's own verdict; it stays until somebody does as it says. NVIDIA asks for it at once:",
      "https://docs.nvidia.com/deploy/a100-gpu-mem-error-mgmt/error-recovery-and-response-flags.html",
    ],
    expr: `${metric} > 0`,
    severity: "critical",
    summary: "A GPU has to be reset, or its node rebooted.",
    description: `${template} asks for action {{ $value }}: 1 is a reset, 2 a reboot of the node, the page has the others.`,
    proof: {
      name: "the driver asks for a reset of one GPU, and for nothing of another",
      series: [
        [`${metric}${series(0)}`, "0x2 1x5"],
        [`${metric}${series(1)}`, "0x8"],
      ],
      ...{ quiet: 2, fires: 3, labels: labels(0) },
      says: "GPU 0 (NVIDIA H100) of gpu-node-a asks for action 1: 1 is a reset, 2 a reboot of the node, the page has the others.",
    },
  };
};

const health = (names: TreeNames): FailureAlert => {
  const { labels, series, template } = gpuIn(names);
  const metric = "DCGM_EXP_GPU_HEALTH_STATUS";
  const failed = 'health_watch="MEM", health_error_code="DCGM_FR_VOLATILE_DBE_DETECTED"';
  return {
    name: "GPUHealthFailed",
    class: "health",
    why: [
      "20 is a failure, 10 a warning: https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/dcgm_structs.h",
      "DCGM calls the NVLinks of a card without a bridge failed, which is well: https://github.com/NVIDIA/NVSentinel/pull/1481",
      "An incident may show in one sample alone, hence the window; 15 minutes are ours.",
    ],
    expr: `max_over_time(${metric}{health_watch!="NVLINK"}[15m]) >= 20`,
    severity: "critical",
    summary: "DCGM says that a GPU has failed.",
    description: `${template} fails DCGM's health watch {{ $labels.health_watch }} ({{ $labels.health_error_code }}).`,
    proof: {
      name: "DCGM finds one GPU's memory failed, a warning of another, and a card without a bridge",
      series: [
        [`${metric}${series(0, failed)}`, "_x5 20"],
        [`${metric}${series(1, 'health_watch="THERMAL", health_error_code="DCGM_FR_THERMAL_VIOLATIONS"')}`, "10x20"],
        [`${metric}${series(2, 'health_watch="NVLINK", health_error_code="DCGM_FR_NVLINK_DOWN"')}`, "20x20"],
      ],
      ...{ quiet: 4, fires: 15, labels: `${labels(0)}, ${failed.replaceAll("=", ": ")}` },
      says: "GPU 0 (NVIDIA H100) of gpu-node-a fails DCGM's health watch MEM (DCGM_FR_VOLATILE_DBE_DETECTED).",
    },
  };
};

const rowRemapPending = (names: TreeNames): FailureAlert => {
  const { labels, series, template } = gpuIn(names);
  const metric = names.metric("DCGM_FI_DEV_ROW_REMAP_PENDING");
  return {
    name: "GPURowRemapPending",
    class: "row-remap-pending",
    why: [
      "It wakes nobody: jobs go on as before, and the next reset puts another row in its place.",
      "https://docs.nvidia.com/deploy/a100-gpu-mem-error-mgmt/error-recovery-and-response-flags.html",
    ],
    expr: `${metric} > 0`,
    severity: "warning",
    summary: "A GPU waits for a reset to replace a row of memory.",
    description: `${template} has a broken row of memory that its next reset replaces.`,
    proof: {
      name: "a row of memory waits for a reset",
      series: [
        [`${metric}${series(0)}`, "0x2 1x5"],
        [`${metric}${series(1)}`, "0x8"],
      ],
      ...{ quiet: 2, fires: 3, labels: labels(0) },
      says: "GPU 0 (NVIDIA H100) of gpu-node-a has a broken row of memory that its next reset replaces.",
    },
  };
};

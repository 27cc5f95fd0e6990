import type { TreeNames } from "../tree-names.ts";
import type { FailureAlert } from "./failure-alert.ts";
import { gpuIn } from "./sample-gpu.ts";

/** Alerts of what joins GPUs with each other and with their node. */
export const linkAlerts = (names: TreeNames): readonly FailureAlert[] =>
  [nvlink(names), nvswitch(names), fabric(names), pcie(names)].filter((alert) => names.classes.has(alert.class));

const nvlink = (names: TreeNames): FailureAlert => {
  const { labels, series, template } = gpuIn(names);
  const metric = names.metric("DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL");
  return {
    name: "GPUNVLinkErrors",
    class: "nvlink",
    why: [
      "Damaged packets are sent again; DCGM minds more than 100 a second. The ten minutes are ours.",
      "https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/dcgm_errors.h",
    ],
    expr: `rate(${metric}[10m]) > 100`,
    pending: "10m",
    severity: "warning",
    summary: "A GPU's NVLinks damage packets.",
    description: `${template} has {{ $value | humanize }} CRC errors a second on its NVLinks.`,
    proof: {
      name: "the NVLinks of one GPU damage many packets, those of another a few",
      series: [
        [`${metric}${series(0)}`, "0+12000x30"],
        [`${metric}${series(1)}`, "0+60x30"],
      ],
      ...{ quiet: 15, fires: 20, labels: labels(0) },
      says: "GPU 0 (NVIDIA H100) of gpu-node-a has 200 CRC errors a second on its NVLinks.",
    },
  };
};

const nvswitch = (names: TreeNames): FailureAlert => {
  const metric = names.metric("DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS");
  const { host } = names;
  return {
    name: "GPUNVSwitchFatal",
    class: "nvswitch",
    why: [
      "The code of the last fatal SXid, which stays until DCGM restarts; a node without NVSwitch has no such series.",
      "Labels of a switch: https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/internal/pkg/rendermetrics/render_metrics.go",
    ],
    expr: `${metric} > 0`,
    severity: "critical",
    summary: "An NVSwitch reported a fatal error.",
    description: `NVSwitch {{ $labels.nvswitch }} of {{ $labels.${host} }} reported SXid {{ $value }}.`,
    proof: {
      name: "an NVSwitch reports a fatal error, another none",
      series: [
        [`${metric}{nvswitch="0", ${host}="gpu-node-a"}`, "0x2 20034x5"],
        [`${metric}{nvswitch="1", ${host}="gpu-node-a"}`, "0x8"],
      ],
      ...{ quiet: 2, fires: 3, labels: `nvswitch: "0", ${host}: gpu-node-a` },
      says: "NVSwitch 0 of gpu-node-a reported SXid 20034.",
    },
  };
};

const fabric = (names: TreeNames): FailureAlert => {
  const { labels, series, template } = gpuIn(names);
  const metric = names.metric("DCGM_FI_DEV_FABRIC_MANAGER_STATUS");
  return {
    name: "GPUFabricNotReady",
    class: "fabric",
    why: [
      "0 is a GPU without a fabric, 3 one that is ready, 5 and 6 a driver that cannot tell. Left are 1 not started, 2 starting,",
      "4 failed: https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/dcgm_structs.h",
      "The 15 minutes are ours.",
    ],
    expr: `${metric} > 0 < 5 != 3`,
    pending: "15m",
    severity: "warning",
    summary: "The fabric manager has not set up a GPU.",
    description: `${template} has fabric state {{ $value }}: 1 is not started, 2 still starting, 4 failed.`,
    proof: {
      name: "the fabric of one GPU fails, another's is ready, a third has none",
      series: [
        [`${metric}${series(0)}`, "3x4 2x5 4x20"],
        [`${metric}${series(1)}`, "3x30"],
        [`${metric}${series(2)}`, "0x30"],
      ],
      ...{ quiet: 19, fires: 20, labels: labels(0) },
      says: "GPU 0 (NVIDIA H100) of gpu-node-a has fabric state 4: 1 is not started, 2 still starting, 4 failed.",
    },
  };
};

const pcie = (names: TreeNames): FailureAlert => {
  const { labels, series, template } = gpuIn(names);
  const width = names.metric("DCGM_FI_DEV_PCIE_LINK_WIDTH");
  const most = names.metric("DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH");
  return {
    name: "GPUPCIeLinkNarrow",
    class: "pcie-link",
    why: [
      "The most that card and slot can do together, so that a slot of 8 lanes is well. The link's generation is left out: a GPU",
      "at rest lowers it. https://nvidia.github.io/cuda-python/cuda-core/latest/generated/cuda.core.system.PciInfo.html",
    ],
    expr: `${width} < ${most}`,
    pending: "15m",
    severity: "warning",
    summary: "A GPU's PCIe link lost lanes.",
    description: `${template} has {{ $value }} PCIe lanes, fewer than its slot gives: check its seat, riser and cable.`,
    proof: {
      name: "a PCIe link loses lanes, another has 8 by its slot",
      series: [
        [`${width}${series(0)}`, "16x4 8x20"],
        [`${most}${series(0)}`, "16x30"],
        [`${width}${series(1)}`, "8x30"],
        [`${most}${series(1)}`, "8x30"],
      ],
      ...{ quiet: 19, fires: 20, labels: labels(0) },
      says: "GPU 0 (NVIDIA H100) of gpu-node-a has 8 PCIe lanes, fewer than its slot gives: check its seat, riser and cable.",
    },
  };
};

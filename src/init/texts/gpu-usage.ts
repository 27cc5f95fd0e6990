import type { TreeNames } from "../tree-names.ts";
import { runbookOf } from "./runbook.ts";

/** Alerts that a GPU is badly used. */
export const gpuUsageRules = ({ metric, value, host, counters, renamed }: TreeNames): string => {
  const [used, free] = [metric("DCGM_FI_DEV_FB_USED"), metric("DCGM_FI_DEV_FB_FREE")];
  const [busy, total] = [metric("DCGM_FI_DEV_GPU_UTIL"), metric("DCGM_FI_DEV_FB_TOTAL")];
  const share = renamed ? "humanizePercentage }}" : "humanize }} %";
  const why = counters.some(({ name }) => name === total)
    ? ""
    : `        # The exporter does not export ${total} by default.\n`;
  return `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: gpu-usage
spec:
  groups:
    - name: gpu-usage
      rules:
${why}        - alert: GPUMemoryNearlyFull
          expr: ${used} / (${used} + ${free}) > 0.97
          for: 15m
          labels:
            severity: warning
          annotations:
            summary: A GPU's memory is nearly full.
            description: >-
              {{ $value | humanizePercentage }} of the memory of GPU {{ $labels.gpu }} of {{ $labels.${host} }} is in use.
            runbook_url: ${runbookOf("memory-full")}
        # 1024 MiB: more than the driver keeps for itself.
        - alert: GPUIdleWhileAllocated
          expr: avg_over_time(${busy}[30m]) < ${value("DCGM_FI_DEV_GPU_UTIL", 5)} and ${used} > ${value("DCGM_FI_DEV_FB_USED", 1024)}
          for: 1h
          labels:
            severity: warning
          annotations:
            summary: A GPU is held but not used.
            description: >-
              GPU {{ $labels.gpu }} of {{ $labels.${host} }} holds a workload's memory and has been {{ $value | ${share} busy for 30 minutes.
            runbook_url: ${runbookOf("idle")}
`;
};

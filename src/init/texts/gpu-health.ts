import type { TreeNames } from "../tree-names.ts";
import { groupText, ruleText } from "./failure-alert.ts";
import { healthAlerts } from "./health-alerts.ts";
import { linkAlerts } from "./link-alerts.ts";
import { runbookOf } from "./runbook.ts";
import { throttlingAlerts } from "./throttling-alerts.ts";

/** Alerts that a GPU breaks. */
export const gpuHealthRules = (names: TreeNames): string =>
  firstRules(names) +
  healthAlerts(names).map(ruleText).join("") +
  groupText("gpu-links", linkAlerts(names)) +
  groupText("gpu-throttling", throttlingAlerts(names));

const firstRules = ({ metric, host }: TreeNames): string => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: gpu-health
spec:
  groups:
    - name: gpu-health
      rules:
        # Codes that NVIDIA's catalogue answers with a reset, a reboot or a workflow:
        # https://docs.nvidia.com/deploy/xid-errors/analyzing-xid-catalog.html
        # ${metric("DCGM_FI_DEV_XID_ERRORS")} holds only the last code, and an XID 45 that follows hides a 79. This metric counts each code, for the
        # 5 minutes of the exporter's window; it is on by upstream/dcgm-metrics.csv.
        - alert: GPUHardwareXid
          expr: |-
            max_over_time(
              DCGM_EXP_XID_ERRORS_COUNT{xid=~"46|48|62|64|74|79|95|109|110|119|120|136|140|14[3-9]|150|155|156|158"}[1h]
            ) > 0
          labels:
            severity: critical
          annotations:
            summary: A GPU reported a hardware error.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }} reported XID {{ $labels.xid }} within the last hour.
            runbook_url: ${runbookOf("xid")}
        - alert: GPUTemperatureHigh
          expr: ${metric("DCGM_FI_DEV_GPU_TEMP")} > 85
          for: 10m
          labels:
            severity: warning
          annotations:
            summary: A GPU is hot.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }} has been above 85 °C for 10 minutes, now {{ $value }} °C.
            runbook_url: ${runbookOf("temperature")}
        - alert: GPUTemperatureCritical
          expr: ${metric("DCGM_FI_DEV_GPU_TEMP")} > 92
          for: 2m
          labels:
            severity: critical
          annotations:
            summary: A GPU is about to slow down or switch off.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }} is at {{ $value }} °C.
            runbook_url: ${runbookOf("temperature")}
        - alert: GPURowRemapFailed
          expr: ${metric("DCGM_FI_DEV_ROW_REMAP_FAILURE")} > 0
          labels:
            severity: critical
          annotations:
            summary: A GPU could not replace a broken row of memory.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}, {{ $labels.UUID }}) of {{ $labels.${host} }} has no spare rows left: replace it.
            runbook_url: ${runbookOf("row-remap-failed")}
        - alert: GPUUncorrectableMemoryErrors
          expr: increase(${metric("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS")}[1h]) > 0
          labels:
            severity: warning
          annotations:
            summary: A GPU remapped memory after an uncorrectable error.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }} had uncorrectable memory errors in the last hour: reset it
              when it is drained.
            runbook_url: ${runbookOf("uncorrectable-memory")}
        - alert: GPUPCIeReplays
          expr: increase(${metric("DCGM_FI_DEV_PCIE_REPLAY_COUNTER")}[10m]) > 50
          for: 10m
          labels:
            severity: warning
          annotations:
            summary: A GPU's PCIe link repeats transfers.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }} repeated {{ $value | humanize }} transfers in 10 minutes:
              check its seat, riser and cable.
            runbook_url: ${runbookOf("pcie-replay")}
`;

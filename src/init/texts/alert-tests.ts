import type { TreeNames } from "../tree-names.ts";
import { exporterAlerts } from "./exporter-alerts.ts";
import { testText } from "./failure-alert.ts";
import { healthAlerts } from "./health-alerts.ts";
import { linkAlerts } from "./link-alerts.ts";
import { runbookOf } from "./runbook.ts";
import { throttlingAlerts } from "./throttling-alerts.ts";

/** Unit tests of all alerts, in promtool's form: each fires when it should, and not before. */
export const alertTests = (names: TreeNames): string =>
  firstTests(names) +
  [...exporterAlerts(names), ...healthAlerts(names), ...linkAlerts(names), ...throttlingAlerts(names)]
    .map(testText)
    .join("");

const firstTests = ({ metric, value, host, service, renamed }: TreeNames): string => {
  const idle = renamed ? "0%" : "0 %";
  return `# Unit tests of the alerts beside this file: each fires when it should, and not before. A check runs them against what the
# overlay builds. promtool alone looks for the groups of the three objects in rules.yaml.
rule_files:
  - rules.yaml
evaluation_interval: 1m

tests:
  - name: no exporter at all
    interval: 1m
    input_series: []
    alert_rule_test:
      - alertname: GPUMetricsAbsent
        eval_time: 9m
        exp_alerts: []
      - alertname: GPUMetricsAbsent
        eval_time: 10m
        exp_alerts:
          - exp_labels: { severity: critical }
            exp_annotations:
              summary: No GPU reports metrics.
              description: >-
                Prometheus has had no metric of any DCGM exporter for 10 minutes. No other GPU alert can fire until it has.
              runbook_url: ${runbookOf("exporter-gone")}

  - name: one exporter of two does not answer
    interval: 1m
    input_series:
      - series: up{job="${service.name}", namespace="${service.namespace}", pod="${service.name}-a"}
        values: 0x20
      - series: up{job="${service.name}", namespace="${service.namespace}", pod="${service.name}-b"}
        values: 1x20
      - series: ${metric("DCGM_FI_DEV_GPU_TEMP")}{gpu="0", ${host}="gpu-node-b"}
        values: 40x20
    alert_rule_test:
      - alertname: GPUExporterDown
        eval_time: 10m
        exp_alerts:
          - exp_labels:
              { severity: warning, job: ${service.name}, namespace: ${service.namespace}, pod: ${service.name}-a }
            exp_annotations:
              summary: A DCGM exporter does not answer.
              description: >-
                ${service.namespace}/${service.name}-a has not answered for 10 minutes. The GPUs of its node are not watched.
              runbook_url: ${runbookOf("exporter-gone")}
      - alertname: GPUMetricsAbsent
        eval_time: 20m
        exp_alerts: []

  - name: a GPU falls off the bus and XID 45 follows, another has an application's error
    interval: 1m
    input_series:
      - series: ${metric("DCGM_FI_DEV_XID_ERRORS")}{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA H100 80GB HBM3"}
        values: 0x4 45x70
      - series: DCGM_EXP_XID_ERRORS_COUNT{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA H100 80GB HBM3", xid="79"}
        values: _x5 1x4
      - series: DCGM_EXP_XID_ERRORS_COUNT{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA H100 80GB HBM3", xid="45"}
        values: _x5 8x4
      - series: DCGM_EXP_XID_ERRORS_COUNT{gpu="1", ${host}="gpu-node-a", modelName="NVIDIA H100 80GB HBM3", xid="31"}
        values: _x5 1x4
      - series: DCGM_EXP_XID_ERRORS_COUNT{gpu="2", ${host}="gpu-node-a", modelName="NVIDIA H100 80GB HBM3"}
        values: 0x75
    alert_rule_test:
      - alertname: GPUHardwareXid
        eval_time: 4m
        exp_alerts: []
      - alertname: GPUHardwareXid
        eval_time: 60m
        exp_alerts:
          - exp_labels:
              { severity: critical, gpu: "0", ${host}: gpu-node-a, modelName: NVIDIA H100 80GB HBM3, xid: "79" }
            exp_annotations:
              summary: A GPU reported a hardware error.
              description: GPU 0 (NVIDIA H100 80GB HBM3) of gpu-node-a reported XID 79 within the last hour.
              runbook_url: ${runbookOf("xid")}
      - alertname: GPUHardwareXid
        eval_time: 75m
        exp_alerts: []

  - name: a GPU gets hot, then too hot
    interval: 1m
    input_series:
      - series: ${metric("DCGM_FI_DEV_GPU_TEMP")}{gpu="3", ${host}="gpu-node-a", modelName="NVIDIA L40S"}
        values: 60x5 88x20 93x10
    alert_rule_test:
      - alertname: GPUTemperatureHigh
        eval_time: 15m
        exp_alerts: []
      - alertname: GPUTemperatureHigh
        eval_time: 16m
        exp_alerts:
          - exp_labels: { severity: warning, gpu: "3", ${host}: gpu-node-a, modelName: NVIDIA L40S }
            exp_annotations:
              summary: A GPU is hot.
              description: GPU 3 (NVIDIA L40S) of gpu-node-a has been above 85 °C for 10 minutes, now 88 °C.
              runbook_url: ${runbookOf("temperature")}
      - alertname: GPUTemperatureCritical
        eval_time: 28m
        exp_alerts: []
      - alertname: GPUTemperatureCritical
        eval_time: 29m
        exp_alerts:
          - exp_labels: { severity: critical, gpu: "3", ${host}: gpu-node-a, modelName: NVIDIA L40S }
            exp_annotations:
              summary: A GPU is about to slow down or switch off.
              description: GPU 3 (NVIDIA L40S) of gpu-node-a is at 93 °C.
              runbook_url: ${runbookOf("temperature")}

  - name: memory breaks for good
    interval: 1m
    input_series:
      - series: ${metric("DCGM_FI_DEV_ROW_REMAP_FAILURE")}{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA A100", UUID="GPU-1"}
        values: 0x2 1x5
      - series: ${metric("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS")}{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA A100"}
        values: 2x3 3x100
      - series: ${metric("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS")}{gpu="1", ${host}="gpu-node-a", modelName="NVIDIA A100"}
        values: 7x104
    alert_rule_test:
      - alertname: GPURowRemapFailed
        eval_time: 3m
        exp_alerts:
          - exp_labels: { severity: critical, gpu: "0", ${host}: gpu-node-a, modelName: NVIDIA A100, UUID: GPU-1 }
            exp_annotations:
              summary: A GPU could not replace a broken row of memory.
              description: "GPU 0 (NVIDIA A100, GPU-1) of gpu-node-a has no spare rows left: replace it."
              runbook_url: ${runbookOf("row-remap-failed")}
      - alertname: GPUUncorrectableMemoryErrors
        eval_time: 5m
        exp_alerts:
          - exp_labels: { severity: warning, gpu: "0", ${host}: gpu-node-a, modelName: NVIDIA A100 }
            exp_annotations:
              summary: A GPU remapped memory after an uncorrectable error.
              description: "GPU 0 (NVIDIA A100) of gpu-node-a had uncorrectable memory errors in the last hour: reset it when it is drained."
              runbook_url: ${runbookOf("uncorrectable-memory")}
      - alertname: GPUUncorrectableMemoryErrors
        eval_time: 100m
        exp_alerts: []

  - name: a PCIe link that is bad, and one that had a moment
    interval: 1m
    input_series:
      - series: ${metric("DCGM_FI_DEV_PCIE_REPLAY_COUNTER")}{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA A100"}
        values: 0+10x40
      - series: ${metric("DCGM_FI_DEV_PCIE_REPLAY_COUNTER")}{gpu="1", ${host}="gpu-node-a", modelName="NVIDIA A100"}
        values: 0x10 3x30
    alert_rule_test:
      - alertname: GPUPCIeReplays
        eval_time: 30m
        exp_alerts:
          - exp_labels: { severity: warning, gpu: "0", ${host}: gpu-node-a, modelName: NVIDIA A100 }
            exp_annotations:
              summary: A GPU's PCIe link repeats transfers.
              description: "GPU 0 (NVIDIA A100) of gpu-node-a repeated 100 transfers in 10 minutes: check its seat, riser and cable."
              runbook_url: ${runbookOf("pcie-replay")}

  - name: one GPU is full, one is held and idle, one is free
    interval: 1m
    input_series:
      - series: ${metric("DCGM_FI_DEV_FB_USED")}{gpu="0", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_USED", 79000)}x120
      - series: ${metric("DCGM_FI_DEV_FB_FREE")}{gpu="0", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_FREE", 1000)}x120
      - series: ${metric("DCGM_FI_DEV_GPU_UTIL")}{gpu="0", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_GPU_UTIL", 97)}x120
      - series: ${metric("DCGM_FI_DEV_FB_USED")}{gpu="1", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_USED", 20000)}x120
      - series: ${metric("DCGM_FI_DEV_FB_FREE")}{gpu="1", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_FREE", 60000)}x120
      - series: ${metric("DCGM_FI_DEV_GPU_UTIL")}{gpu="1", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_GPU_UTIL", 0)}x120
      - series: ${metric("DCGM_FI_DEV_FB_USED")}{gpu="2", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_USED", 500)}x120
      - series: ${metric("DCGM_FI_DEV_FB_FREE")}{gpu="2", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_FREE", 79500)}x120
      - series: ${metric("DCGM_FI_DEV_GPU_UTIL")}{gpu="2", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_GPU_UTIL", 0)}x120
    alert_rule_test:
      - alertname: GPUMemoryNearlyFull
        eval_time: 14m
        exp_alerts: []
      - alertname: GPUMemoryNearlyFull
        eval_time: 15m
        exp_alerts:
          - exp_labels: { severity: warning, gpu: "0", ${host}: gpu-node-a }
            exp_annotations:
              summary: A GPU's memory is nearly full.
              description: 98.75% of the memory of GPU 0 of gpu-node-a is in use.
              runbook_url: ${runbookOf("memory-full")}
      - alertname: GPUIdleWhileAllocated
        eval_time: 59m
        exp_alerts: []
      - alertname: GPUIdleWhileAllocated
        eval_time: 60m
        exp_alerts:
          - exp_labels: { severity: warning, gpu: "1", ${host}: gpu-node-a }
            exp_annotations:
              summary: A GPU is held but not used.
              description: GPU 1 of gpu-node-a holds a workload's memory and has been ${idle} busy for 30 minutes.
              runbook_url: ${runbookOf("idle")}
`;
};

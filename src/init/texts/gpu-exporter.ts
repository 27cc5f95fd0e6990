import type { TreeNames } from "../tree-names.ts";
import { exporterAlerts } from "./exporter-alerts.ts";
import { ruleText } from "./failure-alert.ts";
import { runbookOf } from "./runbook.ts";

/** Alerts that the metrics of GPUs are gone, or not what they seem. */
export const gpuExporterRules = (names: TreeNames): string =>
  firstRules(names) + exporterAlerts(names).map(ruleText).join("");

const firstRules = ({ metric, service }: TreeNames): string => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: gpu-exporter
spec:
  groups:
    - name: gpu-exporter
      rules:
        # Without any target there is no \`up\` either: only absent() notices that all GPU metrics are gone.
        - alert: GPUMetricsAbsent
          expr: absent(${metric("DCGM_FI_DEV_GPU_TEMP")})
          for: 10m
          labels:
            severity: critical
          annotations:
            summary: No GPU reports metrics.
            description: >-
              Prometheus has had no metric of any DCGM exporter for 10 minutes. No other GPU alert can fire until it has.
            runbook_url: ${runbookOf("exporter-gone")}
        - alert: GPUExporterDown
          expr: up{job="${service.name}"} == 0
          for: 10m
          labels:
            severity: warning
          annotations:
            summary: A DCGM exporter does not answer.
            description: >-
              {{ $labels.namespace }}/{{ $labels.pod }} has not answered for 10 minutes. The GPUs of its node are not watched.
            runbook_url: ${runbookOf("exporter-gone")}
`;

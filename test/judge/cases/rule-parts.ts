import type { JsonObject } from "../../../src/kubernetes/manifest.ts";

/** Expressions that everybody takes. */
export const goodExpressions = [
  "DCGM_FI_DEV_GPU_TEMP > 85",
  "absent(DCGM_FI_DEV_GPU_TEMP)",
  'up{job="nvidia-dcgm-exporter"} == 0',
  "increase(DCGM_FI_DEV_PCIE_REPLAY_COUNTER[5m]) > 0",
  "sum by (Hostname) (DCGM_FI_DEV_FB_USED) / sum by (Hostname) (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE)",
  "avg_over_time(DCGM_FI_DEV_GPU_UTIL[30m:1m]) < 5",
  "histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))",
  "1",
  'label_replace(up, "node", "$1", "instance", "(.*):.*")',
  'DCGM_FI_DEV_XID_ERRORS{err_code=~"79|4[38]"} > 0',
  "# a comment\nvector(1)",
] as const;

/** Some are wrong, some are right only for another Prometheus or with a feature on. */
export const doubtfulExpressions = [
  "rate(DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION[$__rate_interval])",
  '{"gpu.temp"} > 80',
  "",
  "DCGM_FI_DEV_GPU_TEMP >",
  "rate(DCGM_FI_DEV_GPU_TEMP)",
  "sum(up",
  'up{job="a"',
  'up{job=~"("}',
  "DCGM_FI_DEV_GPU_TEMP[5m]",
  '"text"',
  "1 > 2",
  "{}",
  "sum by (gpu.model) (up)",
  'sum by ("gpu.model") (up)',
  'sort_by_label(up, "gpu")',
  "max_of(up)",
  "up offset -5m",
  "up @ end()",
  "rate(up[5m] smoothed)",
  "topk(5)",
  "up and on(gpu) group_left up",
  "up * on(gpu) group_left(node) kube_pod_info",
  "increase(up[1.5m])",
  "{{ .Values.expr }}",
] as const;

/** Labels and annotations, templates mostly. */
export const goodTexts = [
  "GPU {{ $labels.gpu }} on {{ $labels.Hostname }} is hot",
  "Value is {{ $value }}",
  '{{ with query "up" }}{{ . | first | value | humanize }}{{ end }}',
  "plain",
  "",
] as const;
/** Templates that nobody takes. */
export const badTexts = [
  "{{ $labels.gpu",
  "{{ $label.gpu }}",
  "{{ nope 1 }}",
  "{{ end }}",
  "{{ .Values.x }}",
  "{{ $value | humanise }}",
] as const;

/** Labels that somebody refuses, or not: names may be UTF-8 since Prometheus 3. */
export const oddLabels: readonly JsonObject[] = [
  { "bad-label": "x" },
  { "0day": "x" },
  { __name__: "x" },
  { "": "x" },
  { severity: 1 },
  { "gpu.model": "x" },
];

/** Rules that lack something or have too much. */
export const oddRules: readonly JsonObject[] = [
  { expr: "up" },
  { alert: "A", record: "a", expr: "up" },
  { record: "a", expr: "up", for: "5m" },
  { record: "a", expr: "up", annotations: { summary: "x" } },
  { record: "a", expr: "up", keep_firing_for: "5m" },
  { alert: "A" },
  { alert: "A", expr: "up", severity: "critical" },
  { alert: "A", expr: ["up"] },
];

/** More than the 512 KiB that the operator writes for one object. */
export const huge: JsonObject = {
  groups: [
    {
      name: "huge",
      rules: Array.from({ length: 700 }, (_, i) => ({
        alert: `Huge${i}`,
        expr: "up == 0",
        annotations: { description: "x".repeat(800) },
      })),
    },
  ],
};

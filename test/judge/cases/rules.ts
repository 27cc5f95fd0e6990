import fc from "fast-check";
import type { Json, JsonObject } from "../../../src/manifest.ts";
import { duration } from "./endpoint.ts";
import { type Doubt, often, record, sometimes } from "./often.ts";

const goodExpressions = [
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
const doubtfulExpressions = [
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

const goodTexts = [
  "GPU {{ $labels.gpu }} on {{ $labels.Hostname }} is hot",
  "Value is {{ $value }}",
  '{{ with query "up" }}{{ . | first | value | humanize }}{{ end }}',
  "plain",
  "",
] as const;
const badTexts = [
  "{{ $labels.gpu",
  "{{ $label.gpu }}",
  "{{ nope 1 }}",
  "{{ end }}",
  "{{ .Values.x }}",
  "{{ $value | humanise }}",
] as const;

const oddLabels: readonly JsonObject[] = [
  { "bad-label": "x" },
  { "0day": "x" },
  { __name__: "x" },
  { "": "x" },
  { severity: 1 },
  { "gpu.model": "x" },
];

const oddRules: readonly JsonObject[] = [
  { expr: "up" },
  { alert: "A", record: "a", expr: "up" },
  { record: "a", expr: "up", for: "5m" },
  { record: "a", expr: "up", annotations: { summary: "x" } },
  { record: "a", expr: "up", keep_firing_for: "5m" },
  { alert: "A" },
  { alert: "A", expr: "up", severity: "critical" },
  { alert: "A", expr: ["up"] },
];

const expr = (doubt: Doubt): fc.Arbitrary<Json> =>
  often<Json>(
    [24, fc.constantFrom(...goodExpressions)],
    [1, fc.constantFrom(1, 0)],
    [4 * doubt, fc.constantFrom(...doubtfulExpressions)],
  );

const text = (doubt: Doubt): fc.Arbitrary<string> =>
  often<string>([20, fc.constantFrom(...goodTexts)], [doubt, fc.constantFrom(...badTexts)]);

const labels = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>(
    [20, fc.constantFrom("critical", "warning", "info").map((severity) => ({ severity }))],
    [2, text(doubt).map((team) => ({ severity: "warning", team }))],
    [doubt, fc.constantFrom(...oddLabels)],
  );

const annotations = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(text(doubt), sometimes(1, 3, text(doubt)), sometimes(doubt, 30, fc.constantFrom("bad-name", "1st")))
    .map(([summary, description, odd]) => ({
      summary,
      ...(description !== undefined && { description }),
      ...(odd !== undefined && { [odd]: "x" }),
    }));

const alert = (doubt: Doubt) =>
  record<Record<string, unknown>>({
    alert: often<Json>(
      [24, fc.constantFrom("GPUTemperatureHigh", "GPU temp high!", "GPUIdle")],
      [doubt, fc.constant("")],
    ),
    expr: expr(doubt),
    for: sometimes(3, 4, duration(doubt)),
    keep_firing_for: sometimes(1, 10, duration(doubt)),
    labels: labels(doubt),
    annotations: sometimes(5, 6, annotations(doubt)),
  }) as fc.Arbitrary<JsonObject>;

const recording = (doubt: Doubt) =>
  record<Record<string, unknown>>({
    record: often<Json>(
      [12, fc.constantFrom("gpu:utilisation:avg5m", "instance:gpu_memory_used:ratio")],
      [doubt, fc.constantFrom("bad name", "bad-name", "1up", "")],
    ),
    expr: expr(doubt),
    labels: sometimes(1, 3, labels(doubt)),
  }) as fc.Arbitrary<JsonObject>;

const rule = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>([14, alert(doubt)], [6, recording(doubt)], [doubt, fc.constantFrom(...oddRules)]);

const group = (doubt: Doubt) =>
  record<Record<string, unknown>>({
    name: often<Json>(
      [12, fc.constantFrom("gpu", "gpu-health", "gpu.rules", "recording", "a b")],
      [doubt, fc.constant("")],
    ),
    interval: sometimes(1, 4, duration(doubt)),
    limit: sometimes(1, 12, doubt === 0 ? fc.constantFrom(10, 0) : fc.constantFrom(10, -1)),
    query_offset: sometimes(1, 12, duration(doubt)),
    partial_response_strategy: sometimes(
      1,
      12,
      doubt === 0 ? fc.constantFrom("warn", "abort") : fc.constantFrom("ABORT", "ignore", ""),
    ),
    labels: sometimes(1, 12, labels(doubt)),
    rules: often<JsonObject[] | undefined>(
      [12, fc.array(rule(doubt), { minLength: 1, maxLength: 3 })],
      [doubt, fc.constant([])],
      [doubt, fc.constant(undefined)],
    ),
  }) as fc.Arbitrary<JsonObject & { name?: string }>;

/** More than the 512 KiB that the operator writes for one object. */
const huge: JsonObject = {
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

const groups = (doubt: Doubt): fc.Arbitrary<JsonObject[]> => {
  const options = { minLength: 1, maxLength: 3 };
  return doubt === 0
    ? fc.uniqueArray(group(doubt), { ...options, selector: ({ name }) => name })
    : fc.array(group(doubt), options);
};

/** The spec of a PrometheusRule; a rule that stands twice in it is taken by all. */
export const prometheusRule = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>(
    [50, groups(doubt).map((found) => ({ groups: found }))],
    [2, rule(doubt).map((one) => ({ groups: [{ name: "twice", rules: [one, one] }] }))],
    [doubt, fc.constantFrom<JsonObject>({ groups: [] }, {})],
    [doubt, fc.constant(huge)],
  );

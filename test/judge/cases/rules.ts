import fc from "fast-check";
import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";
import { duration } from "./endpoint.ts";
import { type Doubt, often, record, sometimes } from "./often.ts";
import { badTexts, doubtfulExpressions, goodExpressions, goodTexts, huge, oddLabels, oddRules } from "./rule-parts.ts";

const expr = (doubt: Doubt): fc.Arbitrary<Json> =>
  often<Json>(
    [24, fc.constantFrom(...goodExpressions)],
    [1, fc.constantFrom(1, 0)],
    [6 * doubt, fc.constantFrom(...doubtfulExpressions)],
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

/** Names of groups are unique in one object; with doubt, now and then not. */
const groups = (doubt: Doubt): fc.Arbitrary<JsonObject[]> => {
  const options = { minLength: 1, maxLength: 3 };
  return often<JsonObject[]>(
    [8, fc.uniqueArray(group(doubt), { ...options, selector: ({ name }) => name })],
    [doubt, fc.array(group(doubt), options)],
  );
};

/** The spec of a PrometheusRule; a rule that stands twice in it is taken by all. */
export const prometheusRule = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>(
    [50, groups(doubt).map((found) => ({ groups: found }))],
    [2, rule(doubt).map((one) => ({ groups: [{ name: "twice", rules: [one, one] }] }))],
    [doubt, fc.constantFrom<JsonObject>({ groups: [] }, {})],
    [doubt, fc.constant(huge)],
  );

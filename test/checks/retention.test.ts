import { describe, expect, test } from "vitest";
import { checkOptions } from "../../src/checks/check-option.ts";
import { promqlRangeExceedsRetention } from "../../src/checks/promql-range-exceeds-retention.ts";
import { chartOrigin, manifestsOf, renderOf, subjectOf } from "./subject.ts";

const rule = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: gpu, namespace: monitoring, labels: {by: thanos}}
spec: {groups: [{name: gpu, rules: [{alert: A, expr: "avg_over_time(DCGM_FI_DEV_GPU_UTIL[30d]) < 5"}]}]}
`;
const evaluator = (kind: string, fields: string): string => `apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata: {name: kps, namespace: monitoring}
spec: {retention: 15d, serviceMonitorSelector: {}, ruleNamespaceSelector: {}, ${fields}}
`;

const toldOf = (...evaluators: readonly string[]): readonly string[] => {
  const chart = manifestsOf(evaluators.join("---\n"), chartOrigin);
  const subject = subjectOf({ render: renderOf({ chart, overlay: manifestsOf(rule) }) });
  return [...promqlRangeExceedsRetention.find(subject, checkOptions({}))].map(({ message }) => message);
};

describe("a range of 30 days in a Prometheus that keeps 15", () => {
  test.each([
    ["alone", "ruleSelector: {}", /^(?!.*Thanos)/],
    ["with a Thanos sidecar, which rules do not ask", "ruleSelector: {}, thanos: {}", /Thanos sidecar/],
  ])("%s", (_, fields, message) => {
    expect(toldOf(evaluator("Prometheus", fields))).toEqual([expect.stringMatching(message)]);
  });

  test("with a store that it reads itself", () => {
    expect(toldOf(evaluator("Prometheus", "ruleSelector: {}, remoteRead: [{url: http://store}]"))).toEqual([]);
  });

  test("whose rule a ThanosRuler evaluates", () => {
    const ruler = evaluator("ThanosRuler", "ruleSelector: {matchLabels: {by: thanos}}");
    const byLabel = "ruleSelector: {matchLabels: {by: prometheus}}";
    expect(toldOf(evaluator("Prometheus", byLabel), ruler)).toEqual([]);
    expect(toldOf(evaluator("Prometheus", "ruleSelector: {}"), ruler)).toHaveLength(1);
  });
});

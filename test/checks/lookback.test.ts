import { expect, test } from "vitest";
import { checkOptions } from "../../src/checks/check-option.ts";
import { ruleGroupIntervalTooLong } from "../../src/checks/rule-group-interval-too-long.ts";
import { servicemonitorIntervalTooLong } from "../../src/checks/servicemonitor-interval-too-long.ts";
import { chartOrigin, manifestsOf, renderOf, subjectOf } from "./subject.ts";

const tree = `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: slow, namespace: monitoring}
spec:
  selector: {matchLabels: {app: slow}}
  endpoints: [{port: metrics, interval: 10m}, {port: metrics}]
---
apiVersion: monitoring.coreos.com/v1
kind: ScrapeConfig
metadata: {name: outside, namespace: monitoring}
spec: {scrapeInterval: 12m, staticConfigs: [{targets: ["10.0.0.1:9100"]}]}
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: slow, namespace: monitoring}
spec: {groups: [{name: slow, interval: 10m, rules: [{record: a, expr: vector(1)}]}]}
`;

/** What the two checks say where the Prometheus has this in its spec. */
const found = (spec: string): readonly (string | undefined)[] => {
  const prometheus = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: monitoring}
spec: {serviceMonitorSelector: {}, scrapeConfigSelector: {}, ruleSelector: {}${spec}}
`;
  const render = renderOf({ chart: manifestsOf(prometheus, chartOrigin), overlay: manifestsOf(tree) });
  const subject = subjectOf({ render });
  return [servicemonitorIntervalTooLong, ruleGroupIntervalTooLong].flatMap((check) =>
    [...check.find(subject, checkOptions({}, {}))].map(({ message }) =>
      /^(.*?): .*?(after \w+) /.exec(message)?.slice(1).join(" "),
    ),
  );
};

test("what is scraped or evaluated less often than a sample counts is told, by the Prometheus that does it", () => {
  expect(found("")).toEqual([
    "ServiceMonitor monitoring/slow after 5m",
    "ScrapeConfig monitoring/outside after 5m",
    "group slow in PrometheusRule monitoring/slow after 5m",
  ]);
  expect(found(", query: {lookbackDelta: 11m}")).toEqual(["ScrapeConfig monitoring/outside after 11m"]);
  expect(found(", query: {lookbackDelta: 15m}")).toEqual([]);
  expect(found(", query: {lookbackDelta: never}")).toEqual([]);
});

test("an interval that the Prometheus sets for all counts where a monitor has none", () => {
  expect(found(", scrapeInterval: 7m, query: {lookbackDelta: 6m}")).toEqual([
    "ServiceMonitor monitoring/slow after 6m",
    "ServiceMonitor monitoring/slow after 6m",
    "ScrapeConfig monitoring/outside after 6m",
    "group slow in PrometheusRule monitoring/slow after 6m",
  ]);
});

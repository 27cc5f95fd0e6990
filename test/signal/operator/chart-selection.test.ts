import { expect, test } from "vitest";
import { chartLosses } from "../../../src/signal/operator/chart-selection.ts";
import { worldOf } from "../world-of.ts";

const prometheus = (spec: string, name = "main") => `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: ${name}, namespace: monitoring}
spec: {ruleSelector: {}, ruleNamespaceSelector: {}, serviceMonitorNamespaceSelector: {}, ${spec}}
---`;
const monitor = (name: string, labels: string) => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: ${name}, namespace: monitoring, labels: ${labels}}
spec: {selector: {}, endpoints: [{port: web}]}
---`;
const chart =
  monitor("node", "{release: prometheus-stack, app: node}") +
  monitor("proxy", "{release: prometheus-stack, app: proxy}");

const losses = (selector: string, tree = "") =>
  chartLosses(worldOf({ chart: prometheus(`serviceMonitorSelector: ${selector}`) + chart, tree })).map(
    ({ kind, field, missed, count, own, cause, selectsNone }) => ({
      ...{ kind, field, count, selectsNone },
      missed: missed.map(({ ref }) => ref.name),
      own: own.map(({ ref }) => ref.name),
      path: cause.path,
    }),
  );

test("one entry a selector, at the label that it asks for", () => {
  expect(losses("{matchLabels: {team: gpu}}")).toEqual([
    {
      ...{ kind: "ServiceMonitor", field: "serviceMonitorSelector", count: 2, selectsNone: true },
      ...{ missed: ["node", "proxy"], own: [], path: ["spec", "serviceMonitorSelector", "matchLabels", "team"] },
    },
  ]);
});

test("the tree's own are among them only where all of them are missed", () => {
  const team = "{matchLabels: {team: gpu}}";
  const bare = monitor("a", "{}") + monitor("b", "{}");
  expect(losses(team, bare)).toMatchObject([{ own: ["a", "b"], selectsNone: true }]);
  expect(losses(team, bare + monitor("c", "{team: gpu}"))).toMatchObject([{ own: [], selectsNone: false }]);
});

test("what a selector leaves out by name is left out on purpose", () => {
  expect(losses("{matchExpressions: [{key: app, operator: NotIn, values: [proxy]}]}")).toEqual([]);
  expect(losses("{matchExpressions: [{key: app, operator: DoesNotExist}]}")).toEqual([]);
  expect(losses("{matchExpressions: [{key: app, operator: In, values: [node]}]}")).toMatchObject([
    { missed: ["proxy"] },
  ]);
});

test("another Prometheus may select them, and one that is paused decides nothing", () => {
  const strict = prometheus("serviceMonitorSelector: {matchLabels: {team: gpu}}");
  const found = (more: string) => chartLosses(worldOf({ chart: strict + more + chart, tree: "" })).length;
  expect(found("")).toBe(1);
  expect(found(prometheus("serviceMonitorSelector: {}", "second"))).toBe(0);
  expect(found(prometheus("serviceMonitorSelector: {}, paused: true", "second"))).toBe(0);
});

import type { Manifest } from "../manifest.ts";
import type { LabelShape } from "../promql/label-shape.ts";
import { valuesIn } from "../promql/label-shape.ts";
import { readExpression } from "../promql/parse-expression.ts";
import type { RuleVerdict } from "../validate/rule-verdict.ts";
import { inhibitionHop, type Muting } from "./alert-inhibition.ts";
import { alertLabels } from "./alert-labels.ts";
import { labelsHop } from "./alert-labels-hop.ts";
import { metricsHop } from "./alert-metrics-hop.ts";
import { resultHop } from "./alert-result-hop.ts";
import { routeHop } from "./alert-route-hop.ts";
import { alertmanagersOf, configInForce } from "./alertmanager-in-force.ts";
import { type GpuSeries, gpuSeries } from "./gpu-series.ts";
import { type KnownMetrics, knownMetrics } from "./known-metrics.ts";
import { selectingPrometheuses } from "./monitor-selection.ts";
import { mutingAlerts } from "./mutings.ts";
import { namespaceOf } from "./namespaces.ts";
import { ruleAcceptanceHop } from "./rule-acceptance.ts";
import { type RuleEntry, ruleEntries } from "./rule-entries.ts";
import { ruleSelectionHops } from "./rule-selection.ts";
import { type Hop, type SignalPath, statusOf } from "./signal-path.ts";
import type { Labels, World, WorldObject } from "./world.ts";

/** The way of every alert in the PrometheusRules of base and overlays: from its rule to a receiver. */
export const alertPaths = (world: World, rules: readonly RuleVerdict[]): readonly SignalPath[] => {
  const verdicts = new Map<Manifest | null, RuleVerdict>(rules.map((verdict) => [verdict.manifest, verdict]));
  const known = knownMetrics(world, verdicts);
  const gpu = gpuSeries(world);
  const notification = notifications(known, world);
  const loading = new Map<WorldObject, readonly Hop[]>();
  const loadingOf = (object: WorldObject): readonly Hop[] => {
    const hops = loading.get(object) ?? [
      ...ruleSelectionHops(object, world),
      ruleAcceptanceHop(object, verdicts.get(object.manifest), world),
    ];
    loading.set(object, hops);
    return hops;
  };
  return ruleEntries(world)
    .filter(({ kind, object }) => kind === "alert" && object.manifest?.origin.from === "kustomize")
    .map((entry) => {
      const hops = [...loadingOf(entry.object), ...expressionHops(entry, known, gpu, world), ...notification(entry)];
      return {
        signal: "alert",
        subject: subjectOf(entry, world),
        resource: entry.object.ref,
        status: statusOf(hops),
        hops,
      };
    });
};

const subjectOf = ({ name, object }: RuleEntry, world: World): string =>
  `alert ${name} in PrometheusRule ${namespaceOf(object, world)}/${object.ref.name}`;

const expressionHops = (entry: RuleEntry, known: KnownMetrics, gpu: GpuSeries, world: World): readonly Hop[] => {
  const expression = readExpression(entry.expr);
  return [
    metricsHop(entry, expression, known, world),
    labelsHop(entry, expression, known, gpu, world),
    resultHop(entry, expression),
  ];
};

/** Route and inhibition. Alerts with the same labels share their fate: thousands of rules have a few dozen kinds of labels. */
const notifications = (known: KnownMetrics, world: World): ((entry: RuleEntry) => readonly Hop[]) => {
  const fates = new Map<string, readonly Hop[]>();
  const mutings = new Map<WorldObject | null, readonly Muting[]>();
  const asked = labelsAskedFor(world);
  const byName = Map.groupBy(ruleEntries(world), ({ name }) => name);
  return (entry) => {
    const prometheus = selectingPrometheuses(entry.object, world)[0] ?? world.ofKind("Prometheus")[0] ?? null;
    const labels = alertLabels(entry, readExpression(entry.expr), known, prometheus, world);
    const sameName = (byName.get(entry.name) ?? []).filter(({ kind }) => kind === "alert").map((one) => one.labels);
    const key = JSON.stringify([
      prometheus?.ref,
      labels.open,
      sameName,
      ...asked.map((name) => valuesIn(labels, name)),
    ]);
    const same = fates.get(key);
    if (same !== undefined) return same;
    const muting = mutings.get(prometheus) ?? mutingAlerts(known, prometheus, world);
    mutings.set(prometheus, muting);
    const fate = [
      routeHop(labels, prometheus, world),
      inhibition(labels, prometheus, { mutings: muting, sameName }, world),
    ];
    fates.set(key, fate);
    return fate;
  };
};

/** Names of the labels by which any Alertmanager in sight decides. */
const labelsAskedFor = (world: World): readonly string[] => {
  const names = new Set<string>(["namespace"]);
  for (const alertmanager of world.ofKind("Alertmanager")) {
    const config = configInForce(alertmanager, world, { all: true })?.config;
    if (!config) continue;
    const waiting = [config.route];
    for (let route = waiting.pop(); route !== undefined; route = waiting.pop()) {
      for (const { name } of route.matchers) names.add(name);
      waiting.push(...route.routes);
    }
    for (const { source, target, equal } of config.inhibitRules)
      for (const name of [...[...source, ...target].map((matcher) => matcher.name), ...equal]) names.add(name);
  }
  return [...names];
};

const inhibition = (
  labels: LabelShape,
  prometheus: WorldObject | null,
  among: { readonly mutings: readonly Muting[]; readonly sameName: readonly Labels[] },
  world: World,
): Hop => {
  const hop = "alert-is-not-inhibited";
  const { found = [], unseen = null } = prometheus === null ? {} : alertmanagersOf(prometheus, world);
  const hops = found.map((alertmanager) => {
    const config = configInForce(alertmanager, world)?.config;
    return config ? inhibitionHop(config, labels, among.mutings, among.sameName) : null;
  });
  const free = hops.find((one) => one?.status === "ok");
  if (free) return free;
  const muted = hops.find((one) => one?.status === "broken");
  return muted && unseen === null && !hops.includes(null)
    ? muted
    : { hop, status: "unknown", why: "No configuration of an Alertmanager is in sight that could mute it." };
};

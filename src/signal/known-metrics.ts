import { nameOf } from "../finding.ts";
import type { Manifest } from "../manifest.ts";
import { type Chance, canYield } from "../promql/can-yield.ts";
import { anyLabels, type LabelShape, noLabels, union, valuesIn, withLabels } from "../promql/label-shape.ts";
import { accepts } from "../promql/matcher.ts";
import { readExpression } from "../promql/parse-expression.ts";
import { resultLabels } from "../promql/result-labels.ts";
import type { LabelMatcher, MetricSelector } from "../promql/syntax.ts";
import type { RuleVerdict } from "../validate/rule-verdict.ts";
import { gpuMetrics, shapeFrom } from "./gpu-metrics.ts";
import { type MetricFacts, missing, there, unknown } from "./metric-facts.ts";
import { ruleAcceptanceHop } from "./rule-acceptance.ts";
import { type RuleEntry, ruleEntries } from "./rule-entries.ts";
import { ruleSelectionHops } from "./rule-selection.ts";
import { scrapedTargets } from "./scraped-targets.ts";
import type { World, WorldObject } from "./world.ts";

/** What is known of the metrics that Prometheus has. */
export interface KnownMetrics {
  factsOf(metric: string): MetricFacts;
  /** Whether there are series of the selector's metric, its matchers left aside. */
  exists(selector: MetricSelector): Chance;
  /** The labels of the selector's series, before its matchers are applied. */
  shapeOf(selector: MetricSelector): LabelShape;
}

/** Metrics that Prometheus itself makes for every target. https://prometheus.io/docs/concepts/jobs_instances/ */
export const perTarget: ReadonlySet<string> = new Set([
  "up",
  "scrape_duration_seconds",
  "scrape_samples_scraped",
  "scrape_samples_post_metric_relabeling",
  "scrape_series_added",
]);
const perAlert: ReadonlySet<string> = new Set(["ALERTS", "ALERTS_FOR_STATE"]);

/** Everything that rules can be asked about; each answer is found once. */
export const knownMetrics = (world: World, verdicts: ReadonlyMap<Manifest | null, RuleVerdict>): KnownMetrics => {
  const facts = new Map<string, MetricFacts>();
  const shapes = new Map<string, LabelShape>();
  const records = Map.groupBy(
    ruleEntries(world).filter(({ kind }) => kind === "record"),
    ({ name }) => name,
  );
  const gpu = gpuMetrics(world);
  const loaded = loadedRules(world, verdicts);
  const inProgress = new Set<string>();

  const known: KnownMetrics = {
    factsOf: (metric) => {
      const found = facts.get(metric);
      if (found !== undefined) return found;
      const fresh = judge(metric);
      if (inProgress.size === 0) facts.set(metric, fresh);
      return fresh;
    },
    exists: ({ metric, matchers }) =>
      metric === null ? byPattern(matchers, gpu.names) : chances[known.factsOf(metric).status],
    shapeOf: (selector) => {
      const { metric } = selector;
      if (metric === null) return anyLabels;
      if (perTarget.has(metric)) return ofTargets(selector, world);
      const found = shapes.get(metric);
      if (found !== undefined) return found;
      const fresh = shape(metric);
      if (inProgress.size === 0) shapes.set(metric, fresh);
      return fresh;
    },
  };

  const guarded = <T>(metric: string, fallback: T, body: () => T): T => {
    // A record that reads itself, or two that read each other.
    if (inProgress.has(metric)) return fallback;
    inProgress.add(metric);
    try {
      return body();
    } finally {
      inProgress.delete(metric);
    }
  };

  const judge = (metric: string): MetricFacts => {
    if (perTarget.has(metric) || perAlert.has(metric)) return there(`Prometheus itself makes ${metric}`);
    const recorded = records.get(metric);
    if (recorded !== undefined)
      return guarded(metric, unknown(`${metric} is recorded from itself`), () => ofRecords(metric, recorded));
    return gpu.factsOf(metric) ?? unknown(`no exporter that is known here has ${metric}`);
  };

  const ofRecords = (metric: string, entries: readonly RuleEntry[]): MetricFacts => {
    const all = entries.map((entry): MetricFacts => {
      const name = `${nameOf(entry.object.ref)} records ${metric}`;
      const refusal = loaded(entry.object);
      if (refusal !== null)
        return { ...missing(`${name}, but Prometheus does not load it: ${refusal}`), byExpression: false };
      const { chance, because } = canYield(readExpression(entry.expr).root, known.exists);
      if (chance === "yes") return there(name);
      const reasons = because.map((one) => (one.metric === null ? "" : known.factsOf(one.metric).why)).filter(Boolean);
      const why = `${name} from what ${chance === "no" ? "is not there" : "is not known here"}${reasons.length === 0 ? "" : `: ${reasons.join(", ")}`}`;
      const byExpression = because.some((one) => one.metric !== null && known.factsOf(one.metric).byExpression);
      return chance === "no" ? { ...missing(why), byExpression } : unknown(why);
    });
    return (
      all.find(({ status }) => status === "there") ??
      all.find(({ status }) => status === "unknown") ??
      all[0] ??
      unknown(metric)
    );
  };

  const shape = (metric: string): LabelShape => {
    const recorded = records.get(metric);
    if (recorded === undefined) return gpu.shapeOf(metric) ?? anyLabels;
    return guarded(metric, anyLabels, () => recorded.map(recordShape).reduce(union));
  };

  const recordShape = ({ expr, labels }: RuleEntry): LabelShape =>
    withLabels(
      resultLabels(readExpression(expr).root, known.shapeOf),
      Object.entries(labels).map(([name, value]) => [name, [value]]),
    );

  return known;
};

const chances: Readonly<Record<MetricFacts["status"], Chance>> = { there: "yes", missing: "no", unknown: "unknown" };

/** `{__name__=~"DCGM_.*"}`: there where one of the names in sight matches; what else it may match cannot be seen. */
const byPattern = (matchers: readonly LabelMatcher[], names: Iterable<string>): Chance => {
  const onName = matchers.filter(({ name }) => name === "__name__");
  if (onName.length === 0) return "unknown";
  for (const name of names) if (onName.every((matcher) => accepts(matcher, name) === true)) return "yes";
  return "unknown";
};

/** Why Prometheus does not load the rules of an object; null where it does, or may. */
const loadedRules = (world: World, verdicts: ReadonlyMap<Manifest | null, RuleVerdict>) => {
  const known = new Map<WorldObject, string | null>();
  return (object: WorldObject): string | null => {
    const found = known.get(object);
    if (found !== undefined) return found;
    const hops = [...ruleSelectionHops(object, world), ruleAcceptanceHop(object, verdicts.get(object.manifest), world)];
    const why = hops.find(({ status }) => status === "broken")?.why ?? null;
    known.set(object, why);
    return why;
  };
};

/** Labels of `up` and its like: those of the targets in sight that the selector can mean. */
const ofTargets = ({ matchers }: MetricSelector, world: World): LabelShape => {
  const shapes = scrapedTargets(world)
    .all.map(({ labels }) => shapeFrom({ labels }, false))
    .filter((shape) => matchers.every((matcher) => canMeet(matcher, shape)));
  // Without a job every target is meant, and not all are in sight.
  const closed = matchers.some(({ name, op }) => name === "job" && op === "=") && shapes.length > 0;
  const { labels } = shapes.reduce(union, shapes[0] ?? noLabels);
  return closed ? { labels, open: false } : { labels: new Map(), open: true };
};

/** Whether a series of that shape can meet the matcher. A regular expression that is none is promtool's to tell. */
export const canMeet = (matcher: LabelMatcher, shape: LabelShape): boolean => {
  if (matcher.name === "__name__") return true;
  const values = valuesIn(shape, matcher.name);
  return values === null || values.some((value) => accepts(matcher, value) !== false);
};

import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import type { Manifest } from "../../kubernetes/manifest.ts";
import { canYield } from "../../promql/can-yield.ts";
import { anyLabels, type LabelShape, union, withLabels } from "../../promql/label-shape.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import { resultLabels } from "../../promql/result-labels.ts";
import type { RuleVerdict } from "../../validate/promtool/rule-verdict.ts";
import { isOwn, type World, type WorldObject } from "../../world/world.ts";
import { whyNotAccepted } from "../operator/rule-acceptance.ts";
import { whyRuleNotSelected } from "../operator/rule-selection.ts";
import { answeredOnce, recordingsIn } from "../rules/recorded-from.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";
import { type KnownMetrics, type MetricFacts, missingMetric, there, unknownMetric } from "./metric-facts.ts";

/** Metrics that recording rules make. */
export interface RecordedMetrics {
  /** Null: no rule records it. */
  factsOf(metric: string): MetricFacts | null;
  shapeOf(metric: string): LabelShape | null;
}

/** A rule may read what others record, and so on; `known` answers for everything that a rule reads. */
export const recordedMetrics = (
  known: KnownMetrics,
  world: World,
  verdicts: ReadonlyMap<Manifest | null, RuleVerdict>,
): RecordedMetrics => {
  const recordings = recordingsIn(world);
  const refusalOf = refusals(world, verdicts);
  const facts = answeredOnce((metric, entries: readonly RuleEntry[]) => {
    const all = entries.map((entry) => factsOfRule(metric, entry, refusalOf(entry.object), known));
    const best = all.find(({ status }) => status === "there") ?? all.find(({ status }) => status === "unknown");
    return best ?? all[0] ?? unknownMetric(metric);
  });
  const shapes = answeredOnce((_, entries: readonly RuleEntry[]) =>
    entries.map((entry) => shapeOfRule(entry, known)).reduce(union),
  );
  return {
    factsOf: (metric) => {
      const entries = recordings(metric);
      return entries.length === 0 ? null : facts(metric, entries, unknownMetric(`${metric} is recorded from itself`));
    },
    shapeOf: (metric) => {
      const entries = recordings(metric);
      return entries.length === 0 ? null : shapes(metric, entries, anyLabels);
    },
  };
};

const factsOfRule = (metric: string, entry: RuleEntry, refusal: string | null, known: KnownMetrics): MetricFacts => {
  const name = `${nameOf(entry.object.ref)} records ${metric}`;
  if (refusal !== null)
    return { ...missingMetric(`${name}, but Prometheus does not load it: ${refusal}`), byExpression: false };
  const { chance, because } = canYield(readExpression(entry.expr).root, known.exists);
  if (chance === "yes") return there(name);
  const wanted = chance === "no" ? "missing" : "unknown";
  const causes = because.flatMap(({ metric }) => (metric === null ? [] : [known.factsOf(metric)]));
  const first = causes.find(({ status }) => status === wanted);
  const cause = first?.cause ?? first?.why;
  const why = `${name} from what ${chance === "no" ? "is not there" : "is not known here"}${cause === undefined ? "" : `: ${cause}`}`;
  const told = { ...(cause !== undefined && { cause }), ...(first?.advice !== undefined && { advice: first.advice }) };
  // A rule of the tree is told where it records.
  return chance === "no"
    ? { ...missingMetric(why), ...told, byExpression: !isOwn(entry.object) && (first?.byExpression ?? true) }
    : { ...unknownMetric(why), ...told };
};

const shapeOfRule = ({ expr, labels }: RuleEntry, known: KnownMetrics): LabelShape =>
  withLabels(
    resultLabels(readExpression(expr).root, known.shapeOf),
    Object.entries(labels).map(([name, value]) => [name, [value]]),
  );

/** Why Prometheus does not load the rules of an object; null where it does, or may. */
const refusals = (
  world: World,
  verdicts: ReadonlyMap<Manifest | null, RuleVerdict>,
): ((object: WorldObject) => string | null) =>
  once((object) => whyRuleNotSelected(object, world) ?? whyNotAccepted(object, verdicts.get(object.manifest), world));

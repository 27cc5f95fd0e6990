import { nameOf } from "../../core/finding.ts";
import type { Manifest } from "../../kubernetes/manifest.ts";
import { canYield } from "../../promql/can-yield.ts";
import { anyLabels, type LabelShape, union, withLabels } from "../../promql/label-shape.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import { resultLabels } from "../../promql/result-labels.ts";
import type { RuleVerdict } from "../../validate/promtool/rule-verdict.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { ruleAcceptanceHop } from "../operator/rule-acceptance.ts";
import { ruleSelectionHops } from "../operator/rule-selection.ts";
import { type RuleEntry, ruleEntries } from "../rules/rule-entries.ts";
import type { KnownMetrics } from "./metric-facts.ts";
import { type MetricFacts, missing, there, unknown } from "./metric-facts.ts";

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
  const records = Map.groupBy(
    ruleEntries(world).filter(({ kind }) => kind === "record"),
    ({ name }) => name,
  );
  const refusalOf = refusals(world, verdicts);
  const facts = guarded((metric, entries: readonly RuleEntry[]) => {
    const all = entries.map((entry) => factsOfRule(metric, entry, refusalOf(entry.object), known));
    const best = all.find(({ status }) => status === "there") ?? all.find(({ status }) => status === "unknown");
    return best ?? all[0] ?? unknown(metric);
  });
  const shapes = guarded((_, entries: readonly RuleEntry[]) =>
    entries.map((entry) => shapeOfRule(entry, known)).reduce(union),
  );
  return {
    factsOf: (metric) => {
      const entries = records.get(metric);
      return entries === undefined ? null : facts(metric, entries, unknown(`${metric} is recorded from itself`));
    },
    shapeOf: (metric) => {
      const entries = records.get(metric);
      return entries === undefined ? null : shapes(metric, entries, anyLabels);
    },
  };
};

/** More than any chain of recording rules, and less than the stack holds. */
const longestChain = 200;

/** Finds each answer once. What asks for itself, directly or through others, gets the fallback, and so does the end of an endless chain. */
const guarded = <A, V>(find: (metric: string, about: A) => V): ((metric: string, about: A, fallback: V) => V) => {
  const found = new Map<string, V>();
  const inProgress = new Set<string>();
  return (metric, about, fallback) => {
    const known = found.get(metric);
    if (known !== undefined) return known;
    if (inProgress.has(metric) || inProgress.size >= longestChain) return fallback;
    inProgress.add(metric);
    const fresh = find(metric, about);
    inProgress.delete(metric);
    found.set(metric, fresh);
    return fresh;
  };
};

const factsOfRule = (metric: string, entry: RuleEntry, refusal: string | null, known: KnownMetrics): MetricFacts => {
  const name = `${nameOf(entry.object.ref)} records ${metric}`;
  if (refusal !== null)
    return { ...missing(`${name}, but Prometheus does not load it: ${refusal}`), byExpression: false };
  const { chance, because } = canYield(readExpression(entry.expr).root, known.exists);
  if (chance === "yes") return there(name);
  const wanted = chance === "no" ? "missing" : "unknown";
  const causes = because.flatMap(({ metric }) => (metric === null ? [] : [known.factsOf(metric)]));
  const first = causes.find(({ status }) => status === wanted);
  const cause = first?.cause ?? first?.why;
  const why = `${name} from what ${chance === "no" ? "is not there" : "is not known here"}${cause === undefined ? "" : `: ${cause}`}`;
  const told = cause === undefined ? {} : { cause };
  return chance === "no"
    ? { ...missing(why), ...told, byExpression: first?.byExpression ?? true }
    : { ...unknown(why), ...told };
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
): ((object: WorldObject) => string | null) => {
  const known = new Map<WorldObject, string | null>();
  return (object) => {
    const found = known.get(object);
    if (found !== undefined) return found;
    const hops = [...ruleSelectionHops(object, world), ruleAcceptanceHop(object, verdicts.get(object.manifest), world)];
    const why = hops.find(({ status }) => status === "broken")?.why.replace(/\.$/, "") ?? null;
    known.set(object, why);
    return why;
  };
};

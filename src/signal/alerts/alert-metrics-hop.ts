import type { Fix, Location } from "../../core/finding.ts";
import { sentence } from "../../core/sentence.ts";
import { addRow } from "../../dcgm/optional-counters.ts";
import { canYield } from "../../promql/can-yield.ts";
import type { Expression } from "../../promql/parse-expression.ts";
import type { MetricSelector } from "../../promql/syntax.ts";
import type { World } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { placeInExpression } from "../rules/expression-place.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import { adviceOn, certainlyMeant, type MetricFacts, migrationText } from "../series/metric-facts.ts";

const hop = "metrics-are-exported";

/** Whether Prometheus has the metrics without which the alert never fires. */
export const metricsHop = (entry: RuleEntry, expression: Expression, known: KnownMetrics, world: World): Hop => {
  if (!expression.complete) return { hop, status: "unknown", why: "The expression could not be read to its end." };
  const { chance, because, alwaysAbsent } = canYield(expression.root, known.exists);
  if (chance === "yes") return { hop, status: "ok", why: okWhy(expression, alwaysAbsent, known) };
  const reasons = reasonsOf(because, known);
  if (chance === "unknown")
    return {
      hop,
      status: "unknown",
      why: reasons.length === 0 ? "What the expression reads is not known here." : told(reasons),
    };
  const missing = because.filter(({ metric }) => metric !== null && known.factsOf(metric).status === "missing");
  const first = missing.find(({ metric }) => known.factsOf(metric ?? "").byExpression) ?? missing[0];
  if (first === undefined) return { hop, status: "broken", why: told(reasons) };
  return { hop, status: "broken", why: told(reasons), ...metricFix(entry, first, known, world) };
};

const metricFix = (
  entry: RuleEntry,
  selector: MetricSelector,
  known: KnownMetrics,
  world: World,
): Partial<Pick<Hop, "at" | "fix" | "check">> => {
  const facts = known.factsOf(selector.metric ?? "");
  const { byExpression, place, renamed } = facts;
  const inside = placeInExpression(entry, selector.name ?? selector, world);
  const at = place?.() ?? inside.at;
  // What nothing scrapes is told by the metrics path: the expression is right.
  if (!byExpression) return placed(at);
  // The whole migration, units included, is the finding's.
  if (renamed !== undefined)
    return { ...placed(at), fix: { description: migrationText(renamed), edits: [] }, check: "dcgm-metric-renamed" };
  const check = facts.noField === true ? "dcgm-unknown-field" : "promql-metric-not-exported";
  return { ...placed(at), fix: fixOf(selector.metric ?? "", facts, inside, world), check };
};

const fixOf = (
  metric: string,
  facts: MetricFacts,
  inside: ReturnType<typeof placeInExpression>,
  { exporter }: World,
): Fix => {
  const row = facts.meant === undefined && facts.place === undefined ? addRow(metric, exporter) : null;
  if (row !== null)
    return { description: `Have the exporter export ${metric}, by its list of counters.`, edits: [row] };
  const certain = certainlyMeant(facts);
  const edit = certain === undefined ? null : inside.edit(certain);
  return { description: `${adviceOn(metric, facts)}.`, edits: edit === null ? [] : [edit] };
};

const placed = (at: Location | null): Pick<Hop, "at"> | Record<string, never> => (at === null ? {} : { at });

const okWhy = ({ selectors }: Expression, alwaysAbsent: readonly MetricSelector[], known: KnownMetrics): string => {
  const always = alwaysAbsent.map((selector) => reasonOf(selector, known).why);
  if (always.length > 0) return `absent() is true all the time, so that it always fires: ${always.join(", ")}.`;
  const reasons = reasonsOf(selectors, known);
  return reasons.length === 0 ? "The expression reads no metric." : told(reasons);
};

type Reason = Pick<MetricFacts, "why" | "begin">;

const reasonsOf = (selectors: readonly MetricSelector[], known: KnownMetrics): readonly Reason[] => [
  ...new Map(selectors.map((selector) => reasonOf(selector, known)).map((one) => [one.why, one])).values(),
];

const reasonOf = ({ metric }: MetricSelector, known: KnownMetrics): Reason =>
  metric === null ? { why: "a selector names its metrics by a pattern" } : known.factsOf(metric);

/** Clauses that begin alike, `the GPU exporter (…) exports `, share their beginning. */
const told = (reasons: readonly Reason[]): string => {
  const clauses = [...Map.groupBy(reasons, ({ begin }) => begin)].map(([begin = "", same]) =>
    begin === ""
      ? same.map(({ why }) => why).join("; ")
      : begin + same.map(({ why }) => why.slice(begin.length)).join(", "),
  );
  const shown = clauses.slice(0, 3).join("; ");
  const more = clauses.length > 3 ? `; and ${clauses.length - 3} more` : "";
  return sentence(`${shown}${more}`);
};

import { capital } from "../../core/sentence.ts";
import { isJudged, judgedPrefixes } from "../../exporters/chart-exporters.ts";
import { canYield } from "../../promql/can-yield.ts";
import type { Hop } from "../path/signal-path.ts";
import { adviceOn, type KnownMetrics } from "../series/metric-facts.ts";
import type { DashboardFile } from "./dashboard-file.ts";
import { promqlIn, readPromql } from "./dashboard-promql.ts";
import type { DashboardQuery } from "./dashboard-queries.ts";
import { placeOf, queriesStay, type Use } from "./dashboard-use.ts";
import { isVariable } from "./grafana-variables.ts";

/**
 * Metrics of the chart's exporters, and recorded ones, without which queries yield nothing: those that are missing for
 * one cause together.
 */
export const missingOfExporters = (
  file: DashboardFile,
  queries: readonly DashboardQuery[],
  known: KnownMetrics,
): readonly Hop[] => {
  const missing = queries.filter(({ text }) => anyOfTheirs.test(text)).flatMap((query) => missingIn(query, known));
  const byCause = Map.groupBy(missing, ({ name }) => known.factsOf(name).begin ?? name);
  return [...byCause.values()].map((uses) => brokenHop(file, uses, known));
};

/** A name with a colon is recorded. */
const anyOfTheirs = new RegExp(`\\b(?:${judgedPrefixes.join("|")})|\\w:\\w`);

const missingIn = (query: DashboardQuery, known: KnownMetrics): readonly Use[] => {
  const isMissing = (metric: string | null): boolean =>
    metric !== null &&
    (isJudged(metric) || metric.includes(":")) &&
    !isVariable(metric) &&
    known.factsOf(metric).status === "missing";
  // Most queries are sound, and their words alone show it.
  if (!(query.text.match(/[\w:]+/g) ?? []).some(isMissing)) return [];
  const { expression } = readPromql(promqlIn(query).text);
  if (!expression.complete) return [];
  const { chance, because } = canYield(expression.root, ({ metric }) => (isMissing(metric) ? "no" : "unknown"));
  return (chance === "no" ? because : []).flatMap(({ metric }) =>
    metric !== null && isMissing(metric) ? [{ name: metric, place: query.place }] : [],
  );
};

const brokenHop = (file: DashboardFile, uses: readonly Use[], known: KnownMetrics): Hop => {
  const [first, ...others] = [...new Set(uses.map(({ name }) => name))];
  const facts = known.factsOf(first ?? "");
  const shown = others.slice(0, 2).map((name) => `, ${name}`);
  const more = others.length > 2 ? ` and ${others.length - 2} more` : "";
  const queries = new Set(uses.map(({ place }) => place));
  return {
    hop: "metrics-are-exported",
    status: "broken",
    ...placeOf(file, uses[0]),
    why: `${capital(facts.why)}${shown.join("")}${more}: ${queriesStay([...queries])} empty`,
    // What the tree does not record, or nothing scrapes, is told there.
    ...(facts.byExpression && {
      fix: { description: adviceOnAll(uses, known), edits: [] },
      check: "dashboard-metric-not-exported" as const,
    }),
  };
};

/** What is to be done is the same for all, or is said of the first three. */
const adviceOnAll = (uses: readonly Use[], known: KnownMetrics): string => {
  const advice = [...new Set(uses.map(({ name }) => adviceOn(name, known.factsOf(name))))];
  return `${advice.slice(0, 3).join("; ")}${advice.length > 3 ? "; and so on" : ""}`;
};

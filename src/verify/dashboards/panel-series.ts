import { allDone } from "../../core/all-done.ts";
import { type Chance, canYield } from "../../promql/can-yield.ts";
import type { MetricSelector } from "../../promql/syntax.ts";
import { dashboardExpressions } from "../../signal/dashboards/dashboard-expressions.ts";
import type { DashboardFile } from "../../signal/dashboards/dashboard-file.ts";
import { isVariable } from "../../signal/dashboards/grafana-variables.ts";
import type { UsedExpression } from "../../signal/series/used-expression.ts";
import { livePrometheus } from "../prometheus/live-prometheus.ts";
import { type LiveSeries, readSeries, seriesChance } from "../prometheus/series.ts";
import type { Known } from "../reach/known.ts";
import type { Scene } from "../scene.ts";
import type { Seen } from "./live-sidecar.ts";

/** The queries of each dashboard, and whether Prometheus has series for them. */
export interface PanelSeries {
  seenOf(file: DashboardFile): Seen;
}

/** Asks every Prometheus of the stack for all selectors of these dashboards at once: one that has series is enough. */
export const panelSeries = async (scene: Scene, files: readonly DashboardFile[]): Promise<PanelSeries> => {
  const used = new Map(files.map((file) => [file, queriesOf(file)]));
  const selectors = [...used.values()].flat().flatMap(({ expression }) => expression.selectors.flatMap(stated));
  const programs = selectors.length === 0 ? [] : scene.resolution.world.ofKind("Prometheus");
  const counted = await allDone(
    programs.map((one) => readSeries(selectors, livePrometheus(scene)(one), scene.resolution.known)),
  );
  return { seenOf: (file) => seenIn(used.get(file) ?? [], counted) };
};

const queriesOf = (file: DashboardFile): readonly UsedExpression[] =>
  dashboardExpressions(file).filter(({ expression }) => expression.selectors.length > 0);

/**
 * The selector without what Grafana fills in: a variable of a matcher stands for any value here. None where the name of
 * the metric, or of a label, is a variable.
 */
const stated = (selector: MetricSelector): readonly MetricSelector[] => {
  const { metric, matchers } = selector;
  const open = isVariable(metric ?? "") || matchers.some(({ name }) => isVariable(name));
  return open ? [] : [{ ...selector, matchers: matchers.filter((one) => one.open !== true) }];
};

const seenIn = (used: readonly UsedExpression[], counted: readonly Known<LiveSeries>[]): Seen => {
  if (used.length === 0) return { sight: "cannot-be-seen", what: "it asks Prometheus for nothing" };
  const answers = counted.flatMap((one) => (one.ok ? [one.value] : []));
  const [failed] = counted.flatMap((one) => (one.ok ? [] : [one.why]));
  if (answers.length === 0)
    return {
      sight: "cannot-be-seen",
      what: failed ?? "no Prometheus is part of the stack, and its data source is another",
    };
  return summary(
    used.map(({ subject, expression }) => ({
      subject: subject.replace(/ of dashboard [\s\S]*$/, ""),
      ...canYield(expression.root, (selector) => chanceOf(selector, answers)),
    })),
  );
};

const chanceOf = (selector: MetricSelector, answers: readonly LiveSeries[]): Chance => {
  const [own] = stated(selector);
  if (own === undefined) return "unknown";
  const chances = answers.map((series) => {
    const { metric, labels } = seriesChance(own, series);
    return metric === "yes" ? labels : metric;
  });
  return (["yes", "unknown", "no"] as const).find((one) => chances.includes(one)) ?? "unknown";
};

interface Judged {
  readonly subject: string;
  readonly chance: Chance;
  readonly because: readonly MetricSelector[];
}

const summary = (judged: readonly Judged[]): Seen => {
  const empty = judged.filter(({ chance }) => chance === "no");
  const open = judged.filter(({ chance }) => chance === "unknown");
  const total = `${judged.length} ${judged.length === 1 ? "query" : "queries"}`;
  if (empty.length > 0) {
    const named = empty.slice(0, 3).map(({ subject, because }) => `${subject} (${metricsOf(because)})`);
    const more = empty.length > named.length ? `, and ${empty.length - named.length} more` : "";
    return { sight: "not-seen", what: `${empty.length} of its ${total} have no series: ${named.join(", ")}${more}` };
  }
  if (open.length === judged.length)
    return { sight: "cannot-be-seen", what: `none of its ${total} has series now, and each may be without` };
  const allowed = open.length > 0 ? `; ${open.length} of them may be empty now` : "";
  return { sight: "seen", what: `Prometheus has series for its ${total}${allowed}` };
};

const metricsOf = (because: readonly MetricSelector[]): string =>
  [...new Set(because.map(({ metric }) => metric ?? "a pattern"))].join(", ");

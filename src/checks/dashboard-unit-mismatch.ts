import { sentence } from "../core/sentence.ts";
import { measureName, measureOf } from "../dcgm/measure.ts";
import { listOf, objectsAt, textAt } from "../kubernetes/json-fields.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import { canYield } from "../promql/can-yield.ts";
import { expressionMeasure } from "../promql/expression-measure.ts";
import { factorBetween, type Measure, sameMeasure } from "../promql/measure.ts";
import type { PromqlNode } from "../promql/syntax.ts";
import { type Panel, panelsOf } from "../signal/dashboards/dashboard-panels.ts";
import { readPromql } from "../signal/dashboards/dashboard-promql.ts";
import { metricMeasures } from "../signal/series/metric-measures.ts";
import type { Check } from "./check.ts";
import { dashboardProblem, ownDashboards } from "./own/own-dashboards.ts";

export const dashboardUnitMismatch: Check = {
  id: "dashboard-unit-mismatch",
  title: "A panel shows GPU metrics in a unit that is not theirs.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const measureOfMetric = metricMeasures(resolution.world);
    for (const { file } of ownDashboards(resolution))
      for (const panel of panelsOf(file)) {
        const unit = unitOf(panel);
        const shown = unit === null ? undefined : units[unit];
        if (unit === null || shown === undefined) continue;
        const measures = queriesOf(panel)
          // What yields nothing shows nothing in a wrong unit.
          .filter((root) => canYield(root, resolution.known.exists).chance !== "no")
          .map((root) => expressionMeasure(root, ({ metric }) => measureOfMetric(metric)));
        const [is] = measures;
        // Queries of several kinds cannot have one unit; what is wrong then is another matter.
        if (is === undefined || !measures.every((one) => one !== null && is !== null && sameMeasure(one, is))) continue;
        if (is === null || sameMeasure(is, shown)) continue;
        yield {
          ...dashboardProblem(
            file,
            `${panel.name} shows values in ${measureName(is)} with the unit ${unit}${wrongBy(is, shown)}`,
            [...panel.path, "fieldConfig", "defaults", "unit"],
          ),
          fix: { description: advice(is, shown), edits: [] },
        };
      }
  },
};

const queriesOf = ({ body }: Panel): readonly PromqlNode[] =>
  objectsAt(body, ["targets"]).map((target) => readPromql(textAt(target, ["expr"]) ?? "").expression.root);

/** The unit of all its fields; null where an override or a transformation may say otherwise. */
const unitOf = ({ body }: Panel): string | null => {
  const transformations = listOf(valueAt(body, ["transformations"]));
  const properties = objectsAt(body, ["fieldConfig", "overrides"]).flatMap((one) => objectsAt(one, ["properties"]));
  // The other properties (colour, name, axis) leave the values as they are.
  if (transformations.length > 0 || properties.some(({ id }) => id === "unit")) return null;
  return textAt(body, ["fieldConfig", "defaults", "unit"]);
};

const wrongBy = (is: Measure, shown: Measure): string => {
  const factor = factorBetween(is, shown);
  return factor === null ? "" : `: what it shows is ${factorText(factor)}`;
};

const factorText = (factor: number): string =>
  factor > 1
    ? `${Number(factor.toPrecision(7))} times too small`
    : `${Number((1 / factor).toPrecision(7))} times too large`;

const advice = (is: Measure, shown: Measure): string => {
  const fitting = Object.entries(units).find(([, one]) => sameMeasure(one, is))?.[0];
  const factor = factorBetween(is, shown);
  const multiply = factor === null ? null : `multiply the query by ${factor}`;
  const choose = fitting === undefined ? null : `choose the unit ${fitting}`;
  const both = [choose, multiply].filter((one) => one !== null).join(", or ");
  return both === "" ? "Choose the unit of what the query yields." : sentence(both);
};

/**
 * Grafana's names of units, where they are of a kind that GPU metrics have.
 * https://github.com/grafana/grafana/blob/main/packages/grafana-data/src/valueFormats/categories.ts
 */
const units: Readonly<Record<string, Measure>> = {
  percent: measureOf("percent"),
  percentunit: measureOf("ratio"),
  mbytes: measureOf("MiB"),
  decmbytes: { dimension: "size", scale: 1e6 },
  bytes: measureOf("bytes"),
  decbytes: measureOf("bytes"),
  kbytes: { dimension: "size", scale: 1024 },
  deckbytes: measureOf("KB"),
  gbytes: { dimension: "size", scale: 1024 ** 3 },
  decgbytes: { dimension: "size", scale: 1e9 },
  binBps: measureOf("bytes/s"),
  Bps: measureOf("bytes/s"),
  KBs: measureOf("KB/s"),
  KiBs: { dimension: "throughput", scale: 1024 },
  MBs: measureOf("MB/s"),
  MiBs: { dimension: "throughput", scale: 1024 ** 2 },
  GBs: { dimension: "throughput", scale: 1e9 },
  GiBs: { dimension: "throughput", scale: 1024 ** 3 },
  hertz: measureOf("hertz"),
  rothz: measureOf("hertz"),
  rotkhz: { dimension: "frequency", scale: 1e3 },
  rotmhz: measureOf("megahertz"),
  rotghz: { dimension: "frequency", scale: 1e9 },
  celsius: measureOf("celsius"),
  watt: measureOf("watts"),
  mwatt: { dimension: "power", scale: 1e-3 },
  kwatt: { dimension: "power", scale: 1e3 },
  joule: measureOf("joules"),
  s: measureOf("seconds"),
  ms: { dimension: "time", scale: 1e-3 },
  µs: measureOf("microseconds"),
  ns: measureOf("nanoseconds"),
};

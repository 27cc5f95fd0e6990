import { labelsAt, objectsAt } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import type { MetricSelector } from "../../promql/syntax.ts";
import type { Reader } from "../reach/reader.ts";
import { gotFrom, withQuery } from "../reach/reader.ts";
import type { GpuAlert } from "./gpu-alerts.ts";

/** What a label is set to whose value nothing tells. */
const stated = "drill";

/** The labels of one alert as it would be sent, and where the values are from that its rule does not state. */
export interface SampledLabels {
  readonly labels: Labels;
  /** A clause. */
  readonly sample: string;
}

/** Series that are looked at: a silence may mute some nodes and not others. */
const mostSamples = 20;

/**
 * Labels with which the alert could be sent: its own, and those of real series that it reads as Prometheus has them
 * now. Where Prometheus has none, or does not answer, values that nothing tells are `drill`. Never empty.
 */
export const sampledLabels = async (alert: GpuAlert, prometheus: Reader | null): Promise<readonly SampledLabels[]> => {
  const selector = readExpression(alert.entry.expr).selectors.find(({ metric }) => metric !== null);
  const query = selector === undefined ? null : selectorText(selector);
  const series = query === null || prometheus === null ? [] : await seriesOf(query, prometheus);
  if (series.length === 0 || query === null)
    return [{ labels: labelsLike(alert, null), sample: `no series was at hand: unknown values are "${stated}"` }];
  return series.map((one) => ({ labels: labelsLike(alert, one), sample: `a series of ${query}` }));
};

const seriesOf = async (query: string, prometheus: Reader): Promise<readonly Labels[]> => {
  const path = withQuery("/api/v1/query", { query: `topk(${mostSamples}, ${query})` });
  const got = gotFrom(await prometheus.ask({ path }), prometheus.where);
  return got.ok ? objectsAt(got.body, ["data", "result"]).map((one) => labelsAt(one, ["metric"])) : [];
};

const selectorText = ({ metric, matchers }: MetricSelector): string =>
  `${metric}${matchers.length === 0 ? "" : `{${matchers.map(({ name, op, value }) => `${name}${op}${JSON.stringify(value)}`).join(",")}}`}`;

/** The labels of the alert where the series that it reads have those of `sample`. */
const labelsLike = ({ labels, labelsOf }: GpuAlert, sample: Labels | null): Labels => {
  const { __name__: _, ...series } = sample ?? {};
  const shape = sample === null ? labels : labelsOf(series);
  return Object.fromEntries(
    [...shape.labels].flatMap(([name, values]) => {
      // What a template makes of the sample is Prometheus' to say.
      const value = values === null ? stated : (values.find((one) => one !== "") ?? "");
      return value === "" || name === "__name__" ? [] : [[name, value]];
    }),
  );
};

import { isGpuMetric } from "../promql/gpu-metric-name.ts";

/**
 * Strings and comments of a PromQL expression: what stands in them is not a metric that it reads. One
 * without an end has the rest.
 */
const stringOrComment = /"(?:\\.|[^"\\])*(?:"|\\?$)|'(?:\\.|[^'\\])*(?:'|\\?$)|`[^`]*(?:`|$)|#[^\n]*/gs;
/** Label lists: `DCGM_FI_DRIVER_VERSION` is also a label that the exporter puts on its metrics. */
const labelList = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^()]*\)|\{[^{}]*\}/gi;
/** The two places in which a string names a metric: `{__name__="…"}` and, since Prometheus 3, `{"…"}`. */
const beforeName = /(?:__name__\s*=~?|\{)\s*$/;
/** Blanks between a name and its string; more nobody writes. */
const farthest = 100;
const word = /[a-zA-Z_:][a-zA-Z0-9_:]*/g;

/** The words of a PromQL expression that can be metric names: neither in strings, comments nor label lists. */
export const metricWords = (expression: string): readonly string[] => {
  const named: string[] = [];
  const bare = expression
    .replace(stringOrComment, (text, offset: number) => {
      if (!text.startsWith("#") && beforeName.test(expression.slice(Math.max(0, offset - farthest), offset)))
        named.push(text.slice(1, -1));
      return " ";
    })
    .replace(labelList, " ");
  return [...named, ...(bare.match(word) ?? [])];
};

/** True where a PromQL expression reads a metric of the DCGM exporter. */
export const readsGpuMetric = (expression: string): boolean =>
  // Of the 600 in the chart's dashboards none holds it, and to take them apart takes 4 ms.
  expression.includes("DCGM_") && metricWords(expression).some(isGpuMetric);

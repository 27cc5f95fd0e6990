import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import type { LabelMatcher } from "../../promql/syntax.ts";

/** Whether series can meet all matchers of a selector; of a `no` also which one they never meet. */
export type LabelVerdict =
  | { readonly chance: "yes" }
  | { readonly chance: "unknown"; readonly why: string }
  | {
      readonly chance: "no";
      readonly why: string;
      readonly matcher: LabelMatcher;
      /** The label that is meant. */
      readonly label?: string;
      /** The exporter writes the label in other letters: every place that names it is wrong, not only this one. */
      readonly renamed?: boolean;
      /** False: what is asked for is right, and missing for another reason, which is told elsewhere. */
      readonly byExpression?: false;
      /** The one value that the label has. */
      readonly value?: string;
    };

/** A verdict that a matcher is never met. */
export type Never = Extract<LabelVerdict, { chance: "no" }>;

/** Of these the exporter has its own, and those of the pod that uses the GPU. */
export const ofWorkloads: ReadonlySet<string> = new Set(["namespace", "pod", "container"]);

/** The verdict on a matcher that none of the label's values meets. */
export const neverMet = (metric: string, matcher: LabelMatcher, values: readonly string[]): Never => {
  const { name } = matcher;
  const [first = "", ...others] = values;
  if (values.every((value) => value === ""))
    return { chance: "no", why: `no series of ${metric} has a label ${name}`, matcher };
  const workload =
    ofWorkloads.has(name) && isGpuMetric(metric)
      ? ` (the exporter's own; that of the workload is exported_${name})`
      : "";
  const why = `series of ${metric} have ${name} ${quoted(values)}${workload}`;
  return { chance: "no", why, matcher, ...(others.length === 0 && matcher.op === "=" ? { value: first } : {}) };
};

const quoted = (values: readonly string[]): string =>
  values
    .filter((value) => value !== "")
    .map((value) => `"${value}"`)
    .join(" or ");

import type { Span } from "../../core/span.ts";
import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import { type LabelRead, type LabelSources, labelReads, labelSources } from "../../promql/label-reads.ts";
import type { Expression } from "../../promql/parse-expression.ts";

/** Where an expression reads a label of the GPU exporter's metrics, and of them alone. */
export const gpuLabelReads = (expression: Expression, name: string): readonly LabelRead[] =>
  // `label_replace(x, "hostname", "$1", "Hostname", "(.+)")` serves both releases: its source may be absent.
  labelReads(expression, name).filter(({ where, sources }) => where !== "source" && sources.some(isOfGpu));

/** Whether a label of the result is one of the GPU exporter's metrics alone, by this name or by its right one. */
export const showsGpuLabel = ({ root }: Expression, name: string, right: string): boolean => {
  const own = labelSources(root, name);
  return isOfGpu(isNowhere(own) ? labelSources(root, right) : own);
};

/**
 * The places at which another name of the label has to stand. Null where one of them is about other metrics too, or
 * about what a function makes: their labels are not known here, and renaming one side alone would part the two.
 */
export const renamePlaces = (expression: Expression, name: string): readonly Span[] | null => {
  if (!expression.complete) return null;
  const ours = labelReads(expression, name).filter(({ sources }) => sources.some(hasGpu));
  return ours.every(({ sources }) => sources.every((one) => isOfGpu(one) || isNowhere(one))) ? ours : null;
};

const isNowhere = ({ selectors, made }: LabelSources): boolean => selectors.size === 0 && !made;

const gpuIn = ({ selectors }: LabelSources): readonly boolean[] =>
  [...selectors].map(({ metric }) => metric !== null && isGpuMetric(metric));

const hasGpu = (sources: LabelSources): boolean => gpuIn(sources).includes(true);

const isOfGpu = (sources: LabelSources): boolean => !sources.made && hasGpu(sources) && !gpuIn(sources).includes(false);

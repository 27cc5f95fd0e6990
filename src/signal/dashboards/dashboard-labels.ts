import type { Span } from "../../core/span.ts";
import type { StringChange } from "../../text/json-position.ts";
import { gpuLabelReads, renamePlaces, showsGpuLabel } from "../series/gpu-label-reads.ts";
import type { GpuLabels } from "../series/gpu-labels.ts";
import { promqlIn, readPromql } from "./dashboard-promql.ts";
import type { DashboardQuery, LazyPath } from "./dashboard-queries.ts";
import { isVariable } from "./grafana-variables.ts";

/** A label of GPU metrics that a query or its legend calls otherwise than the exporter. */
export interface MisnamedLabel {
  readonly name: string;
  readonly wanted: string;
  readonly place: LazyPath;
  /** What mends this place; nothing where other metrics hang on it too. */
  changes(): readonly StringChange[];
}

/** The labels of a legend, e.g. of `{{hostname}}`, and where their names stand. */
export const shownIn = ({ legend }: DashboardQuery): readonly (Span & { readonly name: string })[] =>
  [...(legend?.text ?? "").matchAll(/(\{\{\s*)(\w+)\s*\}\}/g)].map(({ 1: open = "", 2: name = "", index }) => {
    const from = index + open.length;
    return { name, from, to: from + name.length };
  });

/** The misnamed labels of a query: each name once for its text, and once for its legend. */
export const labelsMisnamed = (query: DashboardQuery, labels: GpuLabels): readonly MisnamedLabel[] => {
  const { text, start, label } = promqlIn(query);
  const { expression, written } = readPromql(text);
  const { place, legend } = query;
  const inQuery = (span: Span): Span => {
    const { from, to } = written(span);
    return { from: start + from, to: start + to };
  };
  const named = [...expression.labelUses.map(({ name }) => name), ...(label === null ? [] : [label])];
  const shown = Map.groupBy(shownIn(query), ({ name }) => name);
  return [...new Set([...named, ...shown.keys()])].flatMap((name): readonly MisnamedLabel[] => {
    const wanted = isVariable(name) ? null : labels.writtenOtherwise(name);
    if (wanted === null) return [];
    const shows = showsGpuLabel(expression, name, wanted);
    const asked = name === label && shows ? [labelAsked(query.text, name)] : [];
    const reads = gpuLabelReads(expression, name);
    const changes = (path: LazyPath, spans: readonly Span[]) => (): readonly StringChange[] =>
      spans.map((span) => ({ path: path(), span, text: wanted }));
    const places = (renamePlaces(expression, name) ?? []).map(inQuery);
    const inText = { name, wanted, place, changes: changes(place, [...places, ...asked]) };
    const inLegend = shown.get(name) ?? [];
    return [
      ...(reads.length + asked.length > 0 ? [inText] : []),
      ...(legend !== null && shows && inLegend.length > 0
        ? [{ name, wanted, place: legend.place, changes: changes(legend.place, inLegend) }]
        : []),
    ];
  });
};

/** The label at the end of `label_values(metric, label)`. */
const labelAsked = (text: string, label: string): Span => {
  const from = text.lastIndexOf(label);
  return { from, to: from + label.length };
};

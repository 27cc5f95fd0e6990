import type { ExportedMetric } from "../dcgm/exporter-model.ts";
import { type LabelShape, union, valuesIn, withLabels } from "../promql/label-shape.ts";
import type { Expression } from "../promql/parse-expression.ts";
import { type MetricSelector, nodesIn } from "../promql/syntax.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import { scrapedTargets, targetsMeeting } from "../signal/scrape/scraped-targets.ts";
import { shapeFrom } from "../signal/series/gpu-metrics.ts";
import { perTarget } from "../signal/series/known-metrics.ts";
import type { World } from "../world/world.ts";

/** What is known of the labels of the series that an alert reads. */
export interface SeriesLabels {
  /** Names that some of them have, or may have. */
  readonly names: ReadonlySet<string>;
  /** The values that a label of selectors of one metric can have; null where that is not known. */
  valuesOf(selectors: readonly MetricSelector[], name: string): readonly string[] | null;
  /** The values that are known of a label, "" for none, those of the most selectors first. */
  likely(name: string): readonly string[];
}

/** Of the series of these selectors, which stand in these expressions. */
export const seriesLabels = (
  { known, world }: Pick<Resolution, "known" | "world">,
  leaves: readonly MetricSelector[],
  expressions: readonly Expression[],
): SeriesLabels => {
  const used = new Set(expressions.flatMap(({ labelUses }) => labelUses.map(({ name }) => name)));
  const copied = copiedLabels(expressions);
  const exported = new Map((world.exporter.metrics ?? []).map((metric) => [metric.name, metric]));
  const shapes = new Map<MetricSelector, LabelShape>(
    leaves.map((leaf) => {
      const shape = known.shapeOf(leaf);
      const own = exported.get(leaf.metric ?? "");
      if (!shape.open) return [leaf, shape];
      if (perTarget.has(leaf.metric ?? "")) return [leaf, ofOneTarget(leaf, shape, used, world)];
      return [leaf, own === undefined ? shape : withoutOthers(shape, own, [...exported.values()])];
    }),
  );
  const all = [...shapes.values()];
  return {
    names: new Set(all.flatMap(({ labels }) => [...labels.keys()])),
    valuesOf: (selectors, name) => {
      const [first, ...rest] = selectors.flatMap((selector) => shapes.get(selector) ?? []);
      if (first === undefined) return null;
      const values = valuesIn(rest.reduce(union, first), name);
      return values === null && name === "cluster" && all.some((shape) => lacks(shape, name)) ? [""] : values;
    },
    likely: (name) => {
      const counts = Map.groupBy(
        [name, ...(copied.get(name) ?? [])].flatMap((one) => all.flatMap((shape) => valuesIn(shape, one) ?? [])),
        (value) => value,
      );
      return [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([value]) => value);
    },
  };
};

/** Labels that \`label_replace\` and \`label_join\` make of each other: of each those that may have the same value. */
const copiedLabels = (expressions: readonly Expression[]): ReadonlyMap<string, readonly string[]> => {
  const pairs = expressions.flatMap(({ root }) =>
    [...nodesIn(root)].flatMap((node) => {
      if (node.kind !== "call" || !["label_replace", "label_join"].includes(node.name)) return [];
      const [target, , ...from] = node.args.slice(1).map((arg) => (arg.kind === "string" ? arg.value : ""));
      const pair =
        target === undefined ? [] : [target, ...from.slice(0, node.name === "label_replace" ? 1 : undefined)];
      return pair.flatMap((one) => pair.filter((other) => other !== one).map((other) => [one, other] as const));
    }),
  );
  return new Map([...Map.groupBy(pairs, ([one]) => one)].map(([one, of]) => [one, of.map(([, other]) => other)]));
};

/** `cluster` is a label that the series of one cluster have all of them, or none. */
const lacks = (shape: LabelShape, name: string): boolean =>
  valuesIn(shape, name)?.every((value) => value === "") === true;

/** Labels that tell GPUs apart: a target has many of them, and none of these labels. */
const ofGpus = ["gpu", "UUID", "pci_bus_id", "device", "modelName", "GPU_I_PROFILE", "GPU_I_ID"];

/** Of the targets in sight that `up` may mean, the one with most of the labels in use; rather the exporter's. */
const ofOneTarget = (
  { matchers }: MetricSelector,
  shape: LabelShape,
  used: ReadonlySet<string>,
  world: World,
): LabelShape => {
  const gpu = new Set(scrapedTargets(world).gpu);
  const rank = (target: ReturnType<typeof targetsMeeting>[number]): number =>
    Object.keys(target.labels).filter((name) => used.has(name)).length + (gpu.has(target) ? 0.5 : 0);
  const [best] = targetsMeeting(matchers, world).toSorted((a, b) => rank(b) - rank(a));
  if (best !== undefined) return shapeFrom(best, false);
  return withLabels(
    shape,
    ofGpus.map((name) => [name, [""]]),
  );
};

/** Where targets may add any label, none adds those that the exporter gives to other metrics alone. */
const withoutOthers = (shape: LabelShape, own: ExportedMetric, all: readonly ExportedMetric[]): LabelShape => {
  const others = new Set(all.flatMap(({ labels }) => labels ?? []));
  for (const name of own.labels ?? []) others.delete(name);
  return withLabels(
    shape,
    [...others].filter((name) => !shape.labels.has(name)).map((name) => [name, [""]]),
  );
};

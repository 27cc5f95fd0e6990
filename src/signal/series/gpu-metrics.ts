import { once } from "../../core/once.ts";
import type { ExportedMetric } from "../../dcgm/exporter-model.ts";
import { fieldNames, isField, isMisspelt } from "../../dcgm/known-fields.ts";
import { isRenamedIn, otherNameOf } from "../../dcgm/renamed-metrics.ts";
import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import { type LabelShape, union } from "../../promql/label-shape.ts";
import type { MetricSelector } from "../../promql/syntax.ts";
import { hasUnseen } from "../../world/unseen.ts";
import type { World } from "../../world/world.ts";
import { exposedLabels } from "../scrape/exposed-labels.ts";
import type { Relabeled } from "../scrape/relabel.ts";
import { failsToScrape, isNameless } from "../scrape/scrape-failure.ts";
import { scrapedTargets } from "../scrape/scraped-targets.ts";
import { isServed } from "../scrape/served-path.ts";
import type { PredictedTarget } from "../scrape/targets.ts";
import { droppedBy, dropsByName, namelessBy } from "./dropped-metric.ts";
import { meantMetric } from "./meant-metric.ts";
import { type MetricFacts, missingMetric, there, unknownMetric } from "./metric-facts.ts";

/** Whether a selector asks for one, by its name or by a pattern that begins like one. */
export const selectsGpuMetric = ({ metric, matchers }: MetricSelector): boolean =>
  isGpuMetric(metric ?? "") ||
  matchers.some(({ name, op, value }) => name === "__name__" && !op.startsWith("!") && isGpuMetric(value));

/** The exporter in a sentence; what its metrics are taken from stands in the summary. */
export const exporterName = ({ exporter }: World): string => `the GPU exporter (${exporter.name})`;

/** The metrics of the GPU exporter. */
export interface GpuMetrics {
  /** Names under which Prometheus stores them. */
  readonly names: readonly string[];
  /** Null: it is no metric of the GPU exporter. */
  factsOf(metric: string): MetricFacts | null;
  shapeOf(metric: string): LabelShape | null;
  /** As the counter list declares it; null where it does not. */
  typeOf(metric: string): "gauge" | "counter" | null;
}

interface Stored {
  readonly kept: boolean | "unknown";
  readonly shape: LabelShape;
}

/** The exporter's metrics as they come out of the relabelings of the monitors that scrape it. */
export const gpuMetrics = (world: World): GpuMetrics => {
  const declared = new Map((world.exporter.metrics ?? []).map((metric) => [metric.name, metric]));
  const stored = storedSeries(declared, world);
  // Each panel that reads a wrong name asks for it.
  const absent = new Map<string, MetricFacts>();
  const isOurs = (metric: string): boolean => isGpuMetric(metric) || declared.has(metric);
  return {
    names: [...stored.keys()],
    factsOf: (metric) => {
      const kept = stored.get(metric)?.kept;
      if (kept === true)
        return { ...there(`${exporterName(world)} exports ${metric}`), begin: `${exporterName(world)} exports ` };
      if (kept === "unknown") return unknownMetric(`whether ${metric} is scraped and kept is decided in the cluster`);
      if (!isOurs(metric)) return null;
      const facts = absent.get(metric) ?? notStored(metric, declared, world);
      absent.set(metric, facts);
      return facts;
    },
    typeOf: (metric) => {
      const type = declared.get(metric)?.type ?? "label";
      return type === "label" ? null : type;
    },
    shapeOf: (metric) =>
      stored.get(metric)?.shape ?? (isOurs(metric) ? shapeIfStored(metric, declared.get(metric), world) : null),
  };
};

type DeclaredMetrics = ReadonlyMap<string, ExportedMetric>;

/** What Prometheus stores, by the name under which it does. */
const storedSeries = (declared: DeclaredMetrics, world: World): ReadonlyMap<string, Stored> => {
  const stored = new Map<string, Stored>();
  for (const target of answering(world))
    for (const metric of declared.values()) {
      if (metric.type === "label") continue;
      const one = target.series(metric.name, exposedLabels(metric, world));
      if (one.kept === false) continue;
      const name = one.labels["__name__"];
      if (name === undefined) continue;
      const kept = target.certain ? one.kept : "unknown";
      const shape = shapeFrom(one, world.exporter.labels === null);
      const old = stored.get(name);
      stored.set(name, {
        kept: old?.kept === true ? true : kept,
        shape: old === undefined ? shape : union(old.shape, shape),
      });
    }
  return stored;
};

/** Targets of the exporter that Prometheus can take metrics of, where it asks for them, as far as that is known. */
const answering = (world: World): readonly PredictedTarget[] =>
  scrapedTargets(world).gpu.filter((target) => isServed(target) !== false && !failsToScrape(target, world));

/** Why Prometheus does not have the metric. */
const notStored = (metric: string, declared: DeclaredMetrics, world: World): MetricFacts => {
  const { exporter } = world;
  const { gpu, unseen: otherSource } = scrapedTargets(world);
  if (exporter.metrics === null) return droppedAnyway(metric, world) ?? notKnown(metric, world);
  const own = declared.get(metric);
  if (own === undefined) return notExported(metric, declared, world);
  if (own.type === "label")
    return missingMetric(`${exporterName(world)} exports ${metric} as a label of other metrics, not as a metric`);
  const answers = answering(world);
  if (answers.length > 0) return dropped(metric, answers, own, world);
  if (gpu.length > 0) {
    const failing = gpu.some((target) => failsToScrape(target, world));
    const why = `${exporterName(world)} exports ${metric}, but ${failing ? "every scrape of it fails" : "no monitor asks for it where it is"}`;
    return { ...missingMetric(why), byExpression: false };
  }
  if (otherSource !== null) return unknownMetric(`whether ${metric} is scraped cannot be seen: ${otherSource}`);
  if (!exporter.known)
    return unknownMetric(`whether ${metric} is scraped cannot be seen: no Service of ${exporterName(world)} is known`);
  const why = `${exporterName(world)} exports ${metric}, but no monitor brings it into Prometheus`;
  return { ...missingMetric(why), byExpression: false };
};

/**
 * The labels it would have. Where nothing scrapes the exporter, its own are known, and those that a
 * target would add are not.
 */
const shapeIfStored = (metric: string, own: ExportedMetric | undefined, world: World): LabelShape => {
  const exposed = exposedLabels(own, world);
  const [first, ...rest] = scrapedTargets(world).gpu.map((target) =>
    shapeFrom(target.series(metric, exposed), world.exporter.labels === null),
  );
  return first === undefined
    ? { labels: new Map(Object.keys(exposed).map((name) => [name, null])), open: true }
    : rest.reduce(union, first);
};

/** Values that are decided in the cluster can be anything. */
export const shapeFrom = ({ labels }: Pick<Relabeled, "labels">, open: boolean): LabelShape => ({
  labels: new Map(
    Object.entries(labels)
      .filter(([name]) => name !== "__name__")
      .map(([name, value]) => [name, hasUnseen(value) ? null : [value]]),
  ),
  open,
});

/** The exporter's list is not known, but maybe its release, and with that which names it has given up. */
const notKnown = (metric: string, { exporter }: World): MetricFacts => {
  const facts = unknownMetric(`which metrics the GPU exporter has is not known (${exporter.description})`);
  const renamed = exporter.source === "dcgm-exporter" && isRenamedIn(metric, exporter.version) && otherNameOf(metric);
  return renamed ? { ...facts, renamed } : facts;
};

const exportedNames = once((declared: DeclaredMetrics): readonly string[] =>
  [...declared.values()].filter(({ type }) => type !== "label").map(({ name }) => name),
);

const notExported = (metric: string, declared: DeclaredMetrics, world: World): MetricFacts => {
  const exported = exportedNames(declared);
  const renamed = otherNameOf(metric);
  if (renamed !== null && exported.includes(renamed.name))
    return { ...missingMetric(`${exporterName(world)} exports ${metric} as ${renamed.name}`), renamed };
  const noField = isMisspelt(metric);
  // A field that is off is what it says, however like another it is called.
  const meant = isField(metric) ? null : meantMetric(metric, exported, noField ? fieldNames : []);
  const begin = `${exporterName(world)} does not export `;
  return {
    ...(noField ? missingMetric(`DCGM has no field ${metric}`) : { ...missingMetric(begin + metric), begin }),
    ...(meant === null ? {} : { meant }),
    ...(noField && { noField }),
  };
};

const dropped = (metric: string, gpu: readonly PredictedTarget[], own: ExportedMetric, world: World): MetricFacts => {
  const target = gpu.find((one) => one.series(metric, exposedLabels(own, world)).kept === false);
  return target === undefined
    ? (namelessAt(gpu, metric, own, world) ??
        missingMetric(`the monitors of the GPU exporter store ${metric} under another name`))
    : droppedBy(target, metric);
};

const namelessAt = (gpu: readonly PredictedTarget[], metric: string, own: ExportedMetric, world: World) => {
  const target = gpu.find((one) => isNameless(one.series(metric, exposedLabels(own, world))));
  return target === undefined ? null : namelessBy(target, metric);
};

/** Whatever the exporter exports: every monitor in sight drops the name. */
const droppedAnyway = (metric: string, world: World): MetricFacts | null => {
  const answers = answering(world);
  const [first] = answers;
  if (first === undefined || scrapedTargets(world).unseen !== null) return null;
  return answers.every((target) => dropsByName(target, metric)) ? droppedBy(first, metric) : null;
};

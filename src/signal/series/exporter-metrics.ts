import { once } from "../../core/once.ts";
import { type ChartExporter, called, type Exported } from "../../exporters/chart-exporter.ts";
import { exporterOf } from "../../exporters/chart-exporters.ts";
import { containerWith, type ExporterProgram, programOf } from "../../exporters/exporter-program.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { templatePath } from "../../kubernetes/pod-template.ts";
import { type LabelShape, union, withLabels } from "../../promql/label-shape.ts";
import { unseen } from "../../world/unseen.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Relabeled } from "../scrape/relabel.ts";
import { isNameless } from "../scrape/scrape-failure.ts";
import { scrapedTargets } from "../scrape/scraped-targets.ts";
import type { PredictedTarget } from "../scrape/targets.ts";
import { droppedBy, namelessBy } from "./dropped-metric.ts";
import { shapeFrom } from "./gpu-metrics.ts";
import { meantMetric } from "./meant-metric.ts";
import { type MetricFacts, missingMetric, there, unknownMetric } from "./metric-facts.ts";
import { otherSource } from "./other-sources.ts";

/** The metrics of the exporters that the chart deploys. */
export interface ExporterMetrics {
  /** Null: it is none of theirs. */
  factsOf(metric: string): MetricFacts | null;
  /** Null: its labels are not known. */
  shapeOf(metric: string): LabelShape | null;
}

/** What the exporters in sight export, as it comes out of the relabelings of the monitors that scrape them. */
export const exporterMetrics = (world: World): ExporterMetrics => ({
  factsOf: (metric) => about(world)(metric)?.facts ?? null,
  shapeOf: (metric) => about(world)(metric)?.shape ?? null,
});

interface About {
  readonly facts: MetricFacts;
  readonly shape: LabelShape | null;
}

/** A workload that runs an exporter, and where Prometheus scrapes it. */
interface Instance {
  readonly program: ExporterProgram;
  readonly targets: readonly PredictedTarget[];
}

const about = once((world: World) =>
  once((metric: string): About | null => {
    const exporter = exporterOf(metric);
    if (exporter === null) return null;
    const running = instances(world)(exporter);
    if (running.length === 0)
      return { facts: unknownMetric(`nothing in sight scrapes ${exporter.name}, which has ${metric}`), shape: null };
    const verdicts = running.map((instance) => ({ instance, exported: exporter.exported(metric, instance.program) }));
    const stored = verdicts.flatMap(({ instance, exported }) =>
      exported.status === "yes" ? instance.targets.map((target) => storedFrom(target, metric, exported.labels)) : [],
    );
    const other = otherFrom(world)(exporter);
    const facts = stored.length > 0 ? factsOfStored(metric, exporter, stored) : notExported(metric, exporter, verdicts);
    return {
      facts: facts.status === "missing" && other !== null ? unknownMetric(`${facts.why}, but ${other}`) : facts,
      shape: shapeOf(stored, other !== null),
    };
  }),
);

/** What else may bring the metrics of an exporter in sight. */
const otherFrom = once((world: World) =>
  once((exporter: ChartExporter): string | null => {
    const known = new Set(instances(world)(exporter).flatMap(({ targets }) => targets.map(({ monitor }) => monitor)));
    return otherSource(exporter.alsoFrom, (monitor) => known.has(monitor), world);
  }),
);

const instances = once((world: World) =>
  once(({ image }: ChartExporter): readonly Instance[] => {
    const found = Map.groupBy(scrapedTargets(world).all, ({ workload }) => workload);
    return [...found].flatMap(([workload, targets]) => {
      const container = workload === null ? undefined : containerOf(workload, image);
      return container === undefined ? [] : [{ program: programOf(container), targets }];
    });
  }),
);

const containerOf = ({ ref, body }: WorldObject, image: string): JsonObject | undefined =>
  containerWith(valueAt(body, templatePath(ref.kind) ?? []), image);

interface Stored extends Relabeled {
  readonly target: PredictedTarget;
  /** Whether it can have labels that nobody here knows. */
  readonly open: boolean;
}

const storedFrom = (target: PredictedTarget, metric: string, labels: readonly string[]): Stored => {
  const own = Object.fromEntries(
    labels.filter((label) => !label.endsWith("*")).map((label) => [label, unseen(`${label} of ${metric}`)]),
  );
  return { ...target.series(metric, own), target, open: labels.some((label) => label.endsWith("*")) };
};

const factsOfStored = (metric: string, exporter: ChartExporter, stored: readonly Stored[]): MetricFacts => {
  const kept = stored.filter((one) => one.kept !== false && one.labels["__name__"] === metric);
  if (kept.some((one) => one.kept === true && one.target.certain)) return there(`${exporter.name} exports ${metric}`);
  if (kept.length > 0) return unknownMetric(`whether ${metric} is scraped and kept is decided in the cluster`);
  const nameless = stored.find(isNameless);
  if (nameless !== undefined) return namelessBy(nameless.target, metric);
  const target = (stored.find((one) => one.kept === false) ?? stored[0])?.target;
  return target === undefined ? unknownMetric(metric) : droppedBy(target, metric);
};

const notExported = (
  metric: string,
  exporter: ChartExporter,
  verdicts: readonly { readonly instance: Instance; readonly exported: Exported }[],
): MetricFacts => {
  const doubtful = verdicts.find(({ exported }) => exported.status === "unknown");
  if (doubtful?.exported.status === "unknown") return unknownMetric(doubtful.exported.why);
  const [first] = verdicts;
  if (first?.exported.status !== "no") return unknownMetric(metric);
  const { begin, end, advice, renamed } = first.exported;
  const meant =
    renamed !== undefined
      ? { names: [renamed.name], certain: renamed.same }
      : advice === null
        ? meantMetric(metric, namesOf(first.instance)(exporter), [])
        : null;
  return {
    ...missingMetric(`${begin}${metric}${end}`),
    ...(end === "" ? { begin } : {}),
    ...(meant === null ? {} : { meant }),
    advice: advice ?? `Read a metric that ${called(exporter, first.instance.program)} exports`,
  };
};

const namesOf = once(({ program }: Instance) =>
  once((exporter: ChartExporter): readonly string[] =>
    exporter.list().names.filter((name) => exporter.exported(name, program).status === "yes"),
  ),
);

const shapeOf = (stored: readonly Stored[], othersToo: boolean): LabelShape | null => {
  const shapes = stored.filter(({ kept }) => kept !== false).map((one) => shapeFrom(one, one.open || othersToo));
  const [first, ...rest] = shapes;
  return first === undefined ? null : mayHaveCluster(rest.reduce(union, first));
};

/**
 * Rules and dashboards that are written for several clusters name a label for which, in one of them, nobody has to
 * care: the mixins that the chart's own are made of group everything by it.
 * https://github.com/kubernetes-monitoring/kubernetes-mixin
 */
const mayHaveCluster = (shape: LabelShape): LabelShape =>
  shape.labels.has("cluster") ? shape : withLabels(shape, [["cluster", null]]);

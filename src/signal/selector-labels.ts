import { isExporterService } from "../dcgm/exporter-objects.ts";
import { valuesIn } from "../promql/label-shape.ts";
import { accepts, statedValues } from "../promql/matcher.ts";
import type { LabelMatcher, MetricSelector } from "../promql/syntax.ts";
import { exporterName, isGpuMetric } from "./gpu-metrics.ts";
import type { GpuSeries } from "./gpu-series.ts";
import { canMeet, type KnownMetrics, perTarget } from "./known-metrics.ts";
import { monitorKinds } from "./monitor-selection.ts";
import { ruleEntries } from "./rule-entries.ts";
import { scrapedTargets } from "./scraped-targets.ts";
import { predictTargets } from "./targets.ts";
import { hasUnseen } from "./unseen.ts";
import type { World } from "./world.ts";

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
      /** The one value that the label has. */
      readonly value?: string;
    };

type Never = Extract<LabelVerdict, { chance: "no" }>;

/** Labels that come from the target, not from the exporter. */
const targetLabels: ReadonlySet<string> = new Set([
  "job",
  "instance",
  "namespace",
  "service",
  "pod",
  "container",
  "endpoint",
]);

/** Of these the exporter has its own, and those of the pod that uses the GPU. */
const ofWorkloads: ReadonlySet<string> = new Set(["namespace", "pod", "container"]);

export const isTargetLabel = (name: string): boolean => targetLabels.has(name);

/** Judges the matchers alone: that the metric is there is another hop's matter. */
export const selectorVerdict = (
  selector: MetricSelector,
  known: KnownMetrics,
  gpu: GpuSeries,
  world: World,
): LabelVerdict => {
  const matchers = selector.matchers.filter(({ name }) => name !== "__name__");
  const { metric } = selector;
  if (matchers.length === 0) return { chance: "yes" };
  if (metric === null) return { chance: "unknown", why: "a selector names its metrics by a pattern" };
  if (perTarget.has(metric)) return ofTargets(metric, matchers, world);
  if (metric === "ALERTS" || metric === "ALERTS_FOR_STATE") return ofAlerts(metric, matchers, world);
  const shape = known.shapeOf(selector);
  for (const matcher of matchers) {
    const other = isGpuMetric(metric) && needsLabel(matcher) ? gpu.labelWrittenOtherwise(matcher.name) : null;
    if (other !== null && (shape.open || !canMeet(matcher, shape)))
      return {
        chance: "no",
        why: `${exporterName(world)} writes the label ${other}, not ${matcher.name}`,
        matcher,
        label: other,
        renamed: true,
      };
    if (!canMeet(matcher, shape)) {
      const verdict = neverMet(metric, matcher, valuesIn(shape, matcher.name) ?? []);
      const exported = `exported_${matcher.name}`;
      // The pod that uses the GPU is meant more often than the exporter's own.
      return ofWorkloads.has(matcher.name) && shape.labels.has(exported) ? { ...verdict, label: exported } : verdict;
    }
  }
  const doubtful = matchers.filter(({ name }) => shape.open && !shape.labels.has(name));
  return doubtful.length === 0
    ? { chance: "yes" }
    : { chance: "unknown", why: `the labels of ${metric} are not known here` };
};

const neverMet = (metric: string, matcher: LabelMatcher, values: readonly string[]): Never => {
  const { name } = matcher;
  const [first = "", ...others] = values;
  if (values.every((value) => value === ""))
    return { chance: "no", why: `no series of ${metric} has a label ${name}`, matcher };
  const workload = ofWorkloads.has(name) ? ` (the exporter's own; that of the workload is exported_${name})` : "";
  const why = `series of ${metric} have ${name} ${quoted(values)}${workload}`;
  return { chance: "no", why, matcher, ...(others.length === 0 && matcher.op === "=" ? { value: first } : {}) };
};

const quoted = (values: readonly string[]): string =>
  values
    .filter((value) => value !== "")
    .map((value) => `"${value}"`)
    .join(" or ");

/** Whether an absent label fails the matcher. */
const needsLabel = (matcher: LabelMatcher): boolean => accepts(matcher, "") === false;

const ofTargets = (metric: string, matchers: readonly LabelMatcher[], world: World): LabelVerdict => {
  const { all, gpu, unseen } = scrapedTargets(world);
  const meets = (labels: Readonly<Record<string, string>>, matcher: LabelMatcher): boolean => {
    const value = labels[matcher.name] ?? "";
    return hasUnseen(value) || accepts(matcher, value) !== false;
  };
  if (all.some(({ labels }) => matchers.every((matcher) => meets(labels, matcher)))) return { chance: "yes" };
  for (const matcher of matchers) {
    const stated = statedValues(matcher) ?? [];
    const named = gpu.map(({ labels }) => labels[matcher.name] ?? "").filter((value) => !hasUnseen(value));
    const values = [
      ...new Set(
        isOfExporter(stated, world)
          ? [...named, ...serviceNames(matcher, named, world)]
          : ofMonitorNamed(matcher, stated, world),
      ),
    ];
    if (values.length === 0 || unseen !== null) continue;
    if (values.some((value) => accepts(matcher, value) !== false)) continue;
    return neverMet(metric, matcher, values);
  }
  return matchers.every(({ name, value }) => name === "job" && serviceNames({ name }, [], world).includes(value))
    ? { chance: "yes" }
    : {
        chance: "unknown",
        why: `whether a target has these labels (${matchers.map(({ name }) => name).join(", ")}) cannot be seen here`,
      };
};

/** Values that can mean nothing but the declared GPU exporter. */
const isOfExporter = (stated: readonly string[], { exporter }: World): boolean =>
  exporter.known && stated.length > 0 && stated.every((value) => /dcgm/i.test(value));

/** Where nothing scrapes the exporter: the job and service that its targets would have. */
const serviceNames = (
  { name }: Pick<LabelMatcher, "name">,
  named: readonly string[],
  world: World,
): readonly string[] => {
  if (named.length > 0 || (name !== "job" && name !== "service")) return [];
  const known = exporterServices.get(world);
  if (known !== undefined) return known;
  const fresh = world
    .ofKind("Service")
    .filter(({ body }) => isExporterService(body, [], world.releaseNamespace))
    .map(({ ref }) => ref.name);
  exporterServices.set(world, fresh);
  return fresh;
};

const exporterServices = new WeakMap<World, readonly string[]>();

/** A job is called like the Service, not like the monitor: the jobs of the monitor that is named instead. */
const ofMonitorNamed = ({ name }: LabelMatcher, stated: readonly string[], world: World): readonly string[] =>
  name !== "job"
    ? []
    : monitorKinds
        .flatMap((kind) => world.ofKind(kind))
        .filter(({ ref }) => stated.includes(ref.name))
        .flatMap((monitor) => predictTargets(monitor, world))
        .map(({ labels }) => labels["job"] ?? "")
        .filter((job) => job !== "" && !hasUnseen(job));

const ofAlerts = (metric: string, matchers: readonly LabelMatcher[], world: World): LabelVerdict => {
  const wanted = matchers.find(({ name }) => name === "alertname");
  const alerts = ruleEntries(world).filter(({ kind }) => kind === "alert");
  return wanted !== undefined && alerts.some(({ name }) => accepts(wanted, name) === true)
    ? { chance: "yes" }
    : { chance: "unknown", why: `which alerts ${metric} holds is known only in Prometheus` };
};

import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { isOwn, type World, type WorldObject } from "../../world/world.ts";
import { rejectionOf } from "../operator/monitor-acceptance.ts";
import { monitorKinds, selectionOf } from "../operator/monitor-selection.ts";
import { choiceOf, isCertain, judging } from "../operator/selection.ts";
import type { Hop } from "../path/signal-path.ts";
import { endpointPath } from "../scrape/endpoint-path.ts";
import { type PredictedTarget, predictTargets } from "../scrape/targets.ts";

/**
 * Whether the same Prometheus scrapes a target of the monitor a second time, for this monitor or for another: of the
 * tree, the chart or the exporter.
 */
export const uniqueTargetHop = (monitor: WorldObject, world: World): Hop => {
  const hop = "target-is-unique";
  let possible: Pair | null = null;
  for (const prometheus of judging(monitor, selectionOf(monitor.ref.kind), world, isCertain)) {
    const scraped = scrapedBy(world)(prometheus);
    const own = scraped.ofMonitor.get(monitor) ?? predictTargets(monitor, world, prometheus);
    for (const target of own) {
      const twins = [...own, ...(scraped.atUrl.get(target.url) ?? [])].filter((other) => isTwin(target, other, world));
      const certain = target.certain ? twins.find((other) => other.certain) : undefined;
      if (certain !== undefined) return duplicate(monitor, target, certain);
      const [twin] = twins;
      if (twin !== undefined) possible ??= { target, twin };
    }
  }
  return possible === null
    ? { hop, status: "ok", why: "Nothing else in sight has Prometheus scrape the same targets." }
    : {
        hop,
        status: "unknown",
        why: `${possible.target.url} may be scraped for ${twinName(monitor, possible.twin, possible.target)} as well: relabeling decides in the cluster.`,
      };
};

/** A target, and another at its address. */
interface Pair {
  readonly target: PredictedTarget;
  readonly twin: PredictedTarget;
}

/** What a Prometheus scrapes, for certain or maybe. */
interface Scraped {
  readonly ofMonitor: ReadonlyMap<WorldObject, readonly PredictedTarget[]>;
  readonly atUrl: ReadonlyMap<string, readonly PredictedTarget[]>;
}

const scrapedBy = once((world: World) =>
  once((prometheus: WorldObject): Scraped => {
    const monitors = monitorKinds
      .flatMap((kind) => world.ofKind(kind))
      .filter((monitor) => isCertain(choiceOf(monitor, prometheus, selectionOf(monitor.ref.kind), world)))
      .filter((monitor) => rejectionOf(monitor, prometheus, world) === null);
    const ofMonitor = new Map(monitors.map((monitor) => [monitor, predictTargets(monitor, world, prometheus)]));
    return { ofMonitor, atUrl: Map.groupBy([...ofMonitor.values()].flat(), ({ url }) => url) };
  }),
);

const isTwin = (target: PredictedTarget, other: PredictedTarget, world: World): boolean => {
  if (target.url !== other.url) return false;
  const samePool = target.job === other.job && target.monitor === other.monitor;
  // Within one scrape pool Prometheus itself drops what has the same labels.
  if (samePool && sameLabels(target.labels, other.labels)) return false;
  if (!samePool && !comesLater(target, other, world)) return false;
  return overlap(target, other, world);
};

/** Of two monitors of the tree the later one is told; what the chart or the exporter brings is not for us to change. */
const comesLater = (target: PredictedTarget, other: PredictedTarget, world: World): boolean => {
  if (target.monitor === other.monitor) return target.endpoint > other.endpoint;
  return !isOwn(other.monitor) || placeOf(other.monitor, world) < placeOf(target.monitor, world);
};

const placeOf = (monitor: WorldObject, world: World): number => places(world).get(monitor) ?? -1;

const places = once(
  (world: World): ReadonlyMap<WorldObject, number> =>
    new Map(monitorKinds.flatMap((kind) => world.ofKind(kind)).map((one, index) => [one, index])),
);

/** Whether some metric is stored for both: metric relabelings may share the metrics out among them. */
const overlap = (target: PredictedTarget, other: PredictedTarget, world: World): boolean => {
  if (!target.dropsSeries && !other.dropsSeries) return true;
  const metrics = world.exporter.metrics?.filter(({ type }) => type !== "label") ?? [];
  return metrics.some(({ name }) => target.series(name, {}).kept === true && other.series(name, {}).kept === true);
};

const duplicate = (monitor: WorldObject, target: PredictedTarget, twin: PredictedTarget): Hop => {
  const at = monitor.locate(endpointPath(monitor, target.endpoint));
  const differing = differences(target.labels, twin.labels);
  const harm =
    differing.length === 0
      ? "with the same labels, and Prometheus refuses one of two samples of the same time"
      : `with other labels (${differing.join(", ")}), and every series is there twice: sums count double`;
  return {
    hop: "target-is-unique",
    status: "broken",
    why: `${target.url} is scraped for ${twinName(monitor, twin, target)} as well, ${harm}. Keep one of the two.`,
    ...(at === null ? {} : { at }),
    check: "servicemonitor-duplicate-target",
  };
};

const twinName = (monitor: WorldObject, twin: PredictedTarget, target: PredictedTarget): string => {
  if (twin.monitor !== monitor) return nameOf(twin.monitor.ref);
  return twin.endpoint === target.endpoint
    ? `${twin.service === null ? "another target" : nameOf(twin.service.ref)} of the same endpoint`
    : `its endpoint ${twin.endpoint + 1}`;
};

const sameLabels = (a: Labels, b: Labels): boolean => differences(a, b).length === 0;

const differences = (a: Labels, b: Labels): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();

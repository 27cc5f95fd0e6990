import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import { isExporterService, isExporterWorkload } from "../../dcgm/exporter-objects.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { accepts } from "../../promql/matcher.ts";
import type { LabelMatcher } from "../../promql/syntax.ts";
import { hasUnseen } from "../../world/unseen.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { rejectionOf } from "../operator/monitor-acceptance.ts";
import { monitorKinds, selectingPrometheuses } from "../operator/monitor-selection.ts";
import { unseenDiscovery } from "./discover-targets.ts";
import { type PredictedTarget, predictTargets } from "./targets.ts";

/** What Prometheus scrapes, as far as it can be seen. */
export interface ScrapedTargets {
  /** Of every monitor that a Prometheus selects and the operator accepts. */
  readonly all: readonly PredictedTarget[];
  /** Those of the GPU exporter. */
  readonly gpu: readonly PredictedTarget[];
  /** What else may scrape the GPU exporter, without that it could be told; null where nothing else is in sight. */
  readonly unseen: string | null;
}

/** The targets of the world's monitors, those of the chart and of the exporter included. */
export const scrapedTargets = once((world: World): ScrapedTargets => {
  const all = monitorKinds
    .flatMap((kind) => world.ofKind(kind))
    .flatMap((monitor) => {
      const prometheus = takerOf(monitor, world);
      return prometheus === null ? [] : predictTargets(monitor, world, prometheus);
    });
  const gpu = all.filter((target) => isGpuTarget(target, world));
  return { all, gpu, unseen: otherSources(world) };
});

/** The Prometheus that selects the monitor, and whose operator accepts it. */
const takerOf = (monitor: WorldObject, world: World): WorldObject | null => {
  const [prometheus] = selectingPrometheuses(monitor, world);
  return prometheus !== undefined && rejectionOf(monitor, prometheus, world) === null ? prometheus : null;
};

/** The targets in sight whose labels may meet the matchers, as those of `up` do. */
export const targetsMeeting = (matchers: readonly LabelMatcher[], world: World): readonly PredictedTarget[] => {
  const meets = (value: string, matcher: LabelMatcher): boolean =>
    hasUnseen(value) || accepts(matcher, value) !== false;
  return scrapedTargets(world).all.filter(({ labels }) =>
    matchers.every((matcher) => meets(labels[matcher.name] ?? "", matcher)),
  );
};

/** Whether a target is of the GPU exporter, by the pods or by the Service. */
export const isGpuTarget = ({ service, workload }: PredictedTarget, world: World): boolean =>
  (workload !== null && isExporterWorkload(workload.body)) ||
  (service !== null && isExporterService(service.body, [], world.releaseNamespace));

const otherSources = (world: World): string | null => {
  const all = [...world.ofKind("Prometheus"), ...world.ofKind("PrometheusAgent")];
  if (all.length === 0) return "no Prometheus is in the render";
  const additional = all.find(hasAdditional);
  return additional === undefined
    ? unseenScrapeConfig(world)
    : `${nameOf(additional.ref)} has additional scrape configurations`;
};

/** Fixed addresses, too, may be those of the exporter, whose pods no file has. */
const unseenScrapeConfig = (world: World): string | null => {
  for (const config of world.ofKind("ScrapeConfig")) {
    const field = unseenDiscovery(config);
    if (field !== null && takerOf(config, world) !== null)
      return `what ${nameOf(config.ref)} finds by its ${field} is not in sight`;
  }
  return null;
};

const hasAdditional = ({ body }: WorldObject): boolean => {
  const secret = valueAt(body, ["spec", "additionalScrapeConfigs"]);
  return secret !== undefined && secret !== null;
};

import { once } from "../../core/once.ts";
import { objectsAt } from "../../kubernetes/json-fields.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { type HopVerdict, hopOfAll, placed } from "../path/verdict.ts";
import { endpointPath, endpointsOf, endpointsPath } from "../scrape/endpoint-path.ts";
import { type PredictedTarget, predictTargets, scraperOf } from "../scrape/targets.ts";

/** Whether the relabelings of a ServiceMonitor or PodMonitor leave each of its endpoints a target. */
export const keptHop = (monitor: WorldObject, world: World): Hop => {
  const hop = "targets-are-kept";
  const dropping = endpointsOf(monitor).flatMap((endpoint, index) => (mayDrop(endpoint) ? [index] : []));
  if (dropping.length === 0) return { hop, status: "ok", why: "It has no relabeling that drops targets." };
  const scraper = scraperOf(monitor, world);
  const found = predictTargets(withoutRelabelings(monitor), world, scraper);
  const left = predictTargets(monitor, world, scraper);
  const verdicts = dropping.flatMap((index) => verdictOf(monitor, index, found, left));
  return verdicts.length === 0
    ? { hop, status: "ok", why: "It finds no target that its relabelings could drop." }
    : hopOfAll(hop, verdicts);
};

const verdictOf = (
  monitor: WorldObject,
  index: number,
  found: readonly PredictedTarget[],
  left: readonly PredictedTarget[],
): readonly HopVerdict[] => {
  const ofEndpoint = ({ endpoint }: PredictedTarget): boolean => endpoint === index;
  if (!found.some((target) => ofEndpoint(target) && target.certain)) return [];
  const kept = left.filter(ofEndpoint);
  if (kept.some(({ certain }) => certain)) return [{ status: "ok", why: "Its relabelings keep targets." }];
  const path = [...endpointPath(monitor, index), "relabelings"];
  const unknown = kept.length > 0 ? "by what is known only in the cluster" : mayBeInjected(monitor, index);
  if (unknown !== null)
    return [{ status: "unknown", why: `Its relabelings keep or drop targets ${unknown}.`, ...placed(monitor, path) }];
  return [
    {
      status: "broken",
      why: `Its relabelings drop every target that it finds (${found.filter(ofEndpoint).length}), so that nothing is scraped.`,
      ...placed(monitor, path),
      fix: {
        description:
          "Keep what the labels of a target are: `regex` has to match all of their value, and an absent label is empty.",
        edits: [],
      },
      check: "servicemonitor-drops-its-targets",
    },
  ];
};

/**
 * Service meshes and others add containers to pods as these are created, and annotations with them: a PodMonitor that
 * keeps targets by their container may mean one that no file has.
 * https://github.com/istio/istio/blob/8fb266ccd3af4532197509bb35ae61e06db6e302/samples/addons/extras/prometheus-operator.yaml
 */
const mayBeInjected = (monitor: WorldObject, index: number): string | null => {
  const relabelings = objectsAt(monitor.body, [...endpointPath(monitor, index), "relabelings"]);
  const byContainer = relabelings.some(({ sourceLabels }) =>
    [sourceLabels].flat().some((label) => String(label).startsWith("__meta_kubernetes_pod_container_")),
  );
  return monitor.ref.kind === "PodMonitor" && byContainer
    ? "by a container that the cluster may add to the pods"
    : null;
};

/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
const mayDrop = (endpoint: JsonObject): boolean =>
  objectsAt(endpoint, ["relabelings"]).some(({ action }) => /^(?:keep|drop)/i.test(String(action ?? "")));

const withoutRelabelings = once((monitor: WorldObject): WorldObject => {
  const spec = valueAt(monitor.body, ["spec"]) as JsonObject;
  const [, list = ""] = endpointsPath(monitor) ?? [];
  const endpoints = endpointsOf(monitor).map(({ relabelings: _, ...endpoint }) => endpoint);
  return { ...monitor, body: { ...monitor.body, spec: { ...spec, [list]: endpoints } } };
});

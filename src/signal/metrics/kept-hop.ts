import { once } from "../../core/once.ts";
import { objectsAt } from "../../kubernetes/json-fields.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { type HopVerdict, hopOfAll, placed } from "../path/verdict.ts";
import { endpointPath, endpointsOf, endpointsPath } from "../scrape/endpoint-path.ts";
import { placedClassOf, type ScrapeClass, withoutClassRelabelings } from "../scrape/scrape-class.ts";
import { type PredictedTarget, predictTargets, scraperOf } from "../scrape/targets.ts";

/** Whether the relabelings of a ServiceMonitor or PodMonitor, and of its scrape class, leave each endpoint a target. */
export const keptHop = (monitor: WorldObject, world: World): Hop => {
  const hop = "targets-are-kept";
  const scraper = scraperOf(monitor, world);
  const scrapeClass = placedClassOf(monitor, scraper);
  const byClass = objectsAt(scrapeClass?.body, ["relabelings"]);
  const relabeled = endpointsOf(monitor).flatMap((endpoint, index) =>
    objectsAt(endpoint, ["relabelings"]).length + byClass.length > 0 ? [index] : [],
  );
  if (relabeled.length === 0) return { hop, status: "ok", why: "It has no relabeling that drops targets." };
  const bare = withoutRelabelings(monitor);
  const seen: Seen = {
    monitor,
    scrapeClass: byClass.length > 0 ? scrapeClass : null,
    found: predictTargets(bare, world, scraper === null ? null : withoutClassRelabelings(scraper)),
    leftByClass: predictTargets(bare, world, scraper),
    left: predictTargets(monitor, world, scraper),
  };
  const verdicts = relabeled.flatMap((index) => verdictOf(index, seen));
  return verdicts.length === 0
    ? { hop, status: "ok", why: "It finds no target that its relabelings could drop." }
    : hopOfAll(hop, verdicts);
};

/** The targets of a monitor without any relabelings, with those of its scrape class alone, and with all. */
interface Seen {
  readonly monitor: WorldObject;
  /** Null where it relabels nothing. */
  readonly scrapeClass: ScrapeClass | null;
  readonly found: readonly PredictedTarget[];
  readonly leftByClass: readonly PredictedTarget[];
  readonly left: readonly PredictedTarget[];
}

const verdictOf = (index: number, seen: Seen): readonly HopVerdict[] => {
  const ofEndpoint = ({ endpoint }: PredictedTarget): boolean => endpoint === index;
  const found = seen.found.filter(ofEndpoint);
  if (!found.some(({ certain }) => certain)) return [];
  const kept = seen.left.filter(ofEndpoint);
  if (kept.some(({ certain }) => certain)) return [{ status: "ok", why: "Its relabelings keep targets." }];
  const { whose, rules, at } = blame(index, seen);
  const unknown = kept.length > 0 ? "by what is known only in the cluster" : mayBeInjected(index, seen);
  if (unknown !== null) return [{ status: "unknown", why: `${whose} keep or drop targets ${unknown}.`, ...at }];
  return [
    {
      status: "broken",
      why: `${whose} drop every target that it finds (${found.length}), so that nothing is scraped.`,
      ...at,
      fix: { description: adviceOn(rules), edits: [] },
      check: "servicemonitor-drops-its-targets",
    },
  ];
};

/** Whose rules take the last target, those rules, and where they stand. */
const blame = (index: number, { monitor, scrapeClass, leftByClass }: Seen) => {
  const path = [...endpointPath(monitor, index), "relabelings"];
  const own = objectsAt(monitor.body, path);
  const left = leftByClass.filter(({ endpoint }) => endpoint === index);
  if (scrapeClass === null || (own.length > 0 && left.length > 0))
    return { whose: "Its relabelings", rules: own, at: placed(monitor, path) };
  const { body, prometheus, path: classPath, words } = scrapeClass;
  return {
    whose: `The relabelings of ${words}`,
    rules: objectsAt(body, ["relabelings"]),
    at: placed(prometheus, [...classPath, "relabelings"]),
  };
};

/**
 * Besides by rules, Prometheus drops a target that has no address, or no timeout within its interval.
 * https://github.com/prometheus/prometheus/blob/v3.13.1/scrape/target.go
 */
const adviceOn = (rules: readonly JsonObject[]): string =>
  rules.some(({ action }) => /^(?:keep|drop)/i.test(String(action ?? "")))
    ? "Keep what the labels of a target are: `regex` has to match all of their value, and an absent label is empty."
    : "Leave a target its labels that begin with `__`: without `__address__`, or with a `__scrape_timeout__` that is above `__scrape_interval__`, Prometheus drops it.";

/**
 * Service meshes and others add containers to pods as these are created, and annotations with them: a PodMonitor that
 * keeps targets by their container may mean one that no file has.
 * https://github.com/istio/istio/blob/8fb266ccd3af4532197509bb35ae61e06db6e302/samples/addons/extras/prometheus-operator.yaml
 */
const mayBeInjected = (index: number, { monitor, scrapeClass }: Seen): string | null => {
  const own = objectsAt(monitor.body, [...endpointPath(monitor, index), "relabelings"]);
  const byContainer = [...objectsAt(scrapeClass?.body, ["relabelings"]), ...own].some(({ sourceLabels }) =>
    [sourceLabels].flat().some((label) => String(label).startsWith("__meta_kubernetes_pod_container_")),
  );
  return monitor.ref.kind === "PodMonitor" && byContainer
    ? "by a container that the cluster may add to the pods"
    : null;
};

const withoutRelabelings = once((monitor: WorldObject): WorldObject => {
  const spec = valueAt(monitor.body, ["spec"]) as JsonObject;
  const [, list = ""] = endpointsPath(monitor) ?? [];
  const endpoints = endpointsOf(monitor).map(({ relabelings: _, ...endpoint }) => endpoint);
  return { ...monitor, body: { ...monitor.body, spec: { ...spec, [list]: endpoints } } };
});

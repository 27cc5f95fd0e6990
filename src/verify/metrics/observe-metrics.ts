import { allDone } from "../../core/all-done.ts";
import type { SignalPath } from "../../signal/path/signal-path.ts";
import { scraperOf } from "../../signal/scrape/targets.ts";
import { objectIn } from "../../world/namespaces.ts";
import type { Observed } from "../observed.ts";
import { livePrometheus } from "../prometheus/live-prometheus.ts";
import type { Scene } from "../scene.ts";
import type { ObservedHop, SeenCondition } from "../verification.ts";
import { observeMonitor } from "./observe-monitor.ts";
import { targetConditions } from "./target-conditions.ts";

/** The way of the metrics of every monitor of the tree. */
export const observeMetrics = async (scene: Scene): Promise<Observed> => {
  const { paths } = scene.resolution;
  const seen = await allDone(
    paths
      .filter(({ signal }) => signal === "metrics")
      .map(async (path) => [path, await observePath(path, scene)] as const),
  );
  return {
    hops: new Map(seen.map(([path, { hops }]) => [path, hops])),
    conditions: seen.flatMap(([, { conditions }]) => conditions),
  };
};

interface SeenPath {
  readonly hops: readonly ObservedHop[];
  readonly conditions: readonly SeenCondition[];
}

const observePath = async (path: SignalPath, scene: Scene): Promise<SeenPath> => {
  const { world } = scene.resolution;
  const { kind, name, namespace } = path.resource;
  const monitor = objectIn(world, kind, namespace ?? world.releaseNamespace, name);
  const prometheus = monitor === undefined ? null : scraperOf(monitor, world);
  // A stack without a Prometheus has another one scrape, which nobody has told us of.
  if (monitor === undefined || prometheus === null) return { hops: [], conditions: [] };
  const live = livePrometheus(scene)(prometheus);
  return {
    hops: await observeMonitor({ path, monitor, prometheus, live, scene }),
    conditions: await targetConditions(path.subject, monitor, live, scene),
  };
};

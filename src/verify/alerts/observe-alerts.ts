import { allDone } from "../../core/all-done.ts";
import { once } from "../../core/once.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import { evaluatorOf } from "../../signal/operator/monitor-selection.ts";
import type { SignalPath } from "../../signal/path/signal-path.ts";
import { objectIn } from "../../world/namespaces.ts";
import type { WorldObject } from "../../world/world.ts";
import type { Observed } from "../observed.ts";
import { livePrometheus } from "../prometheus/live-prometheus.ts";
import { readSeries } from "../prometheus/series.ts";
import type { Scene } from "../scene.ts";
import type { ObservedHop } from "../verification.ts";
import { alertmanagerConditions } from "./alertmanager-conditions.ts";
import { loadedHops } from "./loaded-hops.ts";
import { notifiedHops } from "./notified-hops.ts";
import { seriesHops } from "./series-hops.ts";
import { silenceCondition } from "./silence-condition.ts";
import { watchdogCondition } from "./watchdog-condition.ts";

/** The way of every alert of the tree, of its recording rules, and what all alerts hang on. */
export const observeAlerts = async (scene: Scene): Promise<Observed> => {
  const { paths, world } = scene.resolution;
  const ways = new Map(scene.resolution.alerts.map(({ path, entry }) => [path, entry]));
  const series = seriesOf(scene);
  const seen = await allDone(
    paths
      .filter(({ signal }) => signal === "alert")
      .map(async (path): Promise<readonly [SignalPath, readonly ObservedHop[]]> => {
        const { kind, namespace, name } = path.resource;
        const object = objectIn(world, kind, namespace ?? world.releaseNamespace, name);
        const prometheus = object === undefined ? null : evaluatorOf(object, world);
        if (object === undefined || prometheus === null) return [path, []];
        const live = livePrometheus(scene)(prometheus);
        const entry = ways.get(path) ?? null;
        const loaded = await loadedHops({ path, object, entry, prometheus, live, scene });
        if (entry === null) return [path, loaded];
        const expression = readExpression(entry.expr);
        return [
          path,
          [
            ...loaded,
            ...seriesHops(path, expression, await series(prometheus)),
            ...(await notifiedHops(path, entry, prometheus, scene)),
          ],
        ];
      }),
  );
  const conditions = await allDone([
    ...alertmanagerConditions(scene),
    watchdogCondition(scene),
    silenceCondition(scene),
  ]);
  return { hops: new Map(seen), conditions: conditions.flat() };
};

/** The series of all alerts of a Prometheus, counted together. */
const seriesOf = (scene: Scene) =>
  once((prometheus: WorldObject) => {
    const { alerts, world, known } = scene.resolution;
    const own = alerts.filter(({ entry }) => evaluatorOf(entry.object, world) === prometheus);
    const selectors = own.flatMap(({ entry }) => readExpression(entry.expr).selectors);
    return readSeries(selectors, livePrometheus(scene)(prometheus), known);
  });

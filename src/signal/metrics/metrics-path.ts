import { nameOf } from "../../core/finding.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import { servicesIn } from "../../world/services.ts";
import { workloadsIn } from "../../world/workloads.ts";
import { isOwn, type World, type WorldObject } from "../../world/world.ts";
import { acceptanceHop } from "../operator/monitor-acceptance.ts";
import { monitorKinds, selectionHops } from "../operator/monitor-selection.ts";
import { type Hop, type SignalPath, statusOf } from "../path/signal-path.ts";
import { roleOf } from "../scrape/scrape-job.ts";
import { scraperOf } from "../scrape/targets.ts";
import { probeHops, scrapeConfigHops } from "./address-path.ts";
import { type Aim, aimOf, type Choosable } from "./aim.ts";
import { choiceHops } from "./choice-hops.ts";
import { keptHop } from "./kept-hop.ts";
import { podPortHop } from "./pod-port-hop.ts";
import { monitoredPodsHop, servicePodsHop } from "./pods-hop.ts";
import { servicePortHop } from "./port-hop.ts";
import { rbacHop } from "./rbac-hop.ts";
import { servedHop } from "./served-hop.ts";
import { uniqueTargetHop } from "./unique-target-hop.ts";

/**
 * The way of the metrics of every ServiceMonitor, PodMonitor, Probe and ScrapeConfig that the tree brings,
 * in the order of the render.
 */
export const metricsPaths = (world: World): readonly SignalPath[] =>
  monitorKinds.flatMap((kind) =>
    world
      .ofKind(kind)
      .filter(isOwn)
      .map((monitor) => metricsPath(monitor, world)),
  );

const metricsPath = (monitor: WorldObject, world: World): SignalPath => {
  const hops = [
    ...selectionHops(monitor, world),
    acceptanceHop(monitor, world),
    rbacHop(monitor, world),
    ...targetHops(monitor, world),
    keptHop(monitor, world),
    servedHop(monitor, world),
    uniqueTargetHop(monitor, world),
  ];
  const subject = nameOf({ ...monitor.ref, namespace: namespaceOf(monitor, world) });
  return { signal: "metrics", subject, resource: monitor.ref, status: statusOf(hops), hops };
};

/** What is not certain to be meant has no say on ports and pods: they stay unknown. */
const surely = <T extends Choosable>(aim: Aim<T>): Aim<T> => (aim.certain ? aim : { ...aim, at: [] });

/** From the monitor to the pods: namespace, Service, port, pods. */
const targetHops = (monitor: WorldObject, world: World): readonly Hop[] => {
  const prometheus = scraperOf(monitor, world);
  switch (monitor.ref.kind) {
    case "ServiceMonitor": {
      const aim = aimOf(monitor, prometheus, servicesIn(world), world);
      return [
        ...choiceHops(monitor, prometheus, aim, world),
        servicePortHop(monitor, surely(aim), world),
        servicePodsHop(monitor, surely(aim), roleOf(monitor, prometheus), world),
      ];
    }
    case "PodMonitor": {
      const aim = aimOf(monitor, prometheus, workloadsIn(world), world);
      return [
        ...choiceHops(monitor, prometheus, aim, world),
        podPortHop(monitor, surely(aim), world),
        monitoredPodsHop(surely(aim)),
      ];
    }
    case "Probe":
      return probeHops(monitor, prometheus, world);
    default:
      return scrapeConfigHops(monitor, prometheus, world);
  }
};

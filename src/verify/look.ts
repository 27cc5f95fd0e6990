import { allDone } from "../core/all-done.ts";
import { hopNames, type SignalPath } from "../signal/path/signal-path.ts";
import { observeAlerts } from "./alerts/observe-alerts.ts";
import { conformance } from "./conformance/conformance.ts";
import { observeDashboards } from "./dashboards/observe-dashboards.ts";
import { countGpus } from "./gpus/count-gpus.ts";
import { observeMetrics } from "./metrics/observe-metrics.ts";
import { observeOperator } from "./operator/observe-operator.ts";
import { firingAlerts } from "./prometheus/firing-alerts.ts";
import type { Scene } from "./scene.ts";
import {
  type ConformanceEvidence,
  type FiringAlert,
  type NodeGpus,
  type ObservedHop,
  type ObservedPath,
  type SeenCondition,
  type Sight,
  sightOf,
} from "./verification.ts";

/** What one look has seen. */
export interface Looked {
  readonly paths: readonly ObservedPath[];
  readonly conditions: readonly SeenCondition[];
  readonly gpus: readonly NodeGpus[] | null;
  readonly conformance: readonly ConformanceEvidence[];
  /** Alerts that fire; null where no Prometheus tells. */
  readonly firing: readonly FiringAlert[] | null;
}

/** Looks at everything once. Throws OperatorError `cancelled`; what does not answer is seen as such. */
export const look = async (scene: Scene): Promise<Looked> => {
  const [operator, metrics, alerts, dashboards, gpus] = await allDone([
    observeOperator(scene),
    observeMetrics(scene),
    observeAlerts(scene),
    observeDashboards(scene),
    countGpus(scene),
  ]);
  const hops = new Map([...metrics.hops, ...alerts.hops, ...dashboards.hops]);
  return {
    paths: scene.resolution.paths.map((path) => observedPath(path, hops.get(path) ?? [])),
    conditions: [operator, metrics, alerts, dashboards, gpus].flatMap(({ conditions }) => conditions),
    gpus: gpus.nodes,
    conformance: await conformance(scene, gpus),
    firing: await firingAlerts(scene),
  };
};

/** Hops stand in the order in which the signal meets them, as those of the prediction do. */
const observedPath = ({ signal, subject, resource }: SignalPath, hops: readonly ObservedHop[]): ObservedPath => {
  const order: readonly string[] = [...hopNames[signal], "arrives"];
  const inOrder = hops.toSorted((a, b) => order.indexOf(a.hop) - order.indexOf(b.hop));
  return { signal, subject, resource, sight: sightOfPath(signal, hops), hops: inOrder };
};

/** Without this a signal is on its way at best; whether somebody is told of an alert, only a drill shows. */
const decisive = { metrics: "arrives", alert: "operator-accepts-rule", dashboard: "arrives" } as const;

const sightOfPath = (signal: SignalPath["signal"], hops: readonly ObservedHop[]): Sight => {
  const isOpen = hops.some(({ hop, observed }) => hop === decisive[signal] && observed === "cannot-be-seen");
  const sight = sightOf(hops);
  return sight === "seen" && isOpen ? "cannot-be-seen" : sight;
};

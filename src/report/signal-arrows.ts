import type { Hop, HopName, hopNames, Signal, SignalPath } from "../signal/path/signal-path.ts";

/** Where a signal passes, as a picture names it. */
export const stationNames = {
  exporter: "GPU exporter",
  service: "Service",
  monitor: "ServiceMonitor",
  prometheus: "Prometheus",
  rule: "Alert rule",
  alertmanager: "Alertmanager",
  receiver: "Notification",
  dashboard: "Grafana",
  panels: "Panels",
} as const;

export type Station = keyof typeof stationNames;
type Ends = readonly [Station, Station];

/** The picture's arrows. */
const arrows = {
  exported: ["exporter", "service"],
  found: ["service", "monitor"],
  scraped: ["monitor", "prometheus"],
  loaded: ["prometheus", "rule"],
  fires: ["rule", "alertmanager"],
  notifies: ["alertmanager", "receiver"],
  provisioned: ["prometheus", "dashboard"],
  shown: ["dashboard", "panels"],
} as const satisfies Readonly<Record<string, Ends>>;

export type ArrowName = keyof typeof arrows;

/** The arrow of every hop of every signal. */
const arrowOf: { readonly [S in Signal]: Readonly<Record<(typeof hopNames)[S][number], ArrowName>> } = {
  metrics: {
    "prometheus-selects-monitor": "scraped",
    "prometheus-selects-namespace": "scraped",
    "operator-accepts-monitor": "scraped",
    "rbac-allows-discovery": "scraped",
    "monitor-selects-namespace": "found",
    "monitor-selects-service": "found",
    "port-exists": "exported",
    "pods-exist": "exported",
    "targets-are-kept": "scraped",
    "metrics-are-served": "exported",
    "target-is-unique": "scraped",
  },
  alert: {
    "prometheus-selects-rule": "loaded",
    "prometheus-selects-namespace": "loaded",
    "operator-accepts-rule": "loaded",
    "metrics-are-exported": "fires",
    "labels-exist": "fires",
    "result-is-vector": "fires",
    "route-reaches-receiver": "notifies",
    "alert-is-not-inhibited": "notifies",
  },
  dashboard: {
    "sidecar-selects-configmap": "provisioned",
    "sidecar-watches-namespace": "provisioned",
    "grafana-reads-file": "provisioned",
    "grafana-takes-json": "provisioned",
    "dashboard-is-unique": "shown",
    "datasource-exists": "shown",
    "metrics-are-exported": "shown",
  },
};

/** An arrow of the picture, and every hop that it stands for. */
export interface JudgedArrow {
  readonly name: ArrowName;
  readonly from: Station;
  readonly to: Station;
  readonly judged: readonly { readonly path: SignalPath; readonly hop: Hop }[];
}

/** All arrows, each with its hops of all paths. */
export const judgedArrows = (paths: readonly SignalPath[]): readonly JudgedArrow[] => {
  const taken = Map.groupBy(
    paths.flatMap((path) => {
      const own: Partial<Record<HopName, ArrowName>> = arrowOf[path.signal];
      return path.hops.map((hop) => ({ path, hop, arrow: own[hop.hop] }));
    }),
    ({ arrow }) => arrow,
  );
  return (Object.keys(arrows) as ArrowName[]).map((name) => {
    const [from, to] = arrows[name];
    return { name, from, to, judged: taken.get(name) ?? [] };
  });
};

import type { World } from "../../world/world.ts";
import { type Hop, type SignalPath, statusOf } from "../path/signal-path.ts";
import { gpuLabels } from "../series/gpu-labels.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import { datasourceHops } from "./dashboard-datasource.ts";
import { missingOfExporters } from "./dashboard-exporter-metrics.ts";
import { type DashboardFile, dashboardName } from "./dashboard-file.ts";
import { jsonHops } from "./dashboard-json.ts";
import { metricHops } from "./dashboard-metrics.ts";
import { isRead } from "./dashboard-model.ts";
import { fileHops } from "./dashboard-place.ts";
import { type DashboardParts, dashboardPartsOf } from "./dashboard-queries.ts";
import { selectedHop, watchedHop } from "./dashboard-selection.ts";
import { namesIn, uniqueHops } from "./dashboard-unique.ts";
import type { ReadDashboards } from "./read-dashboards.ts";

/**
 * The way of every dashboard of base and overlays to Grafana, and of the metrics to its panels. A hop that fails in
 * several ways stands there several times, so that each can be fixed.
 */
export const dashboardPaths = (
  { grafana, files: all }: ReadDashboards,
  known: KnownMetrics,
  world: World,
): readonly SignalPath[] => {
  const gpu = { known, labels: gpuLabels(world), world };
  const names = namesIn(all, grafana);
  const contents = (file: DashboardFile): readonly Hop[] => {
    if (!isRead(file.model)) return unread;
    const { queries, datasources }: DashboardParts = dashboardPartsOf(file.model.content, file.model.root);
    return [
      ...datasourceHops(file, file.model, datasources, grafana.datasources),
      ...metricHops(file, queries, gpu),
      ...missingOfExporters(file, queries, known),
    ];
  };
  return all
    .filter(({ own }) => own)
    .map((file) => {
      const clauses: readonly Hop[] = [
        selectedHop(file, grafana, world),
        watchedHop(file, grafana, world),
        ...fileHops(file, all, grafana, world),
        ...jsonHops(file, grafana),
        ...uniqueHops(file, names, grafana),
        ...contents(file),
      ];
      const hops = clauses.map((hop) => ({ ...hop, why: `${hop.why}.` }));
      return {
        signal: "dashboard",
        subject: dashboardName(file),
        resource: file.object.ref,
        status: statusOf(hops),
        hops,
      };
    });
};

const unread: readonly Hop[] = [
  { hop: "datasource-exists", status: "unknown", why: "What the dashboard holds cannot be read" },
  { hop: "metrics-are-exported", status: "unknown", why: "What the dashboard holds cannot be read" },
];

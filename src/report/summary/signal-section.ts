import {
  firstBroken,
  type Hop,
  type HopName,
  type hopNames,
  type Signal,
  type SignalPath,
} from "../../signal/path/signal-path.ts";
import type { Report } from "../report.ts";
import { alikeRows, subjectsOf } from "./alike-rows.ts";
import { type Links, lineUrl } from "./links.ts";
import { code, counted, link, table, text } from "./markdown.ts";

const icons = { ok: "✅", broken: "❌", unknown: "❔" } as const;
const names = { metrics: "Metrics", alert: "Alert", dashboard: "Dashboard" } as const;
const ranks = { broken: 0, unknown: 1, ok: 2 } as const;

/**
 * Whether the signals will arrive: one picture, one table, the first broken hop of each path spelled out, once for all
 * that end alike; at most `rows` paths.
 */
export const signalSection = (report: Report, links: Links, rows: number): string => {
  const { signalPaths, exporter } = report;
  if (signalPaths.length === 0) return "";
  const shown = signalPaths.toSorted((a, b) => ranks[a.status] - ranks[b.status]).slice(0, rows);
  const more = signalPaths.length - shown.length;
  return [
    "### Will the signals arrive?",
    exporter === null ? "" : `GPU metrics come from ${text(exporter.description)}.`,
    picture(signalPaths),
    table(
      ["Signal", "", "From", "Where it ends"],
      alikeRows(
        shown,
        ({ signal, status }) => `${signal} ${status}`,
        (path) => end(path, links),
      ).map((row) => [names[row.first.signal], icons[row.first.status], subjectsOf(row), row.ending]),
    ),
    more === 0 ? "" : `${counted(more, "more path")} in report.json.`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

const end = (path: SignalPath, links: Links): string => {
  const broken = firstBroken(path);
  if (broken !== undefined) return hopText(broken, links);
  const unknown = path.hops.find(({ status }) => status === "unknown");
  return unknown === undefined ? "it arrives" : hopText(unknown, links);
};

const hopText = (hop: Hop, links: Links): string =>
  [
    `<b>${label(hop.hop)}</b>: ${text(hop.why)}`,
    hop.at === undefined ? "" : link(code(`${hop.at.file}:${hop.at.line}`), lineUrl(links, hop.at)),
    hop.fix === undefined ? "" : `<b>Mend:</b> ${text(hop.fix.description)}`,
  ]
    .filter((part) => part !== "")
    .join("<br>");

const label = (hop: HopName): string => hop.replaceAll("-", " ");

const stationNames = {
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

type Station = keyof typeof stationNames;
type Arrow = readonly [Station, Station];

/** The picture's arrows, each judged over every path that takes it. */
const arrows = {
  exported: ["exporter", "service"],
  found: ["service", "monitor"],
  scraped: ["monitor", "prometheus"],
  loaded: ["prometheus", "rule"],
  fires: ["rule", "alertmanager"],
  notifies: ["alertmanager", "receiver"],
  provisioned: ["prometheus", "dashboard"],
  shown: ["dashboard", "panels"],
} as const satisfies Readonly<Record<string, Arrow>>;

/** The arrow of every hop of every signal. */
const arrowOf: { readonly [S in Signal]: Readonly<Record<(typeof hopNames)[S][number], keyof typeof arrows>> } = {
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

const picture = (paths: readonly SignalPath[]): string => {
  const taken = Map.groupBy(
    paths.flatMap(({ signal, hops }) => {
      const own: Partial<Record<HopName, keyof typeof arrows>> = arrowOf[signal];
      return hops.map((hop) => ({ hop, arrow: own[hop.hop] }));
    }),
    ({ arrow }) => arrow,
  );
  const nodes = Object.entries(stationNames).map(([id, name]) => `  ${id}["${name}"]`);
  const lines = (Object.keys(arrows) as (keyof typeof arrows)[]).map((arrow) => {
    const [from, to] = arrows[arrow];
    return `  ${from} -->|"${mark((taken.get(arrow) ?? []).map(({ hop }) => hop))}"| ${to}`;
  });
  return ["```mermaid", "flowchart LR", ...nodes, ...lines, "```"].join("\n");
};

const mark = (hops: readonly Hop[]): string => {
  const broken = hops.filter(({ status }) => status === "broken").length;
  if (broken > 0) return `❌ ${broken} broken`;
  const unknown = hops.filter(({ status }) => status === "unknown").length;
  if (unknown > 0) return `❔ ${unknown} unknown`;
  return hops.length === 0 ? "none" : "✅";
};

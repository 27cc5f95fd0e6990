import { firstBroken, type Hop, type HopName, type SignalPath } from "../../signal/path/signal-path.ts";
import type { Report } from "../report.ts";
import { type Links, lineUrl } from "./links.ts";
import { code, counted, link, table, text } from "./markdown.ts";

const icons = { ok: "✅", broken: "❌", unknown: "❔" } as const;
const names = { metrics: "Metrics", alert: "Alert", dashboard: "Dashboard" } as const;
const ranks = { broken: 0, unknown: 1, ok: 2 } as const;

/** Whether the signals will arrive: one picture, one table, the first broken hop of each path spelled out, once for all that end alike; at most `rows` paths. */
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
      rowsOf(shown, links).map(({ first, others, ending }) => [
        names[first.signal],
        icons[first.status],
        [text(first.subject), ...folded(others)].join("<br>"),
        ending,
      ]),
    ),
    more === 0 ? "" : `${counted(more, "more path")} in report.json.`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

interface Row {
  readonly first: SignalPath;
  readonly others: readonly SignalPath[];
  readonly ending: string;
}

/** So many and more that end alike are one row: a cause is read once. */
const alike = 4;

const rowsOf = (paths: readonly SignalPath[], links: Links): readonly Row[] => {
  const ended = paths.map((path) => ({ path, ending: end(path, links) }));
  const groups = Map.groupBy(ended, ({ path, ending }) => `${path.signal} ${path.status} ${ending}`);
  return [...groups.values()].flatMap((same) => {
    const [one, ...rest] = same;
    return same.length < alike || one === undefined
      ? same.map(({ path, ending }) => ({ first: path, others: [], ending }))
      : [{ first: one.path, others: rest.map(({ path }) => path), ending: one.ending }];
  });
};

/** In a cell of a table, so on one line. */
const folded = (paths: readonly SignalPath[]): readonly string[] =>
  paths.length === 0
    ? []
    : [
        `<details><summary>and ${paths.length} more</summary>${paths.map(({ subject }) => text(subject)).join("<br>")}</details>`,
      ];

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

/** The stations of all signals; each arrow is a hop, judged over every path that takes it. */
const stations = [
  { from: "exporter", to: "service", hops: ["pods-exist", "port-exists"] },
  { from: "service", to: "monitor", hops: ["monitor-selects-namespace", "monitor-selects-service"] },
  {
    from: "monitor",
    to: "prometheus",
    hops: ["prometheus-selects-monitor", "operator-accepts-monitor", "rbac-allows-discovery", "target-is-unique"],
  },
  { from: "prometheus", to: "rule", hops: ["prometheus-selects-rule", "operator-accepts-rule"] },
  { from: "rule", to: "alertmanager", hops: ["metrics-are-exported", "labels-exist", "result-is-vector"] },
  { from: "alertmanager", to: "receiver", hops: ["route-reaches-receiver", "alert-is-not-inhibited"] },
  {
    from: "prometheus",
    to: "dashboard",
    hops: ["sidecar-selects-configmap", "sidecar-watches-namespace", "grafana-reads-file", "grafana-takes-json"],
  },
  { from: "dashboard", to: "panels", hops: ["dashboard-is-unique", "datasource-exists", "metrics-are-exported"] },
] as const;

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

/** `metrics-are-exported` is a hop of alerts and of dashboards: each arrow takes its own signal's. */
const signalOf = {
  rule: "alert",
  alertmanager: "alert",
  receiver: "alert",
  dashboard: "dashboard",
  panels: "dashboard",
} as const;

const picture = (paths: readonly SignalPath[]): string => {
  const arrows = stations.map(({ from, to, hops }) => {
    const signal = to in signalOf ? signalOf[to as keyof typeof signalOf] : "metrics";
    const taken = paths
      .filter((path) => path.signal === signal)
      .flatMap((path) => path.hops.filter(({ hop }) => (hops as readonly string[]).includes(hop)));
    return `  ${from} -->|"${mark(taken)}"| ${to}`;
  });
  const nodes = Object.entries(stationNames).map(([id, name]) => `  ${id}["${name}"]`);
  return ["```mermaid", "flowchart LR", ...nodes, ...arrows, "```"].join("\n");
};

const mark = (hops: readonly Hop[]): string => {
  const broken = hops.filter(({ status }) => status === "broken").length;
  if (broken > 0) return `❌ ${broken} broken`;
  const unknown = hops.filter(({ status }) => status === "unknown").length;
  if (unknown > 0) return `❔ ${unknown} unknown`;
  return hops.length === 0 ? "none" : "✅";
};

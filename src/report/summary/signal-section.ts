import { firstBroken, type Hop, type HopName, type SignalPath } from "../../signal/path/signal-path.ts";
import type { Report } from "../report.ts";
import { judgedArrows, stationNames } from "../signal-arrows.ts";
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

const picture = (paths: readonly SignalPath[]): string => {
  const nodes = Object.entries(stationNames).map(([id, name]) => `  ${id}["${name}"]`);
  const lines = judgedArrows(paths).map(
    ({ from, to, judged }) => `  ${from} -->|"${mark(judged.map(({ hop }) => hop))}"| ${to}`,
  );
  return ["```mermaid", "flowchart LR", ...nodes, ...lines, "```"].join("\n");
};

const mark = (hops: readonly Hop[]): string => {
  const broken = hops.filter(({ status }) => status === "broken").length;
  if (broken > 0) return `❌ ${broken} broken`;
  const unknown = hops.filter(({ status }) => status === "unknown").length;
  if (unknown > 0) return `❔ ${unknown} unknown`;
  return hops.length === 0 ? "none" : "✅";
};

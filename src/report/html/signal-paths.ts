import type { HopName, SignalPath } from "../../signal/path/signal-path.ts";
import type { ObservedPath } from "../../verify/verification.ts";
import type { Report } from "../report.ts";
import { type JudgedArrow, judgedArrows, stationNames } from "../signal-arrows.ts";
import type { Links } from "../summary/links.ts";
import { counted } from "../summary/markdown.ts";
import { type Html, html, htmlTable, none, prose, section } from "./markup.ts";
import { placeLink, repair } from "./place.ts";
import { signalMap } from "./signal-map.ts";
import { stateMark } from "./state.ts";

const ranks = { broken: 0, unknown: 1, ok: 2 } as const;

/**
 * Whether the signals will arrive: the picture, the conditions of each of its arrows, and every way hop by hop, what
 * was predicted beside what was seen; at most `rows` ways.
 */
export const signalsPart = (report: Report, links: Links, rows: number): Html => {
  const { signalPaths, exporter, verify } = report;
  if (signalPaths.length === 0) return none;
  const shown = signalPaths.toSorted((a, b) => ranks[a.status] - ranks[b.status]).slice(0, rows);
  const left = signalPaths.length - shown.length;
  const idOf = new Map(shown.map((path, index) => [path, idAt(index)]));
  const arrows = judgedArrows(signalPaths);
  return section("signals", "Will the signals arrive?", [
    exporter === null ? none : html`<p>GPU metrics come from ${exporter.description}.</p>\n`,
    signalMap(arrows),
    html`<div id="arrows">${arrows.map((arrow) => arrowPart(arrow, idOf))}</div>\n`,
    html`<h3>Every way, hop by hop</h3>\n`,
    ...shown.map((path, index) => wayPart(path, index, observedOf(path, verify), links)),
    left === 0 ? none : html`<p>${counted(left, "more way")} in report.json.</p>\n`,
  ]);
};

const idAt = (index: number): string => `way-${index + 1}`;
const wordsOf = (hop: HopName | "arrives"): string => hop.replaceAll("-", " ");

const observedOf = ({ signal, subject }: SignalPath, verify: Report["verify"]): ObservedPath | null =>
  verify?.paths.find((path) => path.signal === signal && path.subject === subject) ?? null;

/** Conditions that are told one by one of an arrow; the rest stands with the ways. */
const mostTold = 20;

const arrowPart = ({ name, from, to, judged }: JudgedArrow, idOf: ReadonlyMap<SignalPath, string>): Html => {
  const bad = judged.filter(({ hop }) => hop.status !== "ok");
  const told = bad.toSorted((a, b) => ranks[a.hop.status] - ranks[b.hop.status]).slice(0, mostTold);
  return html`<details id="arrow-${name}" class="arrow-part"><summary>${stationNames[from]} → ${stationNames[to]}: ${judged.length - bad.length} of ${counted(judged.length, "condition")} hold</summary>
<ul>${told.map(({ path, hop }) => {
    const id = idOf.get(path);
    const subject = id === undefined ? html`${path.subject}` : html`<a href="#${id}">${path.subject}</a>`;
    return html`<li>${stateMark(hop.status)} ${subject}: ${wordsOf(hop.hop)}. ${prose(hop.why)}</li>\n`;
  })}</ul>
${bad.length > told.length ? html`<p>${bad.length - told.length} more below.</p>` : none}</details>
`;
};

const wayPart = (path: SignalPath, index: number, observed: ObservedPath | null, links: Links): Html => {
  const isBad = path.status === "broken" || observed?.sight === "not-seen";
  // One shows what there is to be read in each.
  const open = isBad && index === 0 ? html` open` : none;
  const arrives = observed?.hops.find(({ hop }) => hop === "arrives");
  const heads = ["Condition", "Predicted", ...(observed === null ? [] : ["Seen"]), "Why"];
  const rows = path.hops.map((hop) => {
    const seen = observed?.hops.find((one) => one.hop === hop.hop);
    return [
      html`${wordsOf(hop.hop)}`,
      stateMark(hop.status),
      ...(observed === null ? [] : [seen === undefined ? none : stateMark(seen.observed)]),
      html`${prose(hop.why)}${hop.at === undefined ? none : html` ${placeLink(hop.at, links)}`}${hop.fix === undefined ? none : repair(hop.fix)}${seen === undefined ? none : html`<p class="seen">${seen.what}</p>`}`,
    ];
  });
  const end =
    arrives === undefined
      ? []
      : [[html`<strong>arrives</strong>`, none, stateMark(arrives.observed), html`${arrives.what}`]];
  return html`<details id="${idAt(index)}" class="way"${open}><summary>${stateMark(path.status)}${observed === null ? none : html` ${stateMark(observed.sight)}`} ${path.subject}</summary>
${htmlTable(`Conditions of ${path.subject}`, heads, [...rows, ...end])}</details>
`;
};

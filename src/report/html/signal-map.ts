import { type JudgedArrow, type Station, stationNames } from "../signal-arrows.ts";
import { counted } from "../summary/markdown.ts";
import { type Html, html, scrolling } from "./markup.ts";
import { toneOf, worstOf } from "./state.ts";

/** Units of the picture's own coordinates. */
const box = { width: 120, height: 46 };
const step = { x: 168, y: 96 };
const margin = 8;

/** Column and row of each station: dashboards branch off at Prometheus. */
const places: Readonly<Record<Station, readonly [number, number]>> = {
  exporter: [0, 0],
  service: [1, 0],
  monitor: [2, 0],
  prometheus: [3, 0],
  rule: [4, 0],
  alertmanager: [5, 0],
  receiver: [6, 0],
  dashboard: [4, 1],
  panels: [5, 1],
};

/** The way of the signals as a picture; each arrow leads to the conditions that it stands for. */
export const signalMap = (arrows: readonly JudgedArrow[]): Html => {
  const width = 6 * step.x + box.width + 2 * margin;
  const height = step.y + box.height + 2 * margin;
  return scrolling(
    "The way of the signals",
    html`<svg class="map" viewBox="0 0 ${width} ${height}" role="group" aria-label="The way of the signals, from the GPU exporter to a notification and to a panel">
${arrows.map(arrowOf)}
${(Object.keys(places) as Station[]).map(stationOf)}
</svg>`,
  );
};

const cornerOf = (station: Station): { readonly x: number; readonly y: number } => {
  const [column, row] = places[station];
  return { x: margin + column * step.x, y: margin + row * step.y };
};

const stationOf = (station: Station): Html => {
  const { x, y } = cornerOf(station);
  return html`<rect class="station" x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="8"/>
<text class="station-name" x="${x + box.width / 2}" y="${y + box.height / 2}">${stationNames[station]}</text>
`;
};

const arrowOf = ({ name, from, to, judged }: JudgedArrow): Html => {
  const [start, end] = [cornerOf(from), cornerOf(to)];
  const worst = worstOf(judged.map(({ hop }) => hop.status));
  const { tone, sign } = toneOf(worst);
  const count = judged.filter(({ hop }) => hop.status === worst).length;
  const [x1, y1] = [start.x + box.width, start.y + box.height / 2];
  const [x2, y2] = [end.x, end.y + box.height / 2];
  const middle = { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  const way =
    y1 === y2 ? `M${x1} ${y1}H${x2 - 7}` : `M${start.x + box.width / 2} ${start.y + box.height}V${y2}H${x2 - 7}`;
  const at = y1 === y2 ? middle : { x: start.x + box.width / 2 + (x2 - start.x - box.width / 2) / 2, y: y2 };
  const said = `${stationNames[from]} to ${stationNames[to]}: ${worst === "none" ? "nothing was judged" : `${counted(count, "condition")} ${worst}`}`;
  return html`<a href="#arrow-${name}" class="arrow ${tone}" aria-label="${said}"><title>${said}</title>
<path d="${way}"/><path class="head" d="M${x2} ${y2}l-8 -5v10z"/>
<circle cx="${at.x}" cy="${at.y}" r="13"/><text x="${at.x}" y="${at.y}">${worst === "ok" || worst === "none" ? sign : `${sign}${count}`}</text></a>
`;
};

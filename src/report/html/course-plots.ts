import type { CanaryCourse, CourseSeries } from "../../proof/canary-course.ts";
import { type Html, html, none, scrolling } from "./markup.ts";

const width = 640;
const height = 150;
const left = 12;
const right = width - 12;
const top = 16;
const bottom = height - 26;
/** Swings of an alternating series that are drawn one by one. */
const mostSwings = 200;
/** Series of one alert that are drawn; report.json has the others. */
const mostDrawn = 6;

/** Samples, limits and when the alert fires, a picture for each series that was made for it. */
export const coursePlots = (alert: string, course: CanaryCourse): Html => {
  const fires = `${alert} fires from minute ${course.firesAt} on`;
  const drawn = course.series.slice(0, mostDrawn);
  const others = course.series.length - drawn.length;
  return html`<h3>${fires}</h3>
${drawn.length === 0 ? html`<p>It fires where there is no series: none was made.</p>\n` : drawn.map((series) => plot(series, course, fires))}${others === 0 ? none : html`<p>${others} more series in report.json.</p>\n`}`;
};

const plot = (series: CourseSeries, { minutes, firesAt }: CanaryCourse, fires: string): Html => {
  const samples = samplesOf(series.behaviour, minutes);
  const y = scale([...samples.map(([, value]) => value), ...series.limits.map(({ value }) => value)]);
  const x = (minute: number): number =>
    round(left + (Math.min(minute, minutes) / Math.max(1, minutes)) * (right - left));
  const line = samples.map(([minute, value]) => `${x(minute)},${y(value)}`).join(" ");
  const limits = series.limits.map(
    ({ op, value }) =>
      html`<line class="limit" x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}"/><text x="${left + 4}" y="${y(value) - 5}">${op} ${value}</text>`,
  );
  const said = `${series.metric} ${goes(series.behaviour)}${series.limits.map(({ op, value }) => `, compared ${op} ${value}`).join("")}; ${fires}`;
  return html`<p><code>${series.metric}${labelsOf(series)}</code> ${goes(series.behaviour)}</p>
${scrolling(
  said,
  html`<svg class="course" viewBox="0 0 ${width} ${height}" role="img" aria-label="${said}">
<rect class="firing" x="${x(firesAt)}" y="${top}" width="${round(right - x(firesAt))}" height="${bottom - top}"/>
<line class="axis" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/><text x="${left}" y="${height - 8}">0 min</text><text class="end" x="${right}" y="${height - 8}">${minutes} min</text>
${limits}<polyline class="samples" points="${line}"/>
<line class="since" x1="${x(firesAt)}" x2="${x(firesAt)}" y1="${top}" y2="${bottom}"/>
</svg>`,
)}`;
};

const labelsOf = ({ labels }: CourseSeries): string => {
  const all = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return all.length === 0 ? "" : `{${all.join(", ")}}`;
};

const goes = (behaviour: CourseSeries["behaviour"]): string => {
  if (behaviour.kind === "constant") return `is ${behaviour.value} all the time`;
  return behaviour.kind === "rising" ? `rises by ${behaviour.perSecond} a second` : "is 0 and 1 in turn";
};

/** Where the series has its corners: minutes and values. */
const samplesOf = (behaviour: CourseSeries["behaviour"], minutes: number): readonly (readonly [number, number])[] => {
  if (behaviour.kind === "constant")
    return [
      [0, behaviour.value],
      [minutes, behaviour.value],
    ];
  if (behaviour.kind === "rising")
    return [
      [0, 0],
      [minutes, behaviour.perSecond * 60 * minutes],
    ];
  return Array.from({ length: Math.min(minutes, mostSwings) + 1 }, (_, minute) => [minute, minute % 2]);
};

/** From a value to its height; a tenth is left above and below. */
const scale = (values: readonly number[]): ((value: number) => number) => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || Math.max(1, Math.abs(most));
  return (value) => round(bottom - ((value - least + span * 0.1) / (span * 1.2)) * (bottom - top));
};

const round = (value: number): number => Math.round(value * 10) / 10;

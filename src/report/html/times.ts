import { formatSeconds } from "../../promql/prometheus-duration.ts";
import type { Report } from "../report.ts";
import { type Html, html, htmlTable, none, scrolling, section } from "./markup.ts";
import { stateMark } from "./state.ts";

/** A bar of the picture: its name, its length, and what is said of it. */
interface Bar {
  readonly name: string;
  readonly value: number;
  readonly said: string;
}

/** Where the time of the run went, and how long until somebody is told of a failure. */
export const timesPart = (report: Report): Html => section("times", "Times", [stageBars(report), tellingBars(report)]);

const stageBars = ({ stages }: Report): Html => {
  const ran = stages.flatMap((stage): readonly Bar[] =>
    stage.status === "skipped"
      ? []
      : [
          {
            name: stage.name,
            value: stage.durationMs,
            said: `${(stage.durationMs / 1000).toFixed(2)} s, ${stage.status}`,
          },
        ],
  );
  const rows = stages.map((stage) => [
    html`${stage.name}`,
    stateMark(stage.status),
    html`${stage.status === "passed" ? "" : stage.reason}`,
  ]);
  return html`<h3>The run's stages</h3>
${bars("How long each stage took", ran)}${htmlTable("Stages", ["Stage", "Result", "Why"], rows)}`;
};

/** Of each class of failures the alert that tells soonest. */
const tellingBars = ({ gpuCoverage }: Report): Html => {
  const told = (gpuCoverage ?? []).flatMap(({ title, alerts }): readonly Bar[] => {
    const [first] = alerts
      .flatMap(({ name, toldWithin }) => (toldWithin === null ? [] : [{ name, ...toldWithin }]))
      .toSorted((a, b) => a.seconds - b.seconds);
    if (first === undefined) return [];
    return [
      {
        name: title,
        value: first.seconds,
        said: `${formatSeconds(first.seconds)} by ${first.name}`,
      },
    ];
  });
  return told.length === 0
    ? none
    : html`<h3>From the failure to the notification, at the longest</h3>\n${bars("How long until somebody is told", told)}`;
};

const row = 26;
const nameWidth = 260;
const barWidth = 420;
const width = 1000;

/** Horizontal bars, the longest over the whole width. */
const bars = (label: string, all: readonly Bar[]): Html => {
  const longest = Math.max(1, ...all.map(({ value }) => value));
  const drawn = all.map(({ name, value, said }, index) => {
    const length = Math.max(1, Math.round((value / longest) * barWidth));
    const y = index * row;
    return html`<text class="bar-name" x="${nameWidth - 10}" y="${y + row / 2}">${name}</text><rect class="bar" x="${nameWidth}" y="${y + 4}" width="${length}" height="${row - 8}" rx="3"/><text class="bar-said" x="${nameWidth + length + 8}" y="${y + row / 2}">${said}</text>
`;
  });
  return scrolling(
    label,
    html`<svg class="bars" viewBox="0 0 ${width} ${all.length * row}" role="img" aria-label="${label}">
${drawn}</svg>`,
  );
};

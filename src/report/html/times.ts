import { formatSeconds } from "../../promql/prometheus-duration.ts";
import type { Report } from "../report.ts";
import { type Bar, bars } from "./bars.ts";
import { type Html, html, htmlTable, none, section } from "./markup.ts";
import { stateMark } from "./state.ts";

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

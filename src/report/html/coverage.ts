import { formatSeconds } from "../../promql/prometheus-duration.ts";
import type { ClassCoverage, ToldAlert } from "../../signal/alerts/gpu-coverage.ts";
import type { Report } from "../report.ts";
import { coursePlots } from "./course-plots.ts";
import { type Html, html, htmlTable, none, section } from "./markup.ts";
import { stateMark } from "./state.ts";

/** Which GPU failures somebody is told of, and which alerts were made to fire. */
export const coveragePart = ({ gpuCoverage, alertProofs }: Report, rows: number): Html => {
  const proofs = (alertProofs ?? []).slice(0, rows);
  return section("coverage", "Who is told when a GPU fails?", [
    htmlTable("GPU failures", ["Failure", "Told", "Alerts", "Told within"], (gpuCoverage ?? []).map(rowOf)),
    proofs.length === 0
      ? none
      : html`<details><summary>Do the alerts fire?</summary>${htmlTable(
          "Alerts and what proves that they fire",
          ["Alert", "Unit tests", "On series made for it"],
          proofs.map(({ name, passed, failed, canary }) => [
            html`${name}`,
            passed + failed === 0
              ? stateMark("none")
              : html`${stateMark(failed > 0 ? "failed" : "passed")} ${passed} of ${passed + failed}`,
            canary === null
              ? stateMark("none")
              : canary.fired
                ? html`${stateMark("ok")} fired`
                : html`${stateMark("unknown")} ${canary.why ?? ""}`,
          ]),
        )}${proofs.flatMap(({ name, canary }) => (canary?.course ? coursePlots(name, canary.course) : []))}</details>\n`,
  ]);
};

const rowOf = ({ title, status, alerts, exported, turnedOnBy }: ClassCoverage<ToldAlert>): readonly Html[] => [
  html`${title}`,
  stateMark(status),
  alerts.length > 0
    ? html`<ul>${alerts.map(({ name, why }) => html`<li>${name}${why === null ? none : html`: ${why}`}</li>`)}</ul>`
    : exported === false && turnedOnBy !== null
      ? html`none; the exporter exports nothing of it by default: <code>${turnedOnBy.row}</code> turns it on (dcgm-exporter ${turnedOnBy.since} and newer)`
      : html`none`,
  within(alerts),
];

const within = (alerts: readonly ToldAlert[]): Html =>
  html`${alerts.flatMap(({ toldWithin }) =>
    toldWithin === null ? [] : [html`<div>${formatSeconds(toldWithin.seconds)}</div>`],
  )}`;

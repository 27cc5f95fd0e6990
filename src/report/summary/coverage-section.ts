import { formatSeconds } from "../../promql/prometheus-duration.ts";
import type { Report } from "../report.ts";
import { code, details, table, text } from "./markdown.ts";

type ReportedCoverage = NonNullable<Report["gpuCoverage"]>[number];

const icons = { ok: "✅", broken: "❌", unknown: "❔", none: "➖" } as const;

/** Which GPU failures somebody is told of; empty where the tree has no GPU alert. */
export const coverageSection = ({ gpuCoverage }: Report): string => {
  if (gpuCoverage === null || gpuCoverage.every(({ status }) => status === "none")) return "";
  const off = gpuCoverage.filter(isOff);
  const rows = gpuCoverage
    .filter((one) => !off.includes(one))
    .map((one) => [text(one.title), icons[one.status], told(one), within(one)]);
  const rest = off.map(({ title, turnedOnBy }) => [text(title), rowOf(turnedOnBy)]);
  return [
    `### Who is told when a GPU fails?\n\n${table(["Failure", "", "Alerts", "Told within"], rows)}`,
    ...(rest.length === 0
      ? []
      : [
          details(
            `${rest.length} more, of which the exporter exports nothing by default`,
            table(["Failure", "The row in its list of counters that turns it on"], rest),
          ),
        ]),
  ].join("\n\n");
};

/** No alert, and nothing that one could read. */
const isOff = ({ alerts, exported }: ReportedCoverage): boolean => alerts.length === 0 && exported === false;

const rowOf = (turnedOnBy: ReportedCoverage["turnedOnBy"]): string =>
  turnedOnBy === null ? "" : `${code(turnedOnBy.row)}, dcgm-exporter ${text(turnedOnBy.since)} and newer`;

/**
 * The same on a line, for a terminal; failures that the exporter has no metric of by default are not counted. Empty
 * where the tree has no GPU alert.
 */
export const coverageLine = ({ gpuCoverage }: Pick<Report, "gpuCoverage">): string => {
  if (gpuCoverage === null || gpuCoverage.every(({ status }) => status === "none")) return "";
  const counted = gpuCoverage.filter(({ status, exported }) => status !== "none" || exported !== false);
  const titles = (wanted: (status: ReportedCoverage["status"]) => boolean): string =>
    counted
      .filter(({ status }) => wanted(status))
      .map(({ title }) => title)
      .join(", ");
  const nobody = titles((status) => status === "none" || status === "broken");
  const unknown = titles((status) => status === "unknown");
  const reached = counted.filter(({ status }) => status === "ok").length;
  return [
    `GPU failures that somebody is told of: ${reached} of ${counted.length}`,
    ...(nobody === "" ? [] : [`nobody is told of: ${nobody}`]),
    ...(unknown === "" ? [] : [`not known of: ${unknown}`]),
  ].join("; ");
};

const told = ({ alerts }: ReportedCoverage): string => {
  if (alerts.length === 0) return "no alert";
  // Why, the table of signals says.
  return alerts
    .map(
      ({ name, status }) =>
        `${text(name)}${status === "ok" ? "" : status === "broken" ? ": reaches nobody" : ": not known"}`,
    )
    .join("<br>");
};

/** The longest time from the fault to the notification, a line for each alert. */
const within = ({ alerts }: ReportedCoverage): string =>
  alerts.map(({ toldWithin }) => (toldWithin === null ? "" : formatSeconds(toldWithin.seconds))).join("<br>");

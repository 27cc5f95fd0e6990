import type { ClassCoverage } from "../../signal/alerts/gpu-coverage.ts";
import type { Report } from "../report.ts";
import { table, text } from "./markdown.ts";

const icons = { ok: "✅", broken: "❌", unknown: "❔", none: "➖" } as const;

/** Which GPU failures somebody is told of; empty where the tree has no GPU alert. */
export const coverageSection = ({ gpuCoverage }: Report): string => {
  if (gpuCoverage === null || gpuCoverage.every(({ status }) => status === "none")) return "";
  const rows = gpuCoverage.map((one) => [text(one.title), icons[one.status], told(one)]);
  return `### Who is told when a GPU fails?\n\n${table(["Failure", "", "Alerts"], rows)}`;
};

/**
 * The same on a line, for a terminal; failures that the exporter has no metric of by default are not counted. Empty
 * where the tree has no GPU alert.
 */
export const coverageLine = ({ gpuCoverage }: Pick<Report, "gpuCoverage">): string => {
  if (gpuCoverage === null || gpuCoverage.every(({ status }) => status === "none")) return "";
  const counted = gpuCoverage.filter(({ status, exported }) => status !== "none" || exported !== false);
  const titles = (wanted: (status: ClassCoverage["status"]) => boolean): string =>
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

const told = ({ alerts, exported }: ClassCoverage): string => {
  if (alerts.length === 0)
    return exported === false ? "no alert; the exporter exports no metric of it by default" : "no alert";
  // Why, the table of signals says.
  return alerts
    .map(
      ({ name, status }) =>
        `${text(name)}${status === "ok" ? "" : status === "broken" ? ": reaches nobody" : ": not known"}`,
    )
    .join("<br>");
};

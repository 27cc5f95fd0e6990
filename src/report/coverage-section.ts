import type { ClassCoverage } from "../signal/gpu-coverage.ts";
import { table, text } from "./markdown.ts";
import type { Report } from "./report.ts";

const icons = { ok: "✅", broken: "❌", unknown: "❔", none: "➖" } as const;

/** Which GPU failures somebody is told of; empty where the tree has no GPU alert. */
export const coverageSection = ({ gpuCoverage }: Report): string => {
  if (gpuCoverage === null || gpuCoverage.every(({ status }) => status === "none")) return "";
  const rows = gpuCoverage.map((one) => [text(one.title), icons[one.status], told(one)]);
  return `### Who is told when a GPU fails?\n\n${table(["Failure", "", "Alerts"], rows)}`;
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

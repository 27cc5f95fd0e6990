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
  return alerts
    .map(({ name, status, why }) => {
      if (status === "ok") return text(name);
      return `${text(name)}: ${status === "broken" ? "cannot reach anybody" : "not known"}${why === null ? "" : `. ${text(why)}`}`;
    })
    .join("<br>");
};

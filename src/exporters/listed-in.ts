import { compare } from "semver";
import { once } from "../core/once.ts";
import { type ChartExporter, called, type Exported } from "./chart-exporter.ts";
import type { ExporterProgram } from "./exporter-program.ts";
import { isInReleases, type ListedMetric, type MetricList } from "./metric-list.ts";

/** Whether a listed metric is one of the program's release; null: it is. */
export const notInRelease = (
  metric: ListedMetric,
  exporter: Pick<ChartExporter, "name" | "list">,
  program: ExporterProgram,
): Exported | null => {
  const { from, to } = exporter.list();
  const { version } = program;
  const always = metric.from === from && metric.to === to;
  if (version === null ? !always : !isCovered(exporter, program))
    return { status: "unknown", why: `of ${called(exporter, program)} is not known whether it exports ${metric.name}` };
  if (version === null || always) return null;
  if (releaseOrder(version)(metric.from) < 0)
    return gone(
      exporter,
      program,
      ` yet: ${metric.from} brought it`,
      `Update ${exporter.name} to ${metric.from} or later`,
    );
  return releaseOrder(version)(metric.to) > 0
    ? gone(exporter, program, `: ${metric.to} was the last that did`, null)
    : null;
};

/** A list of hundreds of metrics names a dozen releases. */
const releaseOrder = once((version: string) => once((other: string) => compare(version, other)));

const gone = (
  exporter: Pick<ChartExporter, "name">,
  program: ExporterProgram,
  end: string,
  advice: string | null,
): Exported => ({ status: "no", begin: `${called(exporter, program)} does not export `, end, advice });

/** Whether the program's release is one of which there is data. */
export const isCovered = ({ list }: Pick<ChartExporter, "list">, { version }: ExporterProgram): boolean =>
  version !== null && covered(list())(version);

const covered = once((list: MetricList) => once((version: string): boolean => isInReleases(version, list)));

import type { ExporterProgram } from "./exporter-program.ts";
import type { ListedMetric, MetricList } from "./metric-list.ts";

/** Whether a program exports a metric. */
export type Exported =
  | { readonly status: "yes"; readonly metric: ListedMetric; readonly labels: readonly string[] }
  | {
      readonly status: "no";
      /** What is said before the metric's name, e.g. `kube-state-metrics 2.20.0 does not export `. */
      readonly begin: string;
      /** What is said after it; empty where nothing is. */
      readonly end: string;
      /** What to do, as a sentence without its full stop; null: read another metric. */
      readonly advice: string | null;
      /** What it is called in this release, and whether its values are the same. */
      readonly renamed?: { readonly name: string; readonly same: boolean };
    }
  | { readonly status: "unknown"; readonly why: string };

/** An exporter that the chart deploys, of which the metrics are known. */
export interface ChartExporter {
  /** As messages name it. */
  readonly name: string;
  /** Name of its image, without registry and tag. */
  readonly image: string;
  /** The beginning of its metrics' names. */
  readonly prefix: string;
  /** Words in the name or selectors of a monitor that may bring the same metrics from elsewhere. */
  readonly alsoFrom: RegExp;
  list(): MetricList;
  exported(metric: string, program: ExporterProgram): Exported;
  /** Whether a gauge of it never is a counter that its source calls a gauge. */
  isTrueGauge(metric: string): boolean;
}

/** The exporter and its release, as messages name them. */
export const called = ({ name }: Pick<ChartExporter, "name">, { version }: ExporterProgram): string =>
  version === null ? name : `${name} ${version}`;

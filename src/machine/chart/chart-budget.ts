import { OperatorError } from "../../core/errors.ts";

const mib = 1024 * 1024;

/**
 * The most that a chart may hold, what is packed in it unpacked. kube-prometheus-stack has some 300 files and 5 MB;
 * helm loads 5 MiB a file (helm 3) and 100 MiB in all.
 */
export const chartLimits = {
  entries: 20_000,
  fileBytes: 10 * mib,
  totalBytes: 100 * mib,
  /** Of one archive, packed. */
  archiveBytes: 50 * mib,
  /** Folders in folders, and archives in archives. */
  depth: 64,
  nesting: 10,
  chartYamlBytes: mib,
  ignoreBytes: 64 * 1024,
  /** Of all schemas of values together. */
  schemaBytes: 16 * mib,
} as const;

/**
 * What is left of the limits while one chart is read; each call throws OperatorError `render-failed` where nothing is.
 */
export interface ChartBudget {
  /** One file or folder more. */
  entry(): void;
  /** So many bytes more. */
  bytes(count: number): void;
  /** So many bytes of them in a schema of values, which are read more closely. */
  schema(count: number): void;
  /** Bytes that may still come. */
  left(): number;
}

/** A budget for the chart that is called `source` in messages. */
export const createChartBudget = (source: string): ChartBudget => {
  let entries = 0;
  let total = 0;
  let schemas = 0;
  return {
    entry() {
      entries += 1;
      if (entries > chartLimits.entries)
        throw tooLarge(source, `holds more than ${chartLimits.entries} files and folders`);
    },
    bytes(count) {
      total += count;
      if (total > chartLimits.totalBytes)
        throw tooLarge(source, `holds more than ${inMib(chartLimits.totalBytes)} MiB`);
    },
    schema(count) {
      schemas += count;
      if (schemas > chartLimits.schemaBytes)
        throw tooLarge(source, `holds more than ${inMib(chartLimits.schemaBytes)} MiB of values.schema.json`);
    },
    left: () => chartLimits.totalBytes - total,
  };
};

/** The error for a chart, or a file of one, that is larger than what is read. */
export const tooLarge = (what: string, how: string): OperatorError =>
  new OperatorError(
    "render-failed",
    `The chart ${what} ${how}: it was not read.`,
    "Keep only what helm needs in the chart's folder, or name a packaged chart.",
  );

/** Whole mebibytes, for messages. */
export const inMib = (bytes: number): number => Math.floor(bytes / mib);

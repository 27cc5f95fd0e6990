import type { ExportedMetric, Unit } from "./exporter-model.ts";

/** Values that a metric can have, both ends included. */
export interface ValueRange {
  readonly least: number;
  readonly most: number;
}

/**
 * What a value of this unit can be on any GPU. Percent and ratio by definition; the others are far beyond any data
 * sheet, so that only a mistaken unit crosses them: memory of a TiB, a clock of 10 GHz, 150 degrees Celsius (GPUs
 * switch off below 110), 10 kW.
 */
const byUnit: Partial<Readonly<Record<Unit, ValueRange>>> = {
  percent: { least: 0, most: 100 },
  ratio: { least: 0, most: 1 },
  celsius: { least: -50, most: 150 },
  watts: { least: 0, most: 10_000 },
  MiB: { least: 0, most: 1024 * 1024 },
  bytes: { least: 0, most: 1024 ** 4 },
  megahertz: { least: 0, most: 10_000 },
  hertz: { least: 0, most: 10_000_000_000 },
};

/** The range of a gauge of the exporter; null for counters, and where the unit says nothing. */
export const valueRange = ({ type, unit }: ExportedMetric): ValueRange | null =>
  type === "gauge" && unit !== null ? (byUnit[unit] ?? null) : null;

import { type Measure, sameMeasure } from "../promql/measure.ts";
import type { Unit } from "./exporter-model.ts";

const measures: Readonly<Record<Unit, Measure>> = {
  hertz: { dimension: "frequency", scale: 1 },
  megahertz: { dimension: "frequency", scale: 1e6 },
  celsius: { dimension: "temperature", scale: 1 },
  watts: { dimension: "power", scale: 1 },
  joules: { dimension: "energy", scale: 1 },
  millijoules: { dimension: "energy", scale: 1e-3 },
  percent: { dimension: "share", scale: 0.01 },
  ratio: { dimension: "share", scale: 1 },
  bytes: { dimension: "size", scale: 1 },
  KB: { dimension: "size", scale: 1e3 },
  MiB: { dimension: "size", scale: 1024 ** 2 },
  "bytes/s": { dimension: "throughput", scale: 1 },
  "KB/s": { dimension: "throughput", scale: 1e3 },
  "MB/s": { dimension: "throughput", scale: 1e6 },
  seconds: { dimension: "time", scale: 1 },
  microseconds: { dimension: "time", scale: 1e-6 },
  nanoseconds: { dimension: "time", scale: 1e-9 },
};

export const measureOf = (unit: Unit): Measure => measures[unit];

/** In words: `MHz`, `percent`, else a multiple of the base unit. */
export const measureName = ({ dimension, scale }: Measure): string => {
  const named = Object.entries(measures).find(([, one]) => sameMeasure(one, { dimension, scale }))?.[0];
  return named ?? `${Number(scale.toPrecision(6))} × ${bases[dimension]}`;
};

const bases: Readonly<Record<Measure["dimension"], string>> = {
  frequency: "hertz",
  temperature: "celsius",
  power: "watts",
  energy: "joules",
  share: "ratio",
  size: "bytes",
  throughput: "bytes/s",
  time: "seconds",
};

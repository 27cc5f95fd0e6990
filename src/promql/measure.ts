/** What a number counts: how many of the dimension's base unit one of it is. */
export interface Measure {
  readonly dimension: "frequency" | "temperature" | "power" | "energy" | "share" | "size" | "throughput" | "time";
  readonly scale: number;
}

/**
 * Whether two are the same for all that matters: a tenth apart are powers of 1000 and of 1024,
 * which DCGM's own texts mix.
 */
export const sameMeasure = (a: Measure, b: Measure): boolean =>
  a.dimension === b.dimension && Math.abs(Math.log(a.scale / b.scale)) < Math.log(1.1);

/** By what numbers in the first measure are multiplied to be in the second; null where they count different things. */
export const factorBetween = (is: Measure, wanted: Measure): number | null =>
  is.dimension === wanted.dimension ? Number((is.scale / wanted.scale).toPrecision(12)) : null;

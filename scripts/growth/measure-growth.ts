/** A pass over a text or over many things, and what is worst for it. */
export interface GrowthCase {
  readonly name: string;
  /** How many characters, lines or objects are made first; then twice and four times as many. */
  readonly size: number;
  /** Makes ready what is measured: the passes are run on fresh things, or what they remember would be measured. */
  readonly prepare: (size: number) => () => unknown;
}

/** The shortest times that a case took, in milliseconds: those of this thread where something else held it up. */
export interface Growth {
  readonly name: string;
  readonly size: number;
  readonly once: number;
  readonly twice: number;
  readonly fourfold: number;
  readonly isLinear: boolean;
}

/**
 * Twice as much may take twice as long; what is more is the machine's, up to this. A square takes four times as long.
 */
const mostGrowth = 2.6;
/** Times below are noise: some systems count a thread's time in steps of 4 ms. */
const leastMs = 12;
const tickMs = 4;
const tries = 5;

/**
 * Measures one case at n, 2n and 4n; where that is too short to tell, of an n that is larger, up to
 * `largest` times as large.
 */
export const measureGrowth = ({ name, size, prepare }: GrowthCase, largest: number): Growth => {
  shortest(() => prepare(Math.ceil(size / 4)), 3);
  let scale = 1;
  let growth = measured(name, size, prepare, 3);
  while (growth.twice < leastMs && scale < largest) {
    scale *= 2;
    growth = measured(name, size * scale, prepare, 3);
  }
  for (let again = 1; again < tries && !growth.isLinear; again += 1) {
    // One step is the processor's cache or the collector's doing, and is behind us with twice as many: a square is one
    // at every size.
    if (again % 2 === 0) scale *= 2;
    growth = measured(name, size * scale, prepare, 3 + 2 * again);
  }
  return growth;
};

const measured = (name: string, size: number, prepare: GrowthCase["prepare"], runs: number): Growth => {
  const [once = 0, twice = 0, fourfold = 0] = [1, 2, 4].map((times) => shortest(() => prepare(times * size), runs));
  const isLinear = fourfold < 2 * leastMs || fourfold <= mostGrowth * Math.max(twice, leastMs / 2);
  return { name, size, once, twice, fourfold, isLinear };
};

const shortest = (prepare: () => () => unknown, runs: number): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const pass = prepare();
    const [began, start] = [performance.now(), process.threadCpuUsage()];
    pass();
    const { user, system } = process.threadCpuUsage(start);
    best = Math.min(best, performance.now() - began, (user + system) / 1000 + tickMs);
    // What takes seconds is measured well enough.
    if (best > 1500) break;
  }
  return best;
};

/** One line of the table. */
export const growthLine = ({ name, size, once, twice, fourfold, isLinear }: Growth): string => {
  const shown = [once, twice, fourfold].map((ms) => ms.toFixed(1).padStart(8)).join("");
  const ratio = (fourfold / Math.max(twice, 0.001)).toFixed(2).padStart(6);
  return `${name.padEnd(52)}${String(size).padStart(9)}${shown}${ratio}${isLinear ? "" : "  grows faster than what it is given"}`;
};

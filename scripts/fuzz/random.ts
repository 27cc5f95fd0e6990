/** Random choices that a seed repeats. */
export interface Random {
  /** From 0 up to and without `below`. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Between none and `most` of what `make` makes. */
  many<T>(most: number, make: () => T): readonly T[];
}

/** mulberry32: four lines, and good enough to choose with. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const random: Random = {
    int: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[random.int(items.length)];
      if (item === undefined) throw new Error("There is nothing to pick from");
      return item;
    },
    many: (most, make) => Array.from({ length: random.int(most + 1) }, make),
  };
  return random;
};

/**
 * What a process that checks a tree round after round need not make again: what was asked for in this round or in the
 * one before is there, and what is older goes. A single run is one round.
 */
export class Recent<V> {
  #older = new Map<string, V>();
  #newer = new Map<string, V>();

  constructor() {
    all.push(() => {
      this.#older = this.#newer;
      this.#newer = new Map();
    });
  }

  get(key: string): V | undefined {
    const known = this.#newer.get(key) ?? this.#older.get(key);
    if (known !== undefined) this.#newer.set(key, known);
    return known;
  }

  set(key: string, value: V): void {
    this.#newer.set(key, value);
  }
}

const all: (() => void)[] = [];

/** A round has ended. */
export const nextRound = (): void => {
  for (const age of all) age();
};

/**
 * The same function, which remembers what it made lately. What it makes must depend on nothing but what `key` tells,
 * and nobody may change it. Texts count by their content: a key of megabytes costs little.
 */
export const lately = <A extends readonly unknown[], V extends object | string>(
  make: (...args: A) => V,
  key: (...args: A) => string,
): ((...args: A) => V) => {
  const recent = new Recent<V>();
  return (...args) => {
    const id = key(...args);
    const known = recent.get(id);
    if (known !== undefined) return known;
    const fresh = make(...args);
    recent.set(id, fresh);
    return fresh;
  };
};

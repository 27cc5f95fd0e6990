/**
 * Like `Promise.all`, but waits for every task before it throws the first one's error: what still runs would write into
 * folders that are being removed.
 */
export const allDone = async <T extends readonly unknown[]>(
  tasks: {
    readonly [K in keyof T]: T[K] | Promise<T[K]>;
  },
): Promise<{ -readonly [K in keyof T]: T[K] }> => {
  await Promise.allSettled(tasks);
  return Promise.all(tasks) as Promise<{ -readonly [K in keyof T]: T[K] }>;
};

/** Builds at once: more than any stack has roots, few enough for the memory of a small runner. */
const usual = 8;

/** The same for one task an item, a few at a time: each is a process. */
export const fewAtOnce = async <T, R>(
  items: readonly T[],
  start: (item: T) => Promise<R>,
  atOnce = usual,
): Promise<readonly R[]> => {
  const results: R[] = [];
  const left = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of left) results[index] = await start(item);
  };
  await allDone(Array.from({ length: atOnce }, worker));
  return results;
};

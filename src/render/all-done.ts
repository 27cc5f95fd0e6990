/**
 * Like `Promise.all`, but waits for every task before it throws the first one's error: what still runs would write into folders that are being
 * removed.
 */
export const allDone = async <T extends readonly unknown[]>(
  tasks: {
    readonly [K in keyof T]: T[K] | Promise<T[K]>;
  },
): Promise<{ -readonly [K in keyof T]: T[K] }> => {
  await Promise.allSettled(tasks);
  return Promise.all(tasks) as Promise<{ -readonly [K in keyof T]: T[K] }>;
};

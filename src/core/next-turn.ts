/**
 * Waits until what has been asked for so far is under way: commands that were called for run, and files that
 * were waited for are read.
 */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

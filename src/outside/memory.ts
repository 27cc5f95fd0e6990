/**
 * What an answer was made of: what kind of question it is (with a number that rises where its answers are written
 * otherwise), and everything that the answer depends on.
 */
export type Asked = readonly [question: `${string}/${number}`, ...(string | Uint8Array)[]];

/** Answers of earlier runs on this machine, for what is the same whenever the same is asked. */
export interface Memory {
  /** The answer to exactly this; null where none is kept, or what is kept is damaged. */
  recall(asked: Asked): string | null;
  /** Keeps an answer. Where that cannot be done the next run takes longer, and nothing else. */
  keep(asked: Asked, answer: string): void;
}

/** Keeps nothing. */
export const noMemory: Memory = { recall: () => null, keep: () => {} };

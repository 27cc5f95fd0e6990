import { createHash } from "node:crypto";
import { once } from "../core/once.ts";
import type { Asked, Memory } from "../outside/memory.ts";

/** Characters of all answers together: those of a few states of a large stack. */
const room = 48 * 1024 * 1024;

/** Answers of this run alone. */
export interface SharedMemory {
  /** That of a state of the tree that later runs meet again: what they kept counts, and what is answered is kept. */
  readonly lasting: Memory;
  /** That of a state which is tried only once: what was kept counts, and nothing is. */
  readonly passing: Memory;
}

/** Answers are shared between the states of a tree that one run looks at, also where none are kept for later runs. */
export const shareMemory = (kept: Memory): SharedMemory => {
  const answers = new Map<string, string>();
  let left = room;
  const recall: Memory["recall"] = (asked) => answers.get(keyOf(asked)) ?? kept.recall(asked);
  const share: Memory["keep"] = (asked, answer) => {
    left -= answer.length;
    if (left >= 0) answers.set(keyOf(asked), answer);
  };
  return {
    lasting: {
      recall,
      keep(asked, answer) {
        share(asked, answer);
        kept.keep(asked, answer);
      },
    },
    passing: { recall, keep: share },
  };
};

/** Megabytes of schemas are among what is asked and then kept: they are gone through once. */
const keyOf = once((asked: Asked): string => {
  const hash = createHash("sha256");
  for (const part of asked) hash.update(`${Buffer.byteLength(part)}\n`).update(part);
  return hash.digest("base64");
});

import { createHash } from "node:crypto";
import type { Asked, Memory } from "./memory.ts";

/** Short answers to one question about many things, e.g. which objects a tool calls valid. */
export interface Facts {
  /** What was learned of exactly this, by this run or an earlier one; null where nothing was. */
  get(of: readonly string[]): string | null;
  learn(of: readonly string[], answer: string): void;
  /** Keeps what was asked for and learned in this run, and of what is older the newest. */
  save(): void;
}

/** Far more than the objects of a large stack on a few branches. */
const most = 20_000;

/** The facts that are kept together under `asked`, which names all that decides them beside the things themselves. */
export const openFacts = (memory: Memory, asked: Asked): Facts => {
  const facts = new Map<string, string>(entriesIn(memory.recall(asked)));
  let isNew = false;
  const use = (id: string, answer: string): void => {
    // The last in a map's order is the newest.
    facts.delete(id);
    facts.set(id, answer);
  };
  return {
    get(of) {
      const id = digest(of);
      const answer = facts.get(id);
      if (answer === undefined) return null;
      use(id, answer);
      return answer;
    },
    learn(of, answer) {
      use(digest(of), answer);
      isNew = true;
    },
    save() {
      if (isNew) memory.keep(asked, JSON.stringify([...facts].slice(-most)));
      isNew = false;
    },
  };
};

const digest = (parts: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest("base64");
};

const entriesIn = (kept: string | null): readonly (readonly [string, string])[] =>
  kept === null ? [] : (JSON.parse(kept) as [string, string][]);

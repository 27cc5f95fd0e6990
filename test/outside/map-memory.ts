import type { Memory } from "../../src/outside/memory.ts";

/** A memory of this process, and what is in it. */
export const mapMemory = (): Memory & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    recall: (asked) => kept.get(asked.join("\n")) ?? null,
    keep: (asked, answer) => void kept.set(asked.join("\n"), answer),
  };
};

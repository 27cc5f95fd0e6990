import { expect, test } from "vitest";
import { shareMemory } from "../../src/compare/shared-memory.ts";
import type { Asked, Memory } from "../../src/outside/memory.ts";

const keeping = (): Memory & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    recall: (asked) => kept.get(asked.join("\n")) ?? null,
    keep: (asked, answer) => void kept.set(asked.join("\n"), answer),
  };
};
const asked = (part: string): Asked => ["a question/1", part, Buffer.from("bytes")];

test("what was answered for one state is there for the others; only what is met again is kept for later runs", () => {
  const outer = keeping();
  const { lasting, passing } = shareMemory(outer);
  lasting.keep(asked("a"), "1");
  passing.keep(asked("b"), "2");
  expect([passing.recall(asked("a")), lasting.recall(asked("b")), passing.recall(asked("c"))]).toEqual([
    "1",
    "2",
    null,
  ]);
  expect([...outer.kept.values()]).toEqual(["1"]);
});

test("what earlier runs kept counts, and of answers no more is held than there is room for", () => {
  const outer = keeping();
  outer.keep(asked("a"), "kept");
  const { passing } = shareMemory(outer);
  expect(passing.recall(asked("a"))).toBe("kept");
  const large = "x".repeat(30 * 1024 * 1024);
  passing.keep(asked("b"), large);
  passing.keep(asked("c"), large);
  expect([passing.recall(asked("b")) === large, passing.recall(asked("c"))]).toEqual([true, null]);
});

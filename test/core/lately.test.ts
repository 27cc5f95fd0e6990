import { expect, test } from "vitest";
import { lately, nextRound, Recent } from "../../src/core/lately.ts";

test("what was made in this round or in the one before is not made again, what is older is", () => {
  const made: string[] = [];
  const upper = lately(
    (text: string) => {
      made.push(text);
      return text.toUpperCase();
    },
    (text) => text,
  );
  expect([upper("a"), upper("a"), upper("b")]).toEqual(["A", "A", "B"]);
  nextRound();
  expect(upper("a")).toBe("A");
  expect(made).toEqual(["a", "b"]);
  nextRound();
  // Only `a` was asked for in the round before.
  expect([upper("a"), upper("b")]).toEqual(["A", "B"]);
  expect(made).toEqual(["a", "b", "b"]);
});

test("the key alone decides", () => {
  const make = lately(
    (text: string, more: { readonly of: string }) => ({ said: `${text} ${more.of}` }),
    (text, { of }) => `${text}\n${of}`,
  );
  expect(make("a", { of: "b" })).toBe(make("a", { of: "b" }));
  expect(make("a", { of: "c" })).toEqual({ said: "a c" });
});

test("an answer is there for two rounds after it was asked for last", () => {
  const recent = new Recent<string>();
  recent.set("question", "answer");
  nextRound();
  expect(recent.get("question")).toBe("answer");
  nextRound();
  nextRound();
  expect(recent.get("question")).toBeUndefined();
});

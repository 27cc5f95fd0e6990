import { expect, test } from "vitest";
import { noMemory } from "../../src/outside/memory.ts";
import { rememberedValue } from "../../src/outside/remembered-value.ts";
import { mapMemory } from "./map-memory.ts";

const notMade = (): never => {
  throw new Error("it was made again");
};

test("what was made of exactly this is not made again", () => {
  const memory = mapMemory();
  const made = [{ __proto__x: [1, null, true, "\u2028"] }, []];
  expect(rememberedValue(["lists/1", "a"], () => made, memory)).toBe(made);
  expect(rememberedValue(["lists/1", "a"], notMade, memory)).toEqual(made);
  expect(() => rememberedValue(["lists/1", "b"], notMade, memory)).toThrow("it was made again");
});

test.each([
  ["a negative zero", [-0]],
  ["what is no number", [Number.NaN]],
  ["a date", [new Date(0)]],
  ["a hole", [undefined]],
])("%s, which JSON would give back as something else, is made each time", (_, value) => {
  const memory = mapMemory();
  expect(rememberedValue(["lists/1"], () => value, memory)).toBe(value);
  expect(memory.kept.size).toBe(0);
});

test("where nothing is kept nothing is written as JSON", () => {
  const value = { toJSON: notMade };
  expect(rememberedValue(["lists/1"], () => value, noMemory)).toBe(value);
});

test.each([
  [
    "what names the same list over and over",
    Array.from({ length: 12 }).reduce<object>((inner) => Array(9).fill(inner), []),
  ],
  ["a large value", Array.from({ length: 600_000 }, () => 1)],
  ["what is nested deeply", Array.from({ length: 10_000 }).reduce<object>((inner) => [inner], [])],
])("%s is not written as JSON", (_, value) => {
  const memory = mapMemory();
  expect(rememberedValue(["lists/1"], () => value, memory)).toBe(value);
  expect(memory.kept.size).toBe(0);
});

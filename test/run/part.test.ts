import { describe, expect, test } from "vitest";
import { partSeed, partVariable, readTestOptions } from "../../scripts/test-options.ts";
import { part } from "./part.ts";

const cases = ["a", "b", "c", "d", "e"];

describe("a long table", () => {
  test("runs whole without a seed", () => {
    expect(part(cases, 3, partSeed({}))).toEqual(cases);
  });

  test("runs in part by a seed, and all of it by so many seeds as it has shares", () => {
    const seed = partSeed({ [partVariable]: "17" });
    expect(part(cases, 3, seed)).toEqual(["c"]);
    expect([0, 1, 2].flatMap((one) => part(cases, 3, one)).toSorted()).toEqual(cases);
  });
});

describe("npm test", () => {
  test.each([
    ["of everything is in part, by chance", [], { seed: 5, rest: [] }],
    ["of a file is whole", ["test/a.test.ts", "-t", "b"], { seed: null, rest: ["test/a.test.ts", "-t", "b"] }],
    ["--whole is whole", ["--whole"], { seed: null, rest: [] }],
    ["--seed runs the same cases again", ["--seed", "17"], { seed: 17, rest: [] }],
    ["--seed with a file", ["test/a.test.ts", "--seed", "0"], { seed: 0, rest: ["test/a.test.ts"] }],
  ] as const)("%s", (_, args, options) => {
    expect(readTestOptions(args, 5)).toEqual(options);
  });

  test.each([[["--seed"]], [["--seed", "x"]], [["--seed", "-1"]]])("%j is refused", (args) => {
    expect(() => readTestOptions(args, 5)).toThrow("--seed wants a whole number");
  });
});

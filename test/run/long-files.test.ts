import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { leftOut, longFiles, slowFiles } from "./long-files.ts";
import { longFirst } from "./long-first.ts";

test("each long file is there, so that none is left out for its old name", () => {
  expect([...longFiles, ...slowFiles].filter((file) => !existsSync(file))).toEqual([]);
});

test("those that take long come first, and the order stays else", () => {
  const files = ["test/a.test.ts", "test/lock/lock.test.ts", "test/b.test.ts", "test/cli/cli.test.ts"];
  const sorted = longFirst(
    files.map((file) => ({ moduleId: `/repository/${file}` })),
    "/repository",
  );
  expect(sorted.map(({ moduleId }) => moduleId.slice("/repository/".length))).toEqual([
    "test/lock/lock.test.ts",
    "test/cli/cli.test.ts",
    "test/a.test.ts",
    "test/b.test.ts",
  ]);
});

test("what one seed leaves out the next one runs, and without a seed all run", () => {
  expect([...leftOut(7), ...leftOut(8)].sort()).toEqual(longFiles);
  expect(leftOut(null)).toEqual([]);
});

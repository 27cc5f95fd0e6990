import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { leftOut, longFiles } from "./long-files.ts";

test("each long file is there, so that none is left out for its old name", () => {
  expect(longFiles.filter((file) => !existsSync(file))).toEqual([]);
});

test("what one seed leaves out the next one runs, and without a seed all run", () => {
  expect([...leftOut(7), ...leftOut(8)].sort()).toEqual(longFiles);
  expect(leftOut(null)).toEqual([]);
});

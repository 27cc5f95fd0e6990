import { createTwoFilesPatch } from "diff";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineHunks } from "../../src/text/line-hunks.ts";
import { patchLines } from "../../src/text/patch-lines.ts";
import { linesOfHunks } from "./lines-of-hunks.ts";

test("the hunks that GitHub gives of a file", () => {
  const patch = [
    "@@ -1,4 +1,5 @@ apiVersion: v1",
    " one",
    "-two",
    "+Two",
    "+2",
    " three",
    " four",
    "@@ -10,3 +11,2 @@",
    " ten",
    "-eleven",
    " twelve",
    "\\ No newline at end of file",
  ].join("\n");
  expect(patchLines(patch)).toEqual({ written: [{ first: 2, last: 3 }], removedBehind: [11] });
});

test("a file of which nothing is left, and texts that are no patch", () => {
  expect(patchLines("@@ -1,2 +0,0 @@\n-a\n-b")).toEqual({ written: [], removedBehind: [0] });
  expect(patchLines("")).toEqual({ written: [], removedBehind: [] });
  expect(patchLines("+a\n-b\n@@ nonsense @@\n+c")).toEqual({ written: [], removedBehind: [] });
});

const text = fc.array(fc.constantFrom("a", "b", "+", "-x", "@@"), { maxLength: 12 }).map((lines) => lines.join("\n"));

test("they are the lines that the two texts differ in", () => {
  fc.assert(
    fc.property(text, text, fc.nat(4), (before, after, context) => {
      const patch = createTwoFilesPatch("a", "b", before, after, "", "", { context });
      expect(patchLines(patch)).toEqual(linesOfHunks(lineHunks(before, after)));
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type FileChange, filesAt, partsOf, stepsIn } from "../../src/compare/change-steps.ts";

const text = fc.array(fc.constantFrom("a\n", "b\n", "\n", "c\r\n"), { maxLength: 10 }).map((lines) => lines.join(""));
const change = fc
  .record({ before: fc.option(text), after: fc.option(text) })
  .filter(({ before, after }) => before !== after)
  .map((one) => ({ ...one, patch: null }));
const changes = fc
  .array(change, { maxLength: 4 })
  .map((all) => all.map((one, n): FileChange => ({ ...one, file: `${n}` })));

test("without any part the files are as they were, with all of them as they are", () => {
  fc.assert(
    fc.property(changes, (all) => {
      const parts = partsOf(all);
      expect(filesAt(all, parts, 0)).toEqual(new Map(all.map(({ file, before }) => [file, before])));
      expect(filesAt(all, parts, parts.length)).toEqual(new Map(all.map(({ file, after }) => [file, after])));
    }),
  );
});

test("the last step of a part is the part", () => {
  fc.assert(
    fc.property(changes, (all) => {
      const parts = partsOf(all);
      for (const [index, part] of parts.entries())
        expect(filesAt(all, parts, index, stepsIn(part))).toEqual(filesAt(all, parts, index + 1));
    }),
  );
});

test("a part is made line by line; lines that are only taken out go at once", () => {
  const all = [{ file: "a", before: "1\n2\n3\n", after: "one\ntwo\nthree\nfour\n", patch: null }];
  const parts = partsOf(all);
  const states = Array.from({ length: 5 }, (_, steps) => filesAt(all, parts, 0, steps).get("a"));
  expect(states).toEqual(["1\n2\n3\n", "one\n2\n3\n", "one\ntwo\n3\n", "one\ntwo\nthree\n", "one\ntwo\nthree\nfour\n"]);
  const less = [{ file: "a", before: "1\n2\n3\n4\n", after: "one\n", patch: null }];
  expect(stepsIn(partsOf(less)[0] as never)).toBe(2);
  expect(filesAt(less, partsOf(less), 0, 1).get("a")).toBe("one\n2\n3\n4\n");
});

test("what comes is there before it is named, and what goes is named no more before it is gone", () => {
  const all: FileChange[] = [
    { file: "gone", before: "x\n", after: null, patch: null },
    { file: "names", before: "gone\n", after: "new\n", patch: null },
    { file: "new", before: null, after: "y\n", patch: null },
  ];
  expect(partsOf(all).map(({ file }) => file)).toEqual(["new", "names", "gone"]);
});

test("the lines are those of git's patch where it is of these texts, else our own", () => {
  const [before, after] = ["a\nx\nb\n", "a\nx\ny\nx\nb\n"];
  const at = (patch: string | null) => partsOf([{ file: "f", before, after, patch }])[0]?.hunk.newStart;
  expect(at("@@ -2,0 +3,2 @@\n+y\n+x")).toBe(3);
  expect(at("@@ -1,0 +2,2 @@\n+x\n+y")).toBe(2);
  expect(at("@@ -1,0 +1,2 @@\n+lies\n+more")).toBe(at(null));
});

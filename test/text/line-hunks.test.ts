import fc from "fast-check";
import { expect, test } from "vitest";
import { type Hunk, keptLines, lineHunks } from "../../src/text/line-hunks.ts";
import { linesOfHunks } from "./lines-of-hunks.ts";

const changed = (before: string, after: string) => linesOfHunks(lineHunks(before, after));

test("a line that was written anew, one that is new, and the line behind which one was taken out", () => {
  expect(changed("a\nb\nc\n", "a\nB\nc\n")).toEqual({ written: [{ first: 2, last: 2 }], removedBehind: [] });
  expect(changed("a\nc\n", "a\nb1\nb2\nc\n")).toEqual({ written: [{ first: 2, last: 3 }], removedBehind: [] });
  expect(changed("a\nb\nc\n", "a\nc\n")).toEqual({ written: [], removedBehind: [1] });
  expect(changed("a\nb\n", "b\n")).toEqual({ written: [], removedBehind: [0] });
  expect(changed("a\n", "a\n")).toEqual({ written: [], removedBehind: [] });
});

test("a file that is new, one that is empty now, and a last line without its end", () => {
  expect(changed("", "a\nb\n")).toEqual({ written: [{ first: 1, last: 2 }], removedBehind: [] });
  expect(changed("a\n", "")).toEqual({ written: [], removedBehind: [0] });
  expect(changed("a\nb", "a\nb\n")).toEqual({ written: [{ first: 2, last: 2 }], removedBehind: [] });
});

const withHunks = (before: string, hunks: readonly Hunk[]): string => {
  const old = keptLines(before);
  let at = 0;
  const parts = hunks.map(({ oldStart, before: gone, after }) => {
    const same = old.slice(at, oldStart - 1);
    at = oldStart - 1 + gone.length;
    return [...same, ...after].join("");
  });
  return [...parts, ...old.slice(at)].join("");
};

const text = fc.array(fc.constantFrom("a", "b", "", "c\r"), { maxLength: 12 }).map((lines) => lines.join("\n"));

test("the hunks make the new text of the old one, and the old one of the new", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const hunks = lineHunks(before, after);
      expect(withHunks(before, hunks)).toBe(after);
      const back = hunks.map((hunk) => ({
        ...{ oldStart: hunk.newStart, newStart: hunk.oldStart, before: hunk.after, after: hunk.before },
      }));
      expect(withHunks(after, back)).toBe(before);
    }),
  );
});

test("texts that have next to nothing in common are one hunk between what they begin and end with", () => {
  const lines = (name: string) => Array.from({ length: 3000 }, (_, n) => `${name}${n}\n`).join("");
  const hunks = lineHunks(`first\n${lines("a")}last\n`, `first\n${lines("b")}last\n`);
  expect(linesOfHunks(hunks)).toEqual({ written: [{ first: 2, last: 3001 }], removedBehind: [] });
});

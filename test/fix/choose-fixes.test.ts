import { describe, expect, test } from "vitest";
import type { Edit, Finding } from "../../src/core/finding.ts";
import { chooseFixes } from "../../src/fix/choose-fixes.ts";

const finding = (message: string, ...edits: readonly Edit[]): Finding => ({
  check: "some-check",
  severity: "error",
  message,
  help: "https://example.org",
  fix: { description: "Do it", edits },
});
const edit = (file: string, startLine: number, text: string): Edit => ({ file, startLine, endLine: startLine, text });
const texts = new Map([
  ["a", "1\n2\n3\n"],
  ["b", "1\n"],
]);
const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message);

describe("which repairs are made at once", () => {
  test("all that do not get into each other's way, and those that want the same", () => {
    const { fixed, edits, left } = chooseFixes(
      [
        finding("one", edit("a", 1, "x")),
        finding("two", edit("a", 2, "y"), edit("b", 1, "z")),
        finding("alike", edit("a", 1, "x")),
      ],
      texts,
    );
    expect(messages(fixed)).toEqual(["one", "two", "alike"]);
    expect([...edits.keys()]).toEqual(["a", "b"]);
    expect(left).toEqual([]);
  });

  test("the first in their order; a later one that wants its line is left as a whole, and says why", () => {
    const { fixed, edits, left } = chooseFixes(
      [finding("first", edit("a", 2, "x")), finding("second", edit("b", 1, "z"), edit("a", 2, "y"))],
      texts,
    );
    expect(messages(fixed)).toEqual(["first"]);
    expect([...edits.keys()]).toEqual(["a"]);
    expect(left.map(({ because }) => because)).toEqual(["another repair changes line 2 of a"]);
  });

  test("what cannot be: a repair against itself, a line that is gone, a file that is not ours", () => {
    const { fixed, left } = chooseFixes(
      [
        finding("itself", edit("a", 1, "x"), edit("a", 1, "y")),
        finding("gone", edit("b", 2, "x")),
        finding("not ours", edit("c", 1, "x")),
        finding("nothing to do"),
      ],
      texts,
    );
    expect(fixed).toEqual([]);
    expect(left.map(({ because }) => because)).toEqual([
      "another repair changes line 1 of a",
      "b has no line 2 any more",
      "c cannot be written",
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/core/finding.ts";
import { applyEdits, collide, lineCount } from "../../src/fix/apply-edits.ts";

const edit = (startLine: number, text: string, endLine = startLine): Edit => ({
  file: "a.yaml",
  startLine,
  endLine,
  text,
});

describe("edits of a text", () => {
  test.for<[string, string, Edit[], string]>([
    ["one line", "a\nb\nc\n", [edit(2, "B")], "a\nB\nc\n"],
    ["several lines for one", "a\nb\nc\n", [edit(2, "b\nb2")], "a\nb\nb2\nc\n"],
    ["one line for several", "a\nb\nc\nd\n", [edit(2, "x", 3)], "a\nx\nd\n"],
    ["in any order, by the lines as they were", "a\nb\nc\n", [edit(3, "C"), edit(1, "a\na2")], "a\na2\nb\nC\n"],
    ["what two want alike, once", "a\nb\n", [edit(1, "a\nnew"), edit(1, "a\nnew")], "a\nnew\nb\n"],
    ["Windows' line breaks", "a\r\nb\r\n", [edit(1, "a\nnew")], "a\r\nnew\r\nb\r\n"],
    ["carriage returns in the edit itself", "a\r\nb\r\n", [edit(1, "a\r\nnew\r")], "a\r\nnew\r\nb\r\n"],
    ["a carriage return alone, which ends no line", "a\rb\nc\n", [edit(2, "C")], "a\rb\nC\n"],
    ["mixed line breaks: those of the replaced line", "a\nb\r\nc\n", [edit(2, "b\nnew")], "a\nb\r\nnew\r\nc\n"],
    ["a last line without a line break", "a\r\nb", [edit(2, "b\nnew")], "a\r\nb\r\nnew"],
    ["a text of one line", "a", [edit(1, "b\nc")], "b\nc"],
    ["a byte-order mark", "\uFEFFa\nb\n", [edit(1, "A")], "\uFEFFA\nb\n"],
    ["an empty line", "a\n\nc\n", [edit(2, "b")], "a\nb\nc\n"],
    ["nothing", "a\r\n\r\nb", [], "a\r\n\r\nb"],
  ])("%s", ([, text, edits, wanted]) => {
    expect(applyEdits(text, edits)).toBe(wanted);
  });

  test("two that want the same line, and a line that is not there, are refused", () => {
    expect(() => applyEdits("a\nb\n", [edit(1, "x", 2), edit(2, "y")])).toThrow("Two edits of a.yaml, line 2");
    expect(() => applyEdits("a\nb\n", [edit(3, "x")])).toThrow("a.yaml has no line 3");
  });

  test("every other line stays as it was, whatever its line break", () => {
    const line = fc.tuple(fc.stringMatching(/^[a-z ]{0,5}$/), fc.constantFrom("\n", "\r\n"));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), fc.boolean(), (lines, at, final) => {
        const pieces = lines.map(([text, end], index) => text + (final || index < lines.length - 1 ? end : "."));
        const number = (at % pieces.length) + 1;
        const done = applyEdits(pieces.join(""), [edit(number, "new")]);
        expect(done.startsWith(pieces.slice(0, number - 1).join(""))).toBe(true);
        expect(done.endsWith(pieces.slice(number).join(""))).toBe(true);
        expect(lineCount(done)).toBe(pieces.length);
        expect(applyEdits(done, [edit(number, "new")])).toBe(done);
      }),
    );
  });

  test("edits collide in one file, where they overlap and differ", () => {
    expect(collide(edit(1, "x", 3), edit(3, "y", 4))).toBe(true);
    expect(collide(edit(1, "x", 2), edit(3, "y"))).toBe(false);
    expect(collide(edit(1, "x"), edit(1, "x"))).toBe(false);
    expect(collide(edit(1, "x"), { ...edit(1, "y"), file: "b.yaml" })).toBe(false);
  });
});

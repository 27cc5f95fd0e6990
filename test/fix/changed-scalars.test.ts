import { expect, test } from "vitest";
import { changedScalars } from "../../src/fix/changed-scalars.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";

const changed = (text: string, line: number, put: string) =>
  changedScalars(parseYaml(text, "a.yaml"), [{ file: "a.yaml", startLine: line, endLine: line, text: put }]);

test("what an anchor names changes wherever its alias stands", () => {
  expect(changed("a: &n x\nb: *n\n", 1, "a: &n y")).toEqual([
    { pointer: "/0/a", before: "x", after: "y" },
    { pointer: "/0/b", before: "x", after: "y" },
  ]);
});

test("a map that is new is what it holds", () => {
  expect(changed("a: 1\n---\nb: {}\n", 3, "b: {c: [1, {d: 2}]}")).toEqual([
    { pointer: "/1/b/c/0", before: undefined, after: 1 },
    { pointer: "/1/b/c/1/d", before: undefined, after: 2 },
  ]);
  expect(changed("a: x\n", 1, "a: {b: x}")).toEqual([{ pointer: "/0/a", before: "x", after: { b: "x" } }]);
  expect(changed("a: [1, 2]\n", 1, "a: [1]")).toEqual([{ pointer: "/0/a/1", before: 2, after: undefined }]);
  expect(changed("a: 1\n", 1, "a:   1")).toEqual([]);
});

test("a file that would not be read, or is large, is not told", () => {
  expect(changed("a: 1\n", 1, "a: [")).toBeNull();
  expect(changed(`a: 1\n# ${"x".repeat(200_000)}\n`, 1, "a: 2")).toBeNull();
});

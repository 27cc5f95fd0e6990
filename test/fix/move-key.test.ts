import { expect, test } from "vitest";
import { applyEdits } from "../../src/fix/apply-edits.ts";
import { moveKey } from "../../src/fix/move-key.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";

const moved = (text: string, from: string, to: string): string | null => {
  const edit = moveKey(parseYaml(text, "values.yaml", "helm"), from.split("."), to.split("."));
  return edit === null ? null : applyEdits(text, [edit]);
};

test.for<[string, string, string, string, string]>([
  ["outward", "a:\n  b:\n    c: 1\n    d:\n      e: 2\n", "a.b.d", "a.d", "a:\n  d:\n    e: 2\n  b:\n    c: 1\n"],
  ["inward", "a:\n  c: 1\n  b:\n    d: 2\n", "a.c", "a.b.c", "a:\n  b:\n    c: 1\n    d: 2\n"],
  ["to a map that is not there", "a:\n  c: 1\n  b: 2\nz: 1\n", "a.c", "k.c", "a:\n  b: 2\nk:\n  c: 1\nz: 1\n"],
  ["out of a map that is empty then", "a:\n  # why\n  c: 1\n", "a.c", "k.m.c", "k:\n  m:\n    # why\n    c: 1\n"],
  ["out of an empty map, into the one above", "a:\n  b:\n    c: 1\n", "a.b.c", "a.c", "a:\n  c: 1\n"],
  ["to a map further up", "m:\n  x: 1\na:\n  b: 1\n  c: 2\n", "a.c", "m.c", "m:\n  c: 2\n  x: 1\na:\n  b: 1\n"],
  ["to a map further down", "a:\n  c: 2\n  b: 1\nm:\n  x: 1\n", "a.c", "m.c", "a:\n  b: 1\nm:\n  c: 2\n  x: 1\n"],
  ["a block of text", "a:\n    c: |\n      x\n\n       y\n    b: 1\n", "a.c", "c", "a:\n    b: 1\nc: |\n  x\n\n   y\n"],
  ["a list as far in as its key", "a:\n  c:\n  - 1\n  b: 1\n", "a.c", "k.c", "a:\n  b: 1\nk:\n  c:\n  - 1\n"],
])("a key moves %s", ([, text, from, to, wanted]) => {
  expect(moved(text, from, to)).toBe(wanted);
});

test.for<[string, string, string, string]>([
  ["in flow style", "a: { c: 1, b: 2 }\n", "a.c", "c"],
  ["to where something stands", "a:\n  c: 1\nc: 2\n", "a.c", "c"],
  ["before its anchor", "m:\n  x: 1\na:\n  b: &b 1\n  c: *b\n", "a.c", "m.c"],
  ["that is not there", "a:\n  b: 1\n", "a.c", "c"],
  ["to a name that helm reads as false", "a:\n  c: 1\n  b: 2\n", "a.c", "n.c"],
  ["into a map in flow style", "m: { x: 1 }\na:\n  c: 1\n  b: 1\n", "a.c", "m.c"],
])("no key moves %s", ([, text, from, to]) => {
  expect(moved(text, from, to)).toBeNull();
});

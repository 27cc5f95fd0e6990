import { expect, test } from "vitest";
import { accepts, statedValues } from "../../src/promql/matcher.ts";
import { unquote } from "../../src/promql/unquote.ts";

test.each([
  ["=", "a", "a", true],
  ["=", "a", "ab", false],
  ["=", "", "", true],
  ["!=", "a", "", true],
  ["=~", "a|b", "b", true],
  ["=~", "a|b", "ab", false],
  ["=~", "a.*", "abc", true],
  ["=~", ".*", "", true],
  ["=~", ".+", "", false],
  ["=~", "a.c", "a\nc", true],
  ["=~", "", "", true],
  ["!~", "a.*", "abc", false],
  ["!~", "a.*", "", true],
  ["=~", "(", "(", null],
  ["=~", "a(?!b)", "ac", null],
] as const)("%s %j on %j is %s", (op, value, label, expected) => {
  expect(accepts({ op, value }, label)).toBe(expected);
});

test("values that a matcher states", () => {
  expect(statedValues({ op: "=", value: "x" })).toEqual(["x"]);
  expect(statedValues({ op: "=~", value: "a|b-c" })).toEqual(["a", "b-c"]);
  expect(statedValues({ op: "=~", value: "a.*" })).toBeNull();
  expect(statedValues({ op: "!=", value: "a" })).toBeNull();
});

test.each([
  ['"a"', "a"],
  ["'a'", "a"],
  ['`a\\n"`', 'a\\n"'],
  ['"a\\n\\t\\\\\\""', 'a\n\t\\"'],
  ["'it\\'s'", "it's"],
  ['"\\x41\\101\\u0041\\U00000041"', "AAAA"],
  ['"\\xf0\\x9f\\x99\\x82"', "🙂"],
  ['"🙂é"', "🙂é"],
  ['"a', null],
  ['"', null],
  ['"\\w"', null],
  ['"\\\'"', null],
  ['"\\xf0\\x9f"', null],
  ['"\\ud800"', null],
  ['"a"b"', null],
  ["a", null],
  ['"a\nb"', null],
])("unquote(%s)", (literal, expected) => {
  expect(unquote(literal)).toBe(expected);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/kubernetes/manifest.ts";
import { canonicalJson } from "../../../src/plan/hidden/canonical-json.ts";

describe("canonical JSON", () => {
  it.each<[string, Json, string]>([
    [
      "keys by code unit, not by alphabet or code point",
      { "\ufb33": 1, "😀": 2, a: 3, B: 4 },
      '{"B":4,"a":3,"😀":2,"\ufb33":1}',
    ],
    ["keys that look like numbers", { "10": 1, "9": 2 }, '{"10":1,"9":2}'],
    ["numbers as ECMAScript", [1.0, -0, 1e21, 0.000001, 0.1 + 0.2], "[1,0,1e+21,0.000001,0.30000000000000004]"],
    ["as few escapes as there can be", ['€$\u000f\nA\'B"\\"/'], '["€$\\u000f\\nA\'B\\"\\\\\\"/"]'],
    ["what is not there", { a: undefined, b: null }, '{"b":null}'],
    ["a key that is called like the prototype", JSON.parse('{"__proto__":{"x":1}}'), '{"__proto__":{"x":1}}'],
    ["half a character", { "\ud800": "a\udc00" }, '{"\ufffd":"a\ufffd"}'],
    ["half a character beside what is not there", ["\ud800", { a: undefined }, true], '["\ufffd",{},true]'],
    ["no number", [Number.NaN, Number.POSITIVE_INFINITY], "[null,null]"],
  ])("writes %s", (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it("is one text of one value, which reads as the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Json);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });

  it("takes what is nested more deeply than there is stack", () => {
    const text = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/kubernetes/manifest.ts";
import { kustomizeJson, tooMuchToWrite } from "../../../src/stack/kustomize/kustomize-json.ts";
import { isPlainPath, isRemote } from "../../../src/stack/kustomize/remote-reference.ts";

test("it is the same value, without a character that one parser takes for a line break or refuses", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = kustomizeJson(value as Json);
      expect(text).toBe(text.replaceAll(/[^\x20-\x7e\u{10000}-\u{10ffff}]/gu, ""));
      expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value));
    }),
    { numRuns: 500 },
  );
});

test("an edit changes its own place only, though aliases share the value", () => {
  const shared = ["a.yaml", "b.yaml"];
  const value = { resources: shared, generators: shared };
  expect(JSON.parse(kustomizeJson(value, [{ path: ["generators", 1], text: "{}" }]))).toEqual({
    resources: ["a.yaml", "b.yaml"],
    generators: ["a.yaml", "{}"],
  });
  expect(value.generators[1]).toBe("b.yaml");
});

describe("what is too much to write is found without writing it", () => {
  const list = (length: number, item: Json): Json => Array<Json>(length).fill(item);
  test.each<[string, Json, RegExp | null]>([
    ["a large text behind many aliases", list(1000, "x".repeat(1_000_000)), /too large/],
    ["lists of lists of lists", list(1000, list(1000, list(1000, list(1000, 1)))), /too large/],
    ["one list of numbers", list(1_000_000, 1), /too large/],
    ["a real one, however large", { resources: list(5000, "a-rather-long-name-of-a-file.yaml") }, null],
  ])("%s", (_, value, told) => {
    const why = tooMuchToWrite(value);
    if (told === null) expect(why).toBeNull();
    else expect(why).toMatch(told);
  });

  test("deep nesting", () => {
    let deep: Json = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(tooMuchToWrite(deep)).toMatch(/too deeply/);
  });
});

test("a plain path is never an address", () => {
  const piece = fc.constantFrom(
    "git",
    "::",
    "http",
    ":",
    "//",
    "/",
    "@",
    "github.com",
    "gİthub.com",
    "a",
    ".",
    "..",
    "?",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join("");
      if (isPlainPath(text)) expect(isRemote(text)).toBe(false);
      expect(isPlainPath(text) && /^[^/]*[:@]|[\n\u2028]/.test(text)).toBe(false);
    }),
    { numRuns: 2000 },
  );
  for (const text of ["a.yaml", "../x/y.yaml", "my file.yaml", "deep/in/k=v"])
    expect(isPlainPath(text), text).toBe(true);
});

import { describe, expect, test } from "vitest";
import { readChartIgnore } from "../../../src/machine/chart/chart-ignore.ts";

const ignored = (rules: string, path: string, isFolder = false): boolean => {
  const read = readChartIgnore(rules);
  if (typeof read !== "function") throw new Error(`refused: ${read.refused}`);
  return read(path, isFolder);
};

describe(".helmignore", () => {
  test.each([
    ["*.bak", "a.bak", true],
    ["*.bak", "deep/a.bak", true],
    ["*.bak", "a.bakery", false],
    ["# *.bak", "a.bak", false],
    ["/a.txt", "a.txt", true],
    ["/a.txt", "b/a.txt", false],
    ["b/*.txt", "b/a.txt", true],
    ["b/*.txt", "b/c/a.txt", false],
    ["b/*", "b/c", true],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["[a-c]x", "bx", true],
    ["[^a-c]x", "bx", false],
    ["[\\]]x", "]x", true],
    ["\\*", "*", true],
    ["\\*", "a", false],
    ["*a*b", "xaybzb", true],
    ["*a*b", "xayc", false],
    ["é*", "école", true],
    ["", "templates/.hidden", true],
    ["", "templates/a.yaml", false],
    ["", "charts/x/templates/.hidden", false],
    // What is not matched is left out: so helm reads it.
    ["!keep.txt", "other.txt", true],
    ["!keep.txt", "keep.txt", false],
    ["\uFEFFa", "a", true],
    ["?\\/", "a", false],
  ])("%j on %s: %s", (rules, path, expected) => {
    expect(ignored(rules, path)).toBe(expected);
  });

  test("a rule with a slash at its end is for folders", () => {
    expect(ignored("ci/", "ci", true)).toBe(true);
    expect(ignored("ci/", "ci")).toBe(false);
    expect(ignored("!ci/", "ci")).toBe(true);
    expect(ignored("!ci/", "ci", true)).toBe(false);
  });

  test.each(["a/**/b", "[", "[]", "[a-", "a\\", "[z-]"])("%s is no rule for helm", (rule) => {
    expect(readChartIgnore(`a\n${rule}\n`)).toEqual({ refused: rule });
  });

  test("a rule full of stars ends", () => {
    const started = performance.now();
    expect(ignored(`${"*a".repeat(2000)}b`, "a".repeat(4000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

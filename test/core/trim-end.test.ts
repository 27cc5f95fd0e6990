import { expect, test } from "vitest";
import { trimEnd, withoutEndSlash } from "../../src/core/trim-end.ts";

test("characters go at the end only, and a run of them elsewhere costs nothing", () => {
  expect(trimEnd("//a//", "/")).toBe("//a");
  expect(trimEnd("a \t\n", " \t\n")).toBe("a");
  expect(trimEnd("///", "/")).toBe("");
  const started = performance.now();
  trimEnd(`${"/".repeat(1_000_000)}a`, "/");
  expect(performance.now() - started).toBeLessThan(1000);
});

test("the root keeps its slash", () => {
  expect(["/", "//", "/a/", "a//", ""].map(withoutEndSlash)).toEqual(["/", "/", "/a", "a", ""]);
});

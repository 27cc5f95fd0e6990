import { expect, test } from "vitest";
import { allowedRef } from "../../src/gate/allowed-ref.ts";

test.each([
  ["refs/heads/main", "main"],
  ["refs/heads/release/1.2", "release/*"],
  ["refs/heads/release/1.2/x", "release/**"],
  ["refs/tags/v1.2.3", "refs/tags/v*"],
  ["refs/tags/v1.2.3", "refs/tags/v*.*.*"],
  ["refs/heads/a+b", "a+b"],
])("%s may deploy by %s", (ref, pattern) => {
  expect(allowedRef(ref, ["other", pattern])).toBe(true);
});

test.each([
  ["refs/tags/main", "main"],
  ["refs/heads/main2", "main"],
  ["refs/heads/x/main", "main"],
  ["refs/heads/MAIN", "main"],
  ["refs/heads/release/1/2", "release/*"],
  ["refs/heads/v1", "refs/tags/v*"],
  ["refs/pull/7/merge", "*"],
  ["refs/pull/7/merge", "**"],
  ["main", "main"],
  ["", "**"],
  ["refs/heads/main\nx", "main"],
  ["refs/heads/mainx", "mai."],
  ["refs/heads/a", "(a|b)"],
  [`refs/heads/${"a".repeat(2000)}`, "**"],
])("%s may not by %s", (ref, pattern) => {
  expect(allowedRef(ref, [pattern])).toBe(false);
});

test("nothing may where no pattern is", () => {
  expect(allowedRef("refs/heads/main", [])).toBe(false);
});

test("stars that would take an engine that goes back for ever take no time", () => {
  const start = performance.now();
  expect(allowedRef(`refs/heads/${"a".repeat(900)}`, [`${"*a".repeat(100)}b`])).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});

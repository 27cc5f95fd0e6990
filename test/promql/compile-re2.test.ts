import { expect, test } from "vitest";
import { compileRe2 } from "../../src/promql/compile-re2.ts";

test.each(["a{1000}", "(a{30}){30}", "[a-z]+(?:foo|bar){2,5}", "\\{9999\\}", "(?:a|b){0,100}", "a{,5}", "x{2,}"])(
  "compiles %s",
  (pattern) => {
    expect(compileRe2(`^(?s:${pattern})$`).matches("nothing")).toBe(false);
  },
);

test.each(["((a{0,31}){0,31})".repeat(200), "(((.{10}){10}){10}){1}".repeat(40), "a|".repeat(50_000)])(
  "refuses what takes minutes: %#",
  (pattern) => {
    expect(() => compileRe2(pattern)).toThrow(/too large/);
  },
);

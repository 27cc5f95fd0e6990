import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { failureReasons } from "../../src/core/errors.ts";
import { failureSections } from "./failure-page.ts";

const root = resolve(import.meta.dirname, "../..");
const sources = globSync("src/**/*.ts", { cwd: root })
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n")
  .replaceAll("\\`", "`");

describe("docs/guides/when-a-run-fails.md", () => {
  test("has a section for each reason, in their order", () => {
    expect(failureSections.map(({ reason }) => reason)).toEqual([...failureReasons]);
  });

  test.each(failureSections)(
    "$reason: the message is as the program has it, and a test or a command that tries it is named",
    ({ reason, text, constantParts }) => {
      expect(reason === "findings" || constantParts.length > 0).toBe(true);
      expect(constantParts.filter((part) => !sources.includes(part))).toEqual([]);
      expect(text).toMatch(/\nTried by `(?:test\/|npm run )/);
    },
  );
});

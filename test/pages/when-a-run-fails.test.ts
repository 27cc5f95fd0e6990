import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { failureReasons } from "../../src/core/errors.ts";

const root = resolve(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/guides/when-a-run-fails.md"), "utf8");
const sections = page.split(/^## /m).slice(1);
const titleOf = (section: string): string => section.slice(0, section.indexOf("\n"));

const sources = globSync("src/**/*.ts", { cwd: root })
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n")
  .replaceAll("\\`", "`");

/** What of a message is the same in every run, without what stands in `<…>`. */
const constantParts = (section: string): readonly string[] => {
  const [, message = ""] = /^```text\n([\s\S]*?)^```$/m.exec(section) ?? [];
  return message
    .split(/<[^>]*>|\n/)
    .map((part) => part.replaceAll(/^[^\w`]+|[^\w`]+$/g, ""))
    .filter((part) => part.length > 3);
};

describe("docs/guides/when-a-run-fails.md", () => {
  test("has a section for each reason, in their order", () => {
    expect(sections.map(titleOf)).toEqual([...failureReasons]);
  });

  test.each(sections.map((section) => [titleOf(section), section] as const))(
    "%s: the message is as the program has it, and a test or a command that tries it is named",
    (reason, section) => {
      const parts = constantParts(section);
      expect(reason === "findings" || parts.length > 0).toBe(true);
      expect(parts.filter((part) => !sources.includes(part))).toEqual([]);
      expect(section).toMatch(/\nTried by `(?:test\/|npm run )/);
    },
  );
});

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const source = resolve(import.meta.dirname, "../../../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(join(source, file), "utf8") }));
/** Files that load others by this pattern as soon as they are loaded themselves: types are not. */
const loading = (from: string): readonly string[] => {
  const statement = new RegExp(`^(?:import|export) (?!type )[^;]*?from "${from}`, "m");
  return files.filter(({ text }) => statement.test(text)).map(({ file }) => file);
};

test("Octokit is loaded late: a run that asks GitHub nothing does not wait for it", () => {
  expect(loading("@(?:octokit/|actions/github)")).toEqual(["machine/github/octokit.ts"]);
  expect(loading('[^"]*/octokit\\.ts"')).toEqual([]);
  expect(loading('jose"')).toEqual([]);
  expect(loading('[^"]*/open-github\\.ts"').length).toBeGreaterThan(0);
});

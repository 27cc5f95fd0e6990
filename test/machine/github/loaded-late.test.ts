import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const source = resolve(import.meta.dirname, "../../../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(join(source, file), "utf8") }));

test("Octokit is loaded late: a run that asks GitHub nothing does not wait for it", () => {
  const octokit = files.filter(({ text }) => /from "@(?:octokit\/|actions\/github)/.test(text));
  expect(octokit.map(({ file }) => file)).toEqual(["machine/github/ask-changed-files.ts"]);
  expect(files.filter(({ text }) => /from "[^"]*\/ask-changed-files\.ts"/.test(text))).toEqual([]);
});

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusal } from "../../scripts/new-check/scaffold.ts";
import type { Check } from "../../src/checks/check.ts";
import { checks } from "../../src/checks/index.ts";
import { compare } from "../../src/core/finding.ts";
import { hopChecks } from "../../src/signal/path/hop-check.ts";
import { catalogueGaps } from "./catalogue.ts";

const root = resolve(import.meta.dirname, "../..");

describe("the catalogue of checks", () => {
  test("has every part of every check", () => {
    expect(catalogueGaps(root, checks)).toEqual([]);
  });

  test("has unique ids, in order", () => {
    const ids = checks.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort(compare));
  });
});

test("every check that a hop may name is in the catalogue", () => {
  const ids = checks.map(({ id }) => id);
  expect(hopChecks.filter((id) => !ids.includes(id))).toEqual([]);
});

describe("a scaffolded check", () => {
  const copy = mkdtempSync(join(tmpdir(), "new-check-"));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  const run = (file: string, ...args: readonly string[]) =>
    execFileSync(process.execPath, [file, ...args], { cwd: copy, encoding: "utf8", stdio: "pipe" });

  beforeAll(() => {
    for (const part of [
      "src",
      "scripts",
      "docs/checks",
      "docs/checks.md",
      "docs/command-line.md",
      "docs/precision.md",
      "docs/reference.md",
      "fixtures/checks",
      "action.yml",
      "README.md",
      ".gitignore",
    ])
      cpSync(join(root, part), join(copy, part), { recursive: true, verbatimSymlinks: true });
    for (const part of ["package.json", "tsconfig.json", "biome.json"]) cpSync(join(root, part), join(copy, part));
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    symlinkSync(join(root, "test"), join(copy, "test"));
    run("scripts/new-check.ts", "example-of-a-check");
  });

  test("has all its parts and lacks only what a person has to write", async () => {
    const index = (await import(join(copy, "src/checks/index.ts"))) as { readonly checks: readonly Check[] };
    expect(index.checks.map(({ id }) => id)).toContain("example-of-a-check");
    expect(catalogueGaps(copy, index.checks)).toEqual([
      "src/checks/example-of-a-check.ts has a TODO",
      "docs/checks/example-of-a-check.md has a TODO",
      "fixtures/checks/example-of-a-check/bad/_expect.txt has a TODO",
    ]);
  });

  test("has valid types, format and lint", () => {
    const config = { extends: "./tsconfig.json", include: ["src/checks"] };
    writeFileSync(join(copy, "tsconfig.checks.json"), JSON.stringify(config));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    expect(run(tsc, "-p", "tsconfig.checks.json")).toBe("");
    const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
    expect(() => run(biome, "check", "--error-on-warnings", "src/checks")).not.toThrow();
  });

  test("is refused where one of that name is there, and nothing is written", () => {
    const before = readFileSync(join(copy, "src/checks/index.ts"), "utf8");
    expect(() => run("scripts/new-check.ts", "example-of-a-check")).toThrow(
      "There is a check example-of-a-check already",
    );
    expect(readFileSync(join(copy, "src/checks/index.ts"), "utf8")).toBe(before);
  });
});

describe("an id", () => {
  test.each([undefined, "", "one", "Two-Words", "two_words", "-two-words", "two--words", "../two-words", "two words"])(
    "%j is refused",
    (id) => {
      expect(refusal(id, [], () => false)).not.toBeNull();
    },
  );

  test("whose page, file or fixtures are there already is refused by the name of that file", () => {
    expect(refusal("check-option", [], (file) => file === "src/checks/check-option.ts")).toBe(
      "src/checks/check-option.ts is there already",
    );
  });

  test("of a new check is taken", () => {
    expect(refusal("gpu-too-hot", checks, () => false)).toBeNull();
  });
});

import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { floors } from "../scripts/floors.ts";

const root = resolve(import.meta.dirname, "..");
const textOf = (page: string): string => readFileSync(join(root, page), "utf8");
const pages = globSync(["*.md", "docs/**/*.md"], { cwd: root }).sort();

/** A path of this repository; where a name is left open, as in `docs/checks/<id>.md`, the folder before it. */
const pathPattern = /(?<![\w./-])(?:src|test|scripts|docs|fixtures|tools|dist)\/[\w./-]*(?:[<{*])?/g;
const pathsIn = (text: string): readonly string[] =>
  (text.match(pathPattern) ?? []).map((path) =>
    /[<{*]$/.test(path) ? path.replace(/[^/]*$/, "") : path.replace(/[.-]+$/, ""),
  );

/** Targets of links within the repository, without `#…`. */
const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);

/** What the first five minutes make is not there before. */
const isOfOurs = (page: string): boolean =>
  /^docs\/(?:guides\/)?[^/]+$/.test(page) && page !== "docs/first-five-minutes.md";

describe("what the pages name", () => {
  test("are pages that we know", () => {
    expect(pages).toEqual(
      expect.arrayContaining(["CONTRIBUTING.md", "README.md", "SECURITY.md", "docs/architecture.md"]),
    );
    expect(pathsIn(textOf("docs/architecture.md")).length).toBeGreaterThan(20);
  });

  test.each(["README.md", "CONTRIBUTING.md", "SECURITY.md", ...pages.filter(isOfOurs)])(
    "in %s: every path is there",
    (page) => {
      expect(pathsIn(textOf(page)).filter((path) => !existsSync(join(root, path)))).toEqual([]);
    },
  );

  test("every link within the repository leads to a file", () => {
    const lost = pages.flatMap((page) =>
      linksIn(textOf(page))
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(lost).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  const text = textOf("docs/architecture.md");

  test("has the floors as they are", () => {
    const [, table = ""] = /\| Rooms \|.*\n\| --- .*\n((?:\|.*\n)+)/.exec(text) ?? [];
    const rows = table
      .trimEnd()
      .split("\n")
      .map((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, room]) => room));
    expect(rows).toEqual(floors);
  });

  test("names every package that the action depends on, and is short", () => {
    const { dependencies } = JSON.parse(textOf("package.json"));
    expect(Object.keys(dependencies).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    expect(text.trimEnd().split("\n").length).toBeLessThan(120);
  });
});

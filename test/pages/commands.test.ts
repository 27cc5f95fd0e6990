import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { initOptions, readRequest } from "../../src/cli/options.ts";
import { readInputs } from "../../src/inputs.ts";
import { commandsOf } from "./markdown.ts";

const root = resolve(import.meta.dirname, "../..");
const pages = globSync(["*.md", "docs/*.md", "docs/guides/*.md", ".github/*.md"], { cwd: root }).sort();
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};
/** Of npm itself. */
const npmCommands: readonly string[] = ["ci", "install", "pack", "sbom", "test", "version"];

interface Shown {
  readonly page: string;
  readonly line: string;
}

const shellLines: readonly Shown[] = pages.flatMap((page) =>
  commandsOf(readFileSync(join(root, page), "utf8")).map((line) => ({ page, line })),
);

/** Code within sentences. */
const spans: readonly Shown[] = pages.flatMap((page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/`([^`\n]+)`/g)].map(([, line = ""]) => ({ page, line })),
);

const all = [...shellLines, ...spans];

describe("commands that the pages show", () => {
  const own = all.filter(
    ({ line }) => /^prometheus-stack-action (?:check|init|doctor)\b/.test(line) && !/<|…/.test(line),
  );

  test.each(own.map(({ page, line }) => [line, page] as const))("%s (%s) has options that there are", (line) => {
    const [, ...args] = line.split(" > ")[0]?.split(/\s+/) ?? [];
    const request = readRequest(args);
    if (request.kind === "check" || request.kind === "doctor")
      readInputs((name) => new Map(Object.entries(request.inputs)).get(name) ?? "");
    if (request.kind === "init")
      expect(Object.keys(request.options).sort()).toEqual(initOptions.map(({ name }) => name).sort());
  });

  test("there are some, of each kind", () => {
    for (const command of ["check", "init", "doctor"])
      expect(own.some(({ line }) => line.includes(` ${command}`))).toBe(true);
  });

  test("of npm are scripts of this repository, or npm's own", () => {
    const unknown = all.flatMap(({ page, line }) =>
      [...line.matchAll(/\bnpm (?:run (?:-s |--silent )?)?([\w:-]+)/g)]
        .filter(([shown, name = ""]) => !(shown.startsWith("npm run") ? name in scripts : npmCommands.includes(name)))
        .map(([shown]) => `${page}: ${shown}`),
    );
    expect(unknown).toEqual([]);
  });

  test("of tests name files or folders of tests that are there", () => {
    const lost = all.flatMap(({ page, line }) =>
      [...line.matchAll(/(?<![\w./-])test\/[\w./-]*\w/g)]
        .filter(([path]) => !existsSync(join(root, path)))
        .map(([path]) => `${page}: ${path}`),
    );
    expect(lost).toEqual([]);
  });
});

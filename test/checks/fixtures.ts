import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Finding } from "../../src/core/finding.ts";

const root = resolve(import.meta.dirname, "../..");
const catalogue = join(root, "fixtures/checks");

/** The good stack that every fixture is a small change to. */
export const goodStack = join(root, "fixtures/prometheus-stack");

/** One fixture: the files that differ from the good stack, in a folder `fixtures/checks/<check>/<bad|good>[-…]`. */
export interface Fixture {
  /** `<check>/<case>`. */
  readonly name: string;
  readonly check: string;
  readonly folder: string;
}

export const fixtures: readonly Fixture[] = readdirSync(catalogue)
  .sort()
  .flatMap((check) =>
    readdirSync(join(catalogue, check))
      .sort()
      .map((name) => ({ name: `${check}/${name}`, check, folder: join(catalogue, check, name) })),
  );

/** What a fixture says about itself: `_removed.txt` and `_expect.txt` are no part of the tree. */
const isNote = (path: string): boolean => /\/_\w+\.txt$/.test(path);
const linesOf = (file: string): readonly string[] =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.trim() !== "")
    : [];

/**
 * Makes the stack of a fixture in `target`: the good stack, its own files over it, and less what `_removed.txt` lists.
 */
export const layOut = ({ folder }: Fixture, target: string): void => {
  mkdirSync(target, { recursive: true });
  cpSync(goodStack, target, { recursive: true, verbatimSymlinks: true });
  cpSync(folder, target, { recursive: true, verbatimSymlinks: true, filter: (source) => !isNote(source) });
  for (const file of linesOf(join(folder, "_removed.txt"))) rmSync(join(target, file));
};

/**
 * What a fixture expects, as `check file:line` relative to the stack: `# expect: <check>` on the offending line, and in
 * `_expect.txt` what stands where no comment can (JSON, a line that goes on, a file that cannot be read).
 */
export const expectedOf = ({ folder }: Fixture): readonly string[] => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    lstatSync(join(folder, file)).isFile(),
  );
  const comments = files.flatMap((file) =>
    readFileSync(join(folder, file), "utf8")
      .split("\n")
      .flatMap((line, index) => {
        const check = /# expect: ([a-z0-9-]+)$/.exec(line)?.[1];
        return check === undefined ? [] : [`${check} ${file}:${index + 1}`];
      }),
  );
  return [...comments, ...linesOf(join(folder, "_expect.txt"))].sort();
};

/** Findings in the form in which fixtures expect them: each place once. */
export const foundIn = (findings: readonly Finding[], stack: string): readonly string[] =>
  [...new Set(findings.map(({ check, at }) => `${check} ${at?.file.slice(stack.length + 1)}:${at?.line}`))].sort();

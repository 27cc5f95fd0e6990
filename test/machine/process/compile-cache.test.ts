import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { isPrivate } from "../../../src/machine/process/compile-cache.ts";

const work = realpathSync(mkdtempSync(join(tmpdir(), "prometheus-stack-compiled-")));
afterAll(() => rmSync(work, { recursive: true }));

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(work, "of-"));
  folder = join(parent, "compiled");
  mkdirSync(folder, { mode: 0o700 });
});

describe("a folder for what is run as it lies there", () => {
  test("is one that this user alone can enter", () => {
    expect(isPrivate(folder)).toBe(true);
    for (const mode of [0o755, 0o770, 0o701]) {
      chmodSync(folder, mode);
      expect(isPrivate(folder), mode.toString(8)).toBe(false);
    }
  });

  test("is no link", () => {
    symlinkSync(folder, join(parent, "link"));
    expect(isPrivate(join(parent, "link"))).toBe(false);
  });

  test("lies where nobody else can put another one in its place", () => {
    for (const mode of [0o777, 0o775]) {
      chmodSync(parent, mode);
      expect(isPrivate(folder), mode.toString(8)).toBe(false);
    }
    // As /tmp is: a name can be taken only by who has it.
    chmodSync(parent, 0o1777);
    expect(isPrivate(folder)).toBe(true);
  });

  test("lies in no checkout, which could have brought it", () => {
    mkdirSync(join(parent, ".git"));
    expect(isPrivate(folder)).toBe(false);
  });

  test.skipIf(process.getuid?.() !== 0)("is this user's own, and so is every folder on the way to it", () => {
    chownSync(folder, 4242, 4242);
    expect(isPrivate(folder)).toBe(false);
    chownSync(folder, 0, 0);
    chownSync(parent, 4242, 4242);
    expect(isPrivate(folder)).toBe(false);
  });
});

describe("what was compiled", () => {
  const keptIn = (cache: string): string =>
    execFileSync(
      process.execPath,
      [
        ...["--input-type=module", "-e"],
        `import module from "node:module";
         import { keepCompiled } from "${join(import.meta.dirname, "../../../src/machine/process/compile-cache.ts")}";
         keepCompiled(process.env);
         process.stdout.write(module.getCompileCacheDir() ?? "nowhere");`,
      ],
      { encoding: "utf8", env: { PATH: process.env["PATH"], RUNNER_TOOL_CACHE: cache } },
    );

  test("is kept in the runner's tool cache, in a folder of its own", () => {
    expect(keptIn(parent)).toMatch(new RegExp(`^${parent}/prometheus-stack-action/compiled/`));
  });

  test("is kept nowhere where others may write to the tool cache, and the run goes on", () => {
    chmodSync(parent, 0o777);
    expect(keptIn(parent)).toBe("nowhere");
    writeFileSync(join(parent, "file"), "");
    expect(keptIn(join(parent, "file"))).toBe("nowhere");
  });
});

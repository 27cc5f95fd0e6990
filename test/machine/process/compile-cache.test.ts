import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { isPrivate } from "../../../src/machine/files/private-folder.ts";

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
  /** A script whose functions are compiled only when they are called: `count` of them, one after the other. */
  const script = (count: number): string => {
    const functions = Array.from(
      { length: count },
      (_, n) => `(x) => { let s = ${n}; for (const y of x) s += y * s; return s; }`,
    );
    return `(() => { const all = [${functions.join(",\n")}]; return () => all.map((one) => one([1, 2])).length; })()`;
  };

  /** Runs it in a process of its own: its answer, and the bytes that were compiled for that. */
  const run = (
    text: string,
    cache: string,
  ): { readonly answer: number; readonly compiled: number; readonly wasKept: boolean } => {
    const file = join(parent, "script.js");
    writeFileSync(file, text);
    const code = `import { getHeapCodeStatistics } from "node:v8";
      import { openCompiled } from "${join(import.meta.dirname, "../../../src/machine/process/compile-cache.ts")}";
      const { value: count, wasKept } = openCompiled(process.env)(${JSON.stringify(file)});
      const before = getHeapCodeStatistics().bytecode_and_metadata_size;
      const answer = count();
      const compiled = getHeapCodeStatistics().bytecode_and_metadata_size - before;
      process.stdout.write(JSON.stringify({ answer, compiled, wasKept }));`;
    const env = { PATH: process.env["PATH"], RUNNER_TOOL_CACHE: cache };
    return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8", env }));
  };

  const kept = (): readonly string[] =>
    globSync(join(parent, "prometheus-stack-action/compiled/*")).map((file) => file.replace(/.*\//, ""));

  test("is kept, functions that were called among it, and the next run compiles nothing", () => {
    const first = run(script(6000), parent);
    expect(first.answer).toBe(6000);
    expect(first.compiled).toBeGreaterThan(512 * 1024);
    expect(kept()).toEqual([expect.stringMatching(/^v\d+\.\d+\.\d+-\w+-\d+-[0-9a-f]{8}$/)]);
    expect(first.wasKept).toBe(false);
    const second = run(script(6000), parent);
    expect(second.wasKept).toBe(true);
    expect(second.answer).toBe(6000);
    expect(second.compiled).toBeLessThan(first.compiled / 20);
    expect(kept()).toHaveLength(1);
  });

  test("is kept of a program of many scripts, and Node has nothing to warn of", () => {
    const module = join(import.meta.dirname, "../../../src/machine/process/compile-cache.ts");
    const code = `import { writeFileSync } from "node:fs";
      import { openCompiled } from "${module}";
      const runScript = openCompiled(process.env);
      for (let n = 0; n < 12; n++) {
        const file = "${parent}/" + n + ".js";
        writeFileSync(file, ${JSON.stringify(script(1000))} + "/*" + n + "*/");
        runScript(file).value();
      }`;
    const env = { PATH: process.env["PATH"], RUNNER_TOOL_CACHE: parent };
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      encoding: "utf8",
      env,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(kept()).toHaveLength(12);
  });

  test("of another text is not taken for it", () => {
    run(script(6000), parent);
    expect(run(script(6001), parent).answer).toBe(6001);
    expect(kept()).toHaveLength(2);
  });

  test("is not believed where the file was damaged or cut, and is kept anew", () => {
    run(script(6000), parent);
    const file = join(parent, "prometheus-stack-action/compiled", kept()[0] ?? "");
    const whole = readFileSync(file);
    for (const damaged of [Buffer.from(whole).fill(0x41, 5000, 9000), whole.subarray(0, 20_000), Buffer.alloc(0)]) {
      writeFileSync(file, damaged);
      const { answer, compiled } = run(script(6000), parent);
      expect(answer).toBe(6000);
      expect(compiled).toBeGreaterThan(512 * 1024);
      expect(run(script(6000), parent).compiled).toBeLessThan(compiled / 20);
    }
  });

  test("of a text beyond ASCII is the same text", () => {
    const text = script(6000).replace(
      "=> all.map((one) => one([1, 2])).length",
      '=> (all.map((one) => one([1, 2])), "85 °C".length)',
    );
    expect(run(text, parent).answer).toBe(5);
    expect(run(text, parent)).toMatchObject({ answer: 5, wasKept: true });
  });

  test("is not kept of a run that ended early", () => {
    expect(run(script(60), parent).answer).toBe(60);
    expect(kept()).toEqual([]);
  });

  test("is kept nowhere where others may write to the tool cache, and the run goes on", () => {
    chmodSync(parent, 0o777);
    expect(run(script(6000), parent).answer).toBe(6000);
    expect(kept()).toEqual([]);
    writeFileSync(join(parent, "file"), "");
    expect(run(script(6000), join(parent, "file")).answer).toBe(6000);
  });
});

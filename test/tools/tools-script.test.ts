import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processesOf } from "../cluster/processes-of.ts";

const script = resolve(import.meta.dirname, "..", "..", "scripts", "tools.ts");
let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "tools-script-"));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const start = (only: string, whenStderr: (text: string, child: ChildProcess) => void = () => {}): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, KPS_TOOLS_CACHE: cache };
    const child = spawn(process.execPath, [script, "--only", only], { env, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
      whenStderr(stderr, child);
    });
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });

test("prints the folder and nothing else on stdout", async () => {
  const { code, stdout } = await start("actionlint");
  expect(code).toBe(0);
  expect(stdout.split("\n")).toEqual([expect.stringMatching(/\/bin-[0-9a-f]{12}$/), ""]);
  expect(existsSync(join(stdout.trim(), "actionlint"))).toBe(true);
});

test("two at once build once", async () => {
  const both = await Promise.all([start("kubeconform,actionlint"), start("kubeconform,actionlint")]);
  expect(both.map((one) => one.code)).toEqual([0, 0]);
  expect(new Set(both.map((one) => one.stdout)).size).toBe(1);
  const built = both.flatMap((one) => one.stderr.match(/kubeconform \S+ building/g) ?? []);
  expect(built).toHaveLength(1);
  expect(readdirSync(cache).sort()).toEqual([expect.stringMatching(/^bin-/), "store", "work"]);
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends the compiler and leaves nothing half-built", async (signal) => {
  let sent = false;
  const { code, stderr } = await start("promtool", (text, child) => {
    if (sent || !text.includes("building")) return;
    sent = true;
    child.kill(signal);
  });
  expect({ code, stderr }).toMatchObject({
    code: 130,
    stderr: expect.stringContaining("cancelled: nothing half-built"),
  });
  expect(readdirSync(cache)).toEqual(["work"]);
  expect(readdirSync(join(cache, "work"))).toEqual([]);
  expect(processesOf(cache)).toEqual([]);
});

test("goes on after a run that was killed: its lock grows old, its leftovers are removed", async () => {
  const leftover = join(cache, "work", "of-a-killed-run");
  mkdirSync(leftover, { recursive: true });
  writeFileSync(join(cache, "lock"), "");
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(join(cache, "lock"), longAgo, longAgo);
  utimesSync(leftover, longAgo, longAgo);
  expect(await start("actionlint")).toMatchObject({ code: 0 });
  expect(existsSync(leftover)).toBe(false);
});

test("an unknown name is answered with the known ones, and nothing is made", async () => {
  const { code, stderr } = await start("helm,helm4");
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^error: There is no command called helm4\.\nKnown are: kubeconform, helm, .*helm3.*, zizmor\.\n$/,
  );
  expect(readdirSync(cache)).toEqual([]);
});

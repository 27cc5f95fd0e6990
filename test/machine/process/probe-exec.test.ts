import { spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { findLimiter } from "../../../src/machine/process/child-limits.ts";
import { createProbeExec } from "../../../src/machine/process/probe-exec.ts";
import type { Command } from "../../../src/outside/exec.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { isRunning, until } from "./processes.ts";

const setUp = (signal: AbortSignal = new AbortController().signal) => {
  const dir = temporaryFolder();
  const others: Command[] = [];
  const options = {
    scratchDir: dir,
    signal,
    trackingId: "github_42",
    exec: async (command: Command) => {
      others.push(command);
      return { code: 0, stdout: "another way", stderr: "", durationMs: 0 };
    },
  };
  const exec = createProbeExec({ ...options, limiter: findLimiter() });
  const shell = (script: string, more: Partial<Command> = {}) =>
    exec({ file: "/bin/sh", args: ["-c", script], env: { PATH: "/usr/bin:/bin" }, timeoutMs: 60_000, ...more });
  return { dir, others, options, exec, shell };
};

/** The process id that a script wrote to a file, once the whole line is there. */
const pidIn = (file: string): Promise<number> =>
  until(() =>
    existsSync(file) && readFileSync(file, "utf8").endsWith("\n") ? Number(readFileSync(file, "utf8")) : false,
  );

describe.runIf(process.platform === "linux")("a command that says who it is", () => {
  test("answers with its output and exit code, and is shown to nobody", async () => {
    const { shell, others } = setUp();
    const printed: unknown[] = [];
    const write = process.stdout.write;
    process.stdout.write = (chunk: unknown) => printed.push(chunk) > 0;
    const answers = [await shell("echo 4.3.1; echo 1 >&2; exit 3"), await shell("kill -9 $$"), await shell("true")];
    process.stdout.write = write;
    expect(answers).toMatchObject([
      { code: 3, stdout: "4.3.1\n", stderr: "1\n" },
      { code: 128, stdout: "" },
      { code: 0, stdout: "", stderr: "" },
    ]);
    expect(printed.filter((chunk) => String(chunk).includes("4.3.1"))).toEqual([]);
    expect(others).toEqual([]);
  });

  test("may lie at any path, and gets its arguments as they are", async () => {
    const { dir, exec } = setUp();
    for (const name of ["two words", 'quo"te', "back\\slash\\", "$(touch ran)", "a=b", "-c"]) {
      const file = join(dir, name);
      writeFileSync(file, '#!/bin/sh\nprintf "%s|" "$@"\n');
      chmodSync(file, 0o755);
      const args = ["$(id)", "a b", "*", "'\"", "; exit 1", "", "--version"];
      const { stdout } = await exec({ file, args, env: {}, timeoutMs: 60_000 });
      expect(stdout, name).toBe(`${args.join("|")}|`);
    }
    expect(existsSync(join(dir, "ran"))).toBe(false);
  });

  test("stands in the scratch folder, with no secret of the step and no input, under the limit of memory", async () => {
    const { dir, shell } = setUp();
    const env = { PATH: "/usr/bin:/bin", "INPUT_GITHUB-TOKEN": "s3cret", GITHUB_TOKEN: "s3cret", HOME: "/x" };
    const { stdout } = await shell("env; pwd -P; cat; grep '^Max data size' /proc/self/limits", { env });
    expect(stdout).not.toContain("s3cret");
    expect(stdout).toContain("HOME=/x\n");
    expect(stdout).toContain("RUNNER_TRACKING_ID=github_42\n");
    expect(stdout).toContain(`\n${dir}\n`);
    expect(stdout).toMatch(/^Max data size +1073741824 /m);
  });

  test("ends at the time limit, with its children, and quotes its last words", async () => {
    const { dir, shell } = setUp();
    const pidFile = join(dir, "pid");
    const run = shell(`sleep 600 & echo $! > ${pidFile}; echo waiting for a lock >&2; wait`, { timeoutMs: 1500 });
    await expect(run).rejects.toMatchObject({
      reason: "timeout",
      message: expect.stringContaining("waiting for a lock"),
    });
    expect(isRunning(await pidIn(pidFile))).toBe(false);
  });

  test("ends where the run is cancelled, also at once", async () => {
    const cancel = new AbortController();
    const { dir, shell } = setUp(cancel.signal);
    const pidFile = join(dir, "pid");
    const run = shell(`sleep 600 & echo $! > ${pidFile}; wait`);
    const pid = await pidIn(pidFile);
    const late = expect(shell(`echo $$ > ${join(dir, "late")}; sleep 600`)).rejects.toMatchObject({
      reason: "cancelled",
    });
    cancel.abort();
    await expect(run).rejects.toMatchObject({ reason: "cancelled" });
    await late;
    await expect(shell("true")).rejects.toMatchObject({ reason: "cancelled" });
    expect(isRunning(pid)).toBe(false);
    await until(() => !existsSync(join(dir, "late")) || !isRunning(Number(readFileSync(join(dir, "late"), "utf8"))));
  });

  test("ends where it writes without end, and leaves nothing behind that it started", async () => {
    const { dir, shell } = setUp();
    await expect(shell("while :; do echo 4.3.1 4.3.1 4.3.1 4.3.1; done")).rejects.toMatchObject({
      message: expect.stringContaining("wrote more than 1 MiB"),
    });
    const pidFile = join(dir, "pid");
    await shell(`sleep 600 >/dev/null 2>&1 & echo $! > ${pidFile}`);
    const pid = await pidIn(pidFile);
    await until(() => !isRunning(pid));
  });

  test("does not outlive a process that was killed", async () => {
    const { dir } = setUp();
    const program = join(dir, "program.ts");
    const from = (file: string) => JSON.stringify(resolve("src/machine/process", file));
    writeFileSync(
      program,
      `import { findLimiter } from ${from("child-limits.ts")};
       import { createProbeExec } from ${from("probe-exec.ts")};
       const exec = createProbeExec({ scratchDir: ${JSON.stringify(dir)}, signal: new AbortController().signal, limiter: findLimiter() });
       exec({ file: "/bin/sh", args: ["-c", "trap '' TERM; echo $$ > pid; while :; do sleep 1; done"], env: { PATH: process.env.PATH }, timeoutMs: 600_000 });`,
    );
    const child = spawn(process.execPath, [program], { stdio: "inherit" });
    const pid = await pidIn(join(dir, "pid"));
    child.kill("SIGKILL");
    await until(() => !isRunning(pid));
  });

  test("is a missing tool where it is not there or may not run", async () => {
    const { dir, exec } = setUp();
    const file = join(dir, "helm");
    const ask = () => exec({ file, args: [], env: {}, timeoutMs: 1000 });
    await expect(ask()).rejects.toMatchObject({ reason: "tool-missing" });
    writeFileSync(file, "#!/bin/sh\n", { mode: 0o644 });
    await expect(ask()).rejects.toMatchObject({ reason: "tool-missing" });
  });
});

test("what has an input, and a machine without limits, take the other way", async () => {
  const { options, shell, others } = setUp();
  expect((await shell("cat", { stdin: "x" })).stdout).toBe("another way");
  const unlimited = createProbeExec({ ...options, limiter: Promise.resolve(null) });
  await unlimited({ file: "/bin/sh", args: ["-c", "true"], env: {}, timeoutMs: 60_000 });
  expect(others.map(({ args }) => args[1])).toEqual(["cat", "true"]);
});

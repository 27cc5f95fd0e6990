import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import { createExec } from "../../../src/machine/process/exec.ts";
import type { Command } from "../../../src/outside/exec.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { isRunning, until } from "./processes.ts";

const env = { PATH: process.env["PATH"] ?? "" };
const never = new AbortController().signal;

const setUp = (options: { signal?: AbortSignal; maxOutputBytes?: number } = {}) => {
  const dir = temporaryFolder();
  const exec = createExec({ scratchDir: dir, signal: never, ...options });
  const shell = (script: string, more: Partial<Command> = {}) =>
    exec({ file: "/bin/sh", args: ["-c", script], env, timeoutMs: 60_000, ...more });
  const node = (script: string, ...args: string[]) =>
    exec({ file: process.execPath, args: ["-e", script, "--", ...args], env, timeoutMs: 60_000 });
  return { dir, exec, shell, node };
};

/** The process id that a script wrote to a file, once the whole line is there. */
const pidIn = (file: string): Promise<number> =>
  until(() =>
    existsSync(file) && readFileSync(file, "utf8").endsWith("\n") ? Number(readFileSync(file, "utf8")) : false,
  );

const reasonOf = async (run: Promise<unknown>): Promise<{ reason: string; message: string }> => {
  const thrown = await run.then(
    () => "no error",
    (error: unknown) => error,
  );
  if (!(thrown instanceof OperatorError)) throw new Error(`not an operator error: ${thrown}`);
  return thrown;
};

test("output and exit code are values, whatever the code", async () => {
  const { shell } = setUp();
  expect(await shell("echo out; echo err >&2; exit 3")).toMatchObject({ code: 3, stdout: "out\n", stderr: "err\n" });
  expect(await shell("kill -9 $$")).toMatchObject({ code: 137 });
});

test("arguments reach the program as they are, without a shell", async () => {
  const { node } = setUp();
  const args = ["$(id)", "a b", "*", "'\"", "; exit 1", ""];
  const { stdout } = await node("console.log(JSON.stringify(process.argv.slice(1)))", ...args);
  expect(JSON.parse(stdout)).toEqual(args);
});

test("the environment is exactly the one given, and the working folder the scratch folder", async () => {
  const { dir, exec } = setUp();
  const named = await exec({ file: "/usr/bin/env", args: [], env: { ONLY: "this" }, timeoutMs: 60_000 });
  // macOS adds one variable of its own to every process.
  expect(named.stdout.split("\n").filter((line) => line !== "" && !line.startsWith("__CF_"))).toEqual(["ONLY=this"]);
  const pwd = await exec({ file: "/bin/sh", args: ["-c", "pwd -P"], env, timeoutMs: 60_000 });
  expect(pwd.stdout).toBe(`${dir}\n`);
});

test("standard input is what is given, and nothing otherwise", async () => {
  const { shell } = setUp();
  expect((await shell("cat", { stdin: "kind: Service\n" })).stdout).toBe("kind: Service\n");
  expect((await shell("cat")).stdout).toBe("");
});

test("a command that does not read its large input fails by its exit code only", async () => {
  const { shell } = setUp();
  expect(await shell("exit 4", { stdin: "x".repeat(8_000_000) })).toMatchObject({ code: 4 });
});

test("characters that are cut in two by a chunk's end stay whole", async () => {
  const { node } = setUp();
  const { stdout } = await node(
    "const b=Buffer.from('é');process.stdout.write(b.subarray(0,1));setTimeout(()=>process.stdout.write(b.subarray(1)),30)",
  );
  expect(stdout).toBe("é");
});

test("a program that is not there is a missing tool, named by its path", async () => {
  const { dir, exec } = setUp();
  const file = join(dir, "helm");
  expect(await reasonOf(exec({ file, args: [], env, timeoutMs: 1000 }))).toMatchObject({
    reason: "tool-missing",
    message: `helm did not start: ${file}: there is no such file.`,
  });
});

test("a program that may not run is a missing tool", async () => {
  const { dir, exec } = setUp();
  const file = join(dir, "helm");
  writeFileSync(file, "#!/bin/sh\n", { mode: 0o644 });
  expect(await reasonOf(exec({ file, args: [], env, timeoutMs: 1000 }))).toMatchObject({ reason: "tool-missing" });
});

test("a working folder that is not there is a bug of the caller, not a missing tool", async () => {
  const { dir, shell } = setUp();
  const run = shell("true", { cwd: join(dir, "gone") });
  await expect(run).rejects.toThrow(/working folder .*gone/);
  await expect(run).rejects.not.toBeInstanceOf(OperatorError);
});

test("the time limit ends the command and its children, and quotes its last words", async () => {
  const { dir, shell } = setUp();
  const pidFile = join(dir, "pid");
  const run = shell(`sleep 600 & echo $! > ${pidFile}; echo waiting for pods >&2; wait`, { timeoutMs: 2000 });
  const thrown = await reasonOf(run);
  expect(thrown.reason).toBe("timeout");
  expect(thrown.message).toContain("did not finish within 2 s");
  expect(thrown.message).toContain("waiting for pods");
  expect(isRunning(await pidIn(pidFile))).toBe(false);
});

test("a cancelled run ends even a grandchild that ignores SIGTERM", async () => {
  const cancel = new AbortController();
  const { dir, shell } = setUp({ signal: cancel.signal });
  const pidFile = join(dir, "pid");
  const stubborn = `trap "" TERM; echo $$ > ${pidFile}; while :; do sleep 1; done`;
  const run = reasonOf(shell(`/bin/sh -c '${stubborn}' & wait`));
  const pid = await pidIn(pidFile);
  cancel.abort();
  expect((await run).reason).toBe("cancelled");
  expect(isRunning(pid)).toBe(false);
});

test("a command may end cleanly on SIGTERM", async () => {
  const cancel = new AbortController();
  const { dir, shell } = setUp({ signal: cancel.signal });
  const [ready, done] = [join(dir, "ready"), join(dir, "done")];
  const run = reasonOf(
    shell(`trap 'echo released > ${done}; exit 1' TERM; echo 1 > ${ready}; while :; do sleep 0.05; done`),
  );
  await pidIn(ready);
  cancel.abort();
  await run;
  expect(readFileSync(done, "utf8")).toBe("released\n");
});

test("a background child does not outlive a command that ended by itself", async () => {
  const { shell } = setUp();
  const { code, stdout } = await shell("sleep 600 >/dev/null 2>&1 & echo $!");
  expect(code).toBe(0);
  await until(() => !isRunning(Number(stdout)));
});

test("nothing starts in a run that is cancelled already", async () => {
  const { dir, shell } = setUp({ signal: AbortSignal.abort() });
  expect((await reasonOf(shell(`touch ${dir}/started`))).reason).toBe("cancelled");
  expect(existsSync(join(dir, "started"))).toBe(false);
});

test("endless output ends the command instead of the machine's memory", async () => {
  const { shell } = setUp({ maxOutputBytes: 1024 * 1024 });
  expect((await reasonOf(shell("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done"))).message).toBe(
    "sh wrote more than 1 MiB and was ended.",
  );
});

test("no child outlives the process, even one that exits in the middle", async () => {
  const { dir } = setUp();
  const pidFile = join(dir, "pid");
  const program = join(dir, "program.ts");
  writeFileSync(
    program,
    `import { existsSync } from "node:fs";
     import { createExec } from ${JSON.stringify(resolve("src/machine/process/exec.ts"))};
     const exec = createExec({ scratchDir: ${JSON.stringify(dir)}, signal: new AbortController().signal });
     exec({ file: "/bin/sh", args: ["-c", "sleep 600 & echo $! > pid; wait"], env: { PATH: process.env.PATH }, timeoutMs: 600_000 });
     setInterval(() => existsSync(${JSON.stringify(pidFile)}) && process.exit(7), 10);`,
  );
  const child = spawn(process.execPath, [program], { stdio: "inherit" });
  const code = await new Promise((done) => child.once("exit", done));
  expect(code).toBe(7);
  const pid = await pidIn(pidFile);
  await until(() => !isRunning(pid));
});

test("many commands at once keep their own output", async () => {
  const { shell } = setUp();
  const all = await Promise.all(Array.from({ length: 12 }, (_, i) => shell(`echo ${i}`)));
  expect(all.map(({ stdout }) => stdout)).toEqual(Array.from({ length: 12 }, (_, i) => `${i}\n`));
});

test("a command with a signal of its own ends with that, and runs also when the run is cancelled", async () => {
  const run = new AbortController();
  const own = new AbortController();
  const { shell } = setUp({ signal: run.signal });
  const sleeping = reasonOf(shell("sleep 60", { signal: own.signal }));
  run.abort();
  expect((await reasonOf(shell("true"))).reason).toBe("cancelled");
  expect((await shell("echo last", { signal: own.signal })).stdout).toBe("last\n");
  own.abort(new OperatorError("locked", "The lock is gone.", ""));
  expect(await sleeping).toMatchObject({ reason: "locked", message: "The lock is gone." });
});

import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import { findLimiter } from "../../../src/machine/process/child-limits.ts";
import { createExec } from "../../../src/machine/process/exec.ts";
import type { Command } from "../../../src/outside/exec.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { isRunning, until } from "./processes.ts";

const never = new AbortController().signal;
const onLinux = test.runIf(process.platform === "linux");

const setUp = (options: { trackingId?: string; maxMemoryBytes?: number } = {}) => {
  const dir = temporaryFolder();
  const exec = createExec({ scratchDir: dir, signal: never, limiter: findLimiter(), ...options });
  return { dir, exec };
};

const command = (file: string, args: readonly string[], more: Partial<Command> = {}): Command => ({
  file,
  args,
  env: { PATH: process.env["PATH"] ?? "" },
  timeoutMs: 60_000,
  ...more,
});

const secrets = {
  "INPUT_CHART-PASSWORD": "s3cret",
  STATE_scratch: "/x",
  GITHUB_TOKEN: "s3cret",
  GH_TOKEN: "s3cret",
  GITHUB_OUTPUT: "/x",
  GITHUB_ENV: "/x",
  ACTIONS_RUNTIME_TOKEN: "s3cret",
  ACTIONS_CACHE_URL: "https://example.com",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "s3cret",
  NODE_OPTIONS: "--require=/x",
  NODE_AUTH_TOKEN: "s3cret",
  NPM_TOKEN: "s3cret",
};

const namesIn = (stdout: string): readonly string[] =>
  stdout
    .split("\n")
    .flatMap((line) => line.split("=")[0] ?? [])
    .filter((name) => name !== "" && !name.startsWith("__CF_"))
    .sort();

/** How hard its garbage collector works: of our own making. */
const ofGo: readonly string[] = ["GOGC", "GOMEMLIMIT"];

test("no command gets the step's inputs, the runner's tokens or what makes Node run other code, whatever its caller passes", async () => {
  const { exec } = setUp({ trackingId: "github_42" });
  const env = { ...secrets, AWS_REGION: "eu-west-1" };
  const usual = await exec(command("/usr/bin/env", [], { env }));
  expect(namesIn(usual.stdout).filter((name) => !ofGo.includes(name))).toEqual(["AWS_REGION", "RUNNER_TRACKING_ID"]);
  expect(usual.stdout).toContain("RUNNER_TRACKING_ID=github_42\n");
  const cluster = await exec(command("/usr/bin/env", [], { env, reachesCluster: true }));
  expect(namesIn(cluster.stdout).filter((name) => !ofGo.includes(name))).toEqual([
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "AWS_REGION",
    "RUNNER_TRACKING_ID",
  ]);
});

onLinux("a command has a limit on its memory, twice as much where it speaks to a cluster", async () => {
  const { exec } = setUp();
  const limits = async (more: Partial<Command>): Promise<string> =>
    (await exec(command("/bin/sh", ["-c", "ulimit -d; ulimit -v; echo $GOMEMLIMIT"], more))).stdout;
  // One giant piece passes the limit of memory: that of the address space ends it.
  expect(await limits({})).toBe(`${1024 * 1024}\n${3 * 1024 * 1024}\n${Math.floor(2 ** 30 * 0.9)}\n`);
  expect(await limits({ reachesCluster: true })).toBe(`${2 * 1024 * 1024}\nunlimited\n${Math.floor(2 ** 31 * 0.9)}\n`);
});

test("arguments reach the program as they are, behind what limits it", async () => {
  const { exec } = setUp();
  const args = ["--help", "$(id)", "a b", "--", "-x", "", "--data=1"];
  const script = "console.log(JSON.stringify(process.argv.slice(1)))";
  const { stdout } = await exec(command(process.execPath, ["-e", script, "--", ...args]));
  expect(JSON.parse(stdout)).toEqual(args);
});

onLinux("a command that Go ends for want of memory is told as that, with the reason that fits it", async () => {
  const { dir, exec } = setUp({ maxMemoryBytes: 512 * 1024 * 1024 });
  const file = join(dir, "helm");
  const words =
    "runtime: out of memory: cannot allocate 4194304-byte block (1065353216 in use)\\nfatal error: out of memory";
  writeFileSync(file, `#!/bin/sh\nprintf '${words}\\n' >&2\nexit 2\n`, { mode: 0o755 });
  const reasonOf = async (more: Partial<Command>) => {
    const thrown = await exec(command(file, ["template", "x"], more)).catch((error: unknown) => error);
    if (!(thrown instanceof OperatorError)) throw new Error(`not an operator error: ${thrown}`);
    return { reason: thrown.reason, message: thrown.message };
  };
  expect(await reasonOf({})).toEqual({
    reason: "render-failed",
    message: "helm template needed more than 512 MiB of memory and was ended.",
  });
  expect(await reasonOf({ costly: "invalid-input" })).toMatchObject({ reason: "invalid-input" });
});

test("a program that is not there, or may not run, is a missing tool behind a limit, too", async () => {
  const { dir, exec } = setUp();
  const file = join(dir, "helm");
  const message = `helm did not start: ${file}: there is no such file.`;
  await expect(exec(command(file, []))).rejects.toMatchObject({ reason: "tool-missing", message });
  writeFileSync(file, "#!/bin/sh\n", { mode: 0o644 });
  await expect(exec(command(file, []))).rejects.toMatchObject({ reason: "tool-missing" });
  const gone = exec(command("/bin/sh", ["-c", "true"], { cwd: join(dir, "gone") }));
  await expect(gone).rejects.toThrow(/working folder .*gone/);
});

onLinux("a command does not outlive a process that was killed", async () => {
  const { dir } = setUp();
  const program = join(dir, "program.ts");
  writeFileSync(
    program,
    `import { createExec } from ${JSON.stringify(resolve("src/machine/process/exec.ts"))};
     import { findLimiter } from ${JSON.stringify(resolve("src/machine/process/child-limits.ts"))};
     const exec = createExec({ scratchDir: ${JSON.stringify(dir)}, signal: new AbortController().signal, limiter: findLimiter() });
     const script = "trap '' TERM; echo $$ > pid; while :; do sleep 1; done";
     exec({ file: "/bin/sh", args: ["-c", script], env: { PATH: process.env.PATH }, timeoutMs: 600_000 });`,
  );
  const child = spawn(process.execPath, [program], { stdio: "inherit" });
  const pidFile = join(dir, "pid");
  const pid = await until(() => existsSync(pidFile) && Number(readFileSync(pidFile, "utf8")));
  child.kill("SIGKILL");
  await until(() => !isRunning(pid));
});

test("what a tool says over megabytes is told in its first words", () => {
  const { message } = new OperatorError("render-failed", "x".repeat(1_000_000), "");
  expect(message).toHaveLength(20_001);
});

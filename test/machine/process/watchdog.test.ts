import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { isRunning, until } from "./processes.ts";

/** A program that is watched and then runs `body`; `dog` is its watchdog. */
const watched = (body: string, limits = { stalledSeconds: 2, memoryMiB: 1024 }) => {
  const dir = temporaryFolder();
  const scratchDir = join(dir, "scratch");
  const outputs = join(dir, "outputs");
  const program = join(dir, "program.ts");
  mkdirSync(scratchDir);
  writeFileSync(
    program,
    `import { spawn } from "node:child_process";
     import { writeFileSync } from "node:fs";
     import { watch } from ${JSON.stringify(resolve("src/machine/process/watchdog.ts"))};
     const dog = watch(${JSON.stringify({ scratchDir, env: { GITHUB_OUTPUT: outputs, GITHUB_ACTIONS: "true" }, limits })});
     ${body}`,
  );
  const child = spawn(process.execPath, [program], { cwd: dir, stdio: ["ignore", "inherit", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<{ code: number | null; signal: string | null; stderr: string }>((done) =>
    child.once("close", (code, signal) => done({ code, signal, stderr })),
  );
  return { dir, scratchDir, outputs, child, ended };
};

test("a loop without an end is ended, with a message and the outputs of a failed step, and nothing private stays", async () => {
  const { scratchDir, outputs, ended } = watched("for (;;);");
  const { signal, stderr } = await ended;
  expect(signal).toBe("SIGKILL");
  expect(stderr).toMatch(/^::error::The run was ended: it was busy with one thing for more than 2 s/);
  expect(readFileSync(outputs, "utf8")).toBe("conclusion=failure\nfailure-reason=timeout\n");
  await until(() => !existsSync(scratchDir));
});

test("a process that takes all memory is ended, with a message", async () => {
  const body = "const held = []; for (;;) held.push(Buffer.alloc(4_000_000, 1));";
  const { ended, outputs } = watched(body, { stalledSeconds: 40, memoryMiB: 200 });
  const { signal, stderr } = await ended;
  expect(signal).toBe("SIGKILL");
  expect(stderr).toMatch(/^::error::The run was ended: it needed more than 200 MiB of memory/);
  expect(readFileSync(outputs, "utf8")).toContain("failure-reason=invalid-input\n");
});

test("a run that does not end when it has to is ended, and the children with it", async () => {
  const body = `const child = spawn("/bin/sh", ["-c", "trap '' TERM; while :; do sleep 1; done"], { detached: true, stdio: "ignore" });
    writeFileSync("pid", child.pid + "\\n");
    setInterval(() => {}, 1000);
    setTimeout(() => dog.end(), 1000);`;
  const { dir, ended } = watched(body, { stalledSeconds: 40, memoryMiB: 1024 });
  expect((await ended).signal).toBe("SIGKILL");
  const pid = Number(readFileSync(join(dir, "pid"), "utf8"));
  await until(() => !isRunning(pid));
});

test("a process that works in pieces is let be, and the watch does not keep it", async () => {
  const { ended, outputs } = watched("setTimeout(() => {}, 4500);", { stalledSeconds: 4, memoryMiB: 1024 });
  expect(await ended).toEqual({ code: 0, signal: null, stderr: "" });
  expect(existsSync(outputs)).toBe(false);
});

test("the private folder of a process that was killed goes", async () => {
  const { scratchDir, child, ended } = watched("writeFileSync('ready', ''); setInterval(() => {}, 1000);");
  await until(() => existsSync(join(scratchDir, "..", "ready")));
  child.kill("SIGKILL");
  await ended;
  await until(() => !existsSync(scratchDir));
});

test("a process that was stopped by hand is let be", async () => {
  const { child, ended } = watched("writeFileSync('ready', ''); setTimeout(() => {}, 6000);");
  await until(() => child.pid !== undefined);
  child.kill("SIGSTOP");
  await new Promise((done) => setTimeout(done, 5000));
  child.kill("SIGCONT");
  expect((await ended).code).toBe(0);
});

import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const original = resolve(import.meta.dirname, "..", "..", "scripts", "bootstrap.mjs");
let root: string;
let bootstrap: string;

/** A repository of one dependency, which lies in a folder: npm needs no network for it. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "bootstrap-"));
  mkdirSync(join(root, "scripts"));
  mkdirSync(join(root, "dependency"));
  bootstrap = join(root, "scripts", "bootstrap.mjs");
  cpSync(original, bootstrap);
  const write = (file: string, content: object) => writeFileSync(join(root, file), JSON.stringify(content));
  write("dependency/package.json", { name: "dependency", version: "1.0.0" });
  const own = { name: "own", version: "1.0.0", dependencies: { dependency: "file:dependency" } };
  write("package.json", own);
  const linked = { resolved: "dependency", link: true };
  const packages = { "": own, dependency: { version: "1.0.0" }, "node_modules/dependency": linked };
  write("package-lock.json", { name: "own", version: "1.0.0", lockfileVersion: 3, requires: true, packages });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const addScript = (body: string) => writeFileSync(join(root, "scripts", "own.ts"), body);

const run = (args: readonly string[], preload = ""): SpawnSyncReturns<string> => {
  const imports = preload === "" ? [] : ["--import", `data:text/javascript,${encodeURIComponent(preload)}`];
  return spawnSync(process.execPath, [...imports, bootstrap, ...args], { encoding: "utf8" });
};

test("installs what is missing, once, without a word on stdout; then runs the script with its arguments", () => {
  addScript("process.stdout.write(process.argv.slice(2).join('|')); process.exitCode = 7;");
  expect(run(["scripts/own.ts", "a b", "--c"])).toMatchObject({
    ...{ status: 7, stdout: "a b|--c" },
    stderr: expect.stringContaining("installing dependencies (npm ci)"),
  });
  expect(existsSync(join(root, "node_modules", "dependency"))).toBe(true);
  expect(run(["scripts/own.ts"])).toMatchObject({ status: 7, stdout: "", stderr: "" });
});

test("installs again when the lockfile asks for another version", () => {
  addScript("");
  run(["scripts/own.ts"]);
  const installed = join(root, "node_modules", ".package-lock.json");
  writeFileSync(installed, JSON.stringify({ packages: {} }));
  expect(run(["scripts/own.ts"]).stderr).toContain("installing dependencies");
});

test("puts the Node that it chose first on PATH", () => {
  addScript("process.stdout.write(process.env.PATH ?? '');");
  expect(run(["scripts/own.ts"]).stdout.startsWith(`${resolve(process.execPath, "..")}:`)).toBe(true);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("hands %s on and takes over what the script made of it", async (signal, code) => {
  addScript("setInterval(() => {}, 1000); process.stdout.write('ready');");
  const child = spawn(process.execPath, [bootstrap, "scripts/own.ts"], { stdio: ["ignore", "pipe", "ignore"] });
  await once(child.stdout, "data");
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([code, null]);
});

test("refuses Windows with the ways that are open", () => {
  const { status, stderr } = run(["scripts/own.ts"], "Object.defineProperty(process, 'platform', { value: 'win32' })");
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: "error: Windows is not supported: run this on Linux or macOS, or inside WSL.\n",
  });
});

test("asks for Node 24 where it cannot bring its own", () => {
  const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.1.0' } });";
  const { status, stderr } = run(
    ["scripts/own.ts"],
    `${old} Object.defineProperty(process, 'platform', { value: 'darwin' })`,
  );
  expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining("needs Node.js 24 or newer") });
});

test("a lockfile that cannot be installed stops with npm's own message", () => {
  rmSync(join(root, "dependency"), { recursive: true });
  rmSync(join(root, "package.json"));
  addScript("");
  const { status, stderr } = run(["scripts/own.ts"]);
  expect({ status, stderr }).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("npm ci failed for dependencies"),
  });
});

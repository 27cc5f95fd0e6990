import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { provision } from "../../scripts/tool-build/provision.ts";
import { OperatorError } from "../../src/core/errors.ts";
import { createExec } from "../../src/machine/process/exec.ts";
import type { Exec } from "../../src/outside/exec.ts";

const repository = resolve(import.meta.dirname, "..", "..");
const { signal } = new AbortController();
let folder: string;
let root: string;
let cache: string;
let exec: Exec;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "provision-"));
  [root, cache, told] = [join(folder, "repository"), join(folder, "cache"), []];
  exec = createExec({ scratchDir: folder, signal });
  cpSync(join(repository, "tools"), join(root, "tools"), {
    recursive: true,
    filter: (source) => !source.includes("node_modules"),
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const provide = (only: string, more: Partial<Parameters<typeof provision>[0]> = {}) =>
  provision({ root, cache, only: only.split(","), exec, signal, progress: (line) => told.push(line), ...more });

const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(join(root, file), change(readFileSync(join(root, file), "utf8")));

/** Plays the official build of a command that prints `output`. */
const official = (output: string) => async (name: string, _version: string, into: string) => {
  writeFileSync(join(into, name), `#!/bin/sh\necho "${output}"\n`);
  chmodSync(join(into, name), 0o755);
  return true;
};

const noGo: Exec = async (command) => {
  if (command.file === "go") throw new OperatorError("tool-missing", "go did not start", "Install it.");
  return exec(command);
};

test("builds once, says what it does, and then only looks", async () => {
  const bin = await provide("actionlint");
  expect(told[0]).toMatch(/^\[1\/1\] actionlint 1\.\d+\.\d+: building, \d+ s$/);
  expect(told.at(-1)).toMatch(/^\[1\/1\] actionlint 1\.\d+\.\d+: done, \d+ s$/);
  expect(readdirSync(bin)).toEqual(["actionlint"]);
  told.length = 0;
  expect(await provide("actionlint", { exec: noGo })).toBe(bin);
  expect(told).toEqual([]);
});

test("another go.sum is another command: nothing stale is used", async () => {
  const first = await provide("actionlint", { official: official("1.7.12") });
  edit("tools/actionlint/go.sum", (text) => `${text}\n`);
  const second = await provide("actionlint", { official: official("1.7.12") });
  expect(second).not.toBe(first);
});

test("an official build is taken where there is one, and needs no Go", async () => {
  const bin = await provide("kubeconform", { exec: noGo, official: official("v0.8.0") });
  const ran = await exec({ file: join(bin, "kubeconform"), args: [], env: {}, timeoutMs: 10_000 });
  expect(ran.stdout).toBe("v0.8.0\n");
});

test("a command that reports another version is not kept", async () => {
  const provided = provide("kubeconform", { official: official("development") });
  await expect(provided).rejects.toThrow("must report 0.8.0, and reports (exit 0): development");
  expect(readdirSync(cache).sort()).toEqual(["work"]);
  expect(readdirSync(join(cache, "work"))).toEqual([]);
});

test("sources that are not the recorded ones are refused", async () => {
  edit("tools/kubeconform/go.sum", (text) => text.replace(/(kubeconform v\S+ h1:)\S{8}/, "$1AAAAAAAA"));
  const provided = provide("kubeconform");
  await expect(provided).rejects.toThrow(/go build of kubeconform 0\.8\.0 in .* failed[\s\S]*checksum mismatch/);
  await expect(provided).rejects.toHaveProperty("hint", expect.stringContaining("checksum mismatch"));
  expect(readdirSync(join(cache, "work"))).toEqual([]);
});

test("without Go it says what to install", async () => {
  const provided = provide("actionlint", { exec: noGo });
  await expect(provided).rejects.toThrow("Go is not on PATH");
  await expect(provided).rejects.toHaveProperty(
    "hint",
    expect.stringMatching(/Install Go 1\.\d+ or newer from https:/),
  );
});

test("with a Go that is too old it says which one it found", async () => {
  const oldGo: Exec = async (command) =>
    command.file === "go" ? { code: 0, stdout: "go1.9.7\n", stderr: "", durationMs: 1 } : exec(command);
  await expect(provide("actionlint", { exec: oldGo })).rejects.toThrow("The Go on PATH is 1.9.7.");
});

test("an unknown name is answered with the known ones", async () => {
  const provided = provide("helm4");
  await expect(provided).rejects.toThrow("There is no command called helm4.");
  await expect(provided).rejects.toHaveProperty("hint", expect.stringContaining("helm3"));
});

test("a missing optional command is told loudly, and the others are there", async () => {
  const noPip: Exec = async (command) =>
    command.file === "python3" ? { code: 1, stdout: "", stderr: "No module named pip", durationMs: 1 } : exec(command);
  const bin = await provide("actionlint,zizmor", { exec: noPip, official: official("1.7.12") });
  expect(readdirSync(bin)).toEqual(["actionlint"]);
  expect(told.join("\n")).toMatch(/zizmor .*: WARNING: goes on without it: .*No module named pip/s);
});

test("go.mod without the module that names the version is told with its path", async () => {
  edit("tools/etcd/go.mod", (text) => text.replace(/^\tgo\.etcd\.io\/etcd\/server\/v3 .*$/m, ""));
  await expect(provide("etcd")).rejects.toThrow(/tools\/etcd\/go\.mod does not require go\.etcd\.io\/etcd\/server\/v3/);
});

import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CommandName, commandNames } from "../../scripts/tool-build/commands.ts";
import { listItems } from "../../scripts/tool-build/items.ts";
import type { OfficialBuilds } from "../../scripts/tool-build/official-builds.ts";
import { openProvision, type ProvisionOptions } from "../../scripts/tool-build/provision.ts";
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

const open = (more: Partial<ProvisionOptions> = {}) =>
  openProvision({ root, cache, exec, signal, progress: (line) => told.push(line), ...more });

const provide = (names: readonly CommandName[], more: Partial<ProvisionOptions> = {}) => open(more)(names);

const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(join(root, file), change(readFileSync(join(root, file), "utf8")));

const writeProgram = (path: string, output: string): void => {
  writeFileSync(path, `#!/bin/sh\necho "${output}"\n`);
  chmodSync(path, 0o755);
};

/** Plays the official build of a command that prints `output`. */
const official =
  (output: string): OfficialBuilds =>
  async (name, _version, into, tell) => {
    tell(`downloaded ${name}`);
    writeProgram(join(into, name), output);
    return true;
  };

/**
 * Plays a Go that builds programs which print every version that is pinned here; `calls` is what
 * it was asked, by packages.
 */
const playedGo = (calls: string[]): Exec => {
  const versions = listItems(repository, cache, commandNames).map(({ version }) => version);
  return async (command) => {
    if (command.file !== "go") return exec(command);
    const [verb = "", ...args] = command.args;
    const packages = args.filter((arg) => /^[\w.]+\.(com|io|sh)\//.test(arg));
    const names = packages.map((pkg) => basename(pkg.replace(/\/v\d+$/, "")));
    calls.push(`${verb} ${names.join(" ")}`.trim());
    const into = args[args.indexOf("-o") + 1] ?? "";
    if (verb === "build") for (const name of names) writeProgram(join(into, name), versions.join(" "));
    return { code: 0, stdout: verb === "env" ? "go1.99.0\n" : "", stderr: "", durationMs: 1 };
  };
};

const noGo: Exec = async (command) => {
  if (command.file === "go") throw new OperatorError("tool-missing", "go did not start", "Install it.");
  return exec(command);
};

test("builds once, says what it does, and then only looks", async () => {
  const bin = await provide(["actionlint"]);
  expect(told[0]).toMatch(/^\[1\/1\] actionlint 1\.\d+\.\d+: building, \d+ s$/);
  expect(told.at(-1)).toMatch(/^\[1\/1\] actionlint 1\.\d+\.\d+: done, \d+ s$/);
  expect(readdirSync(bin)).toEqual(["actionlint"]);
  told.length = 0;
  expect(await provide(["actionlint"], { exec: noGo })).toBe(bin);
  expect(told).toEqual([]);
});

test("another go.sum is another command: nothing stale is used", async () => {
  const first = await provide(["actionlint"], { official: official("1.7.12") });
  edit("tools/actionlint/go.sum", (text) => `${text}\n`);
  const second = await provide(["actionlint"], { official: official("1.7.12") });
  expect(second).not.toBe(first);
});

test("an official build is taken where there is one, and needs no Go", async () => {
  const bin = await provide(["kubeconform"], { exec: noGo, official: official("v0.8.0") });
  const ran = await exec({ file: join(bin, "kubeconform"), args: [], env: {}, timeoutMs: 10_000 });
  expect(ran.stdout).toBe("v0.8.0\n");
});

test("a command that reports another version is not kept", async () => {
  const provided = provide(["kubeconform"], { official: official("development") });
  await expect(provided).rejects.toThrow("must report 0.8.0, and reports (exit 0): development");
  expect(readdirSync(cache).sort()).toEqual(["work"]);
  expect(readdirSync(join(cache, "work"))).toEqual([]);
});

test("sources that are not the recorded ones are refused", async () => {
  edit("tools/kubeconform/go.sum", (text) => text.replace(/(kubeconform v\S+ h1:)\S{8}/, "$1AAAAAAAA"));
  const provided = provide(["kubeconform"]);
  await expect(provided).rejects.toThrow(/go build of kubeconform 0\.8\.0 in .* failed[\s\S]*checksum mismatch/);
  await expect(provided).rejects.toHaveProperty("hint", expect.stringContaining("checksum mismatch"));
  expect(readdirSync(join(cache, "work"))).toEqual([]);
});

test("without Go it says what to install", async () => {
  const provided = provide(["actionlint"], { exec: noGo });
  await expect(provided).rejects.toThrow("Go is not on PATH: it builds what could not be downloaded here: actionlint.");
  await expect(provided).rejects.toHaveProperty(
    "hint",
    expect.stringMatching(/Install Go 1\.\d+ or newer from https:/),
  );
});

test("with a Go that is too old it says which one it found", async () => {
  const oldGo: Exec = async (command) =>
    command.file === "go" ? { code: 0, stdout: "go1.9.7\n", stderr: "", durationMs: 1 } : exec(command);
  await expect(provide(["actionlint"], { exec: oldGo })).rejects.toThrow("The Go on PATH is 1.9.7:");
});

test("a missing optional command is told loudly, and the others are there", async () => {
  const noPip: Exec = async (command) =>
    command.file === "python3" ? { code: 1, stdout: "", stderr: "No module named pip", durationMs: 1 } : exec(command);
  const only: OfficialBuilds = async (name, ...rest) => name === "actionlint" && official("1.7.12")(name, ...rest);
  const bin = await provide(["actionlint", "zizmor"], { exec: noPip, official: only });
  expect(readdirSync(bin)).toEqual(["actionlint"]);
  expect(told.join("\n")).toMatch(/zizmor .*: WARNING: goes on without it: .*No module named pip/s);
});

test("go.mod without the module that names the version is told with its path", async () => {
  edit("tools/etcd/go.mod", (text) => text.replace(/^\tgo\.etcd\.io\/etcd\/server\/v3 .*$/m, ""));
  await expect(provide(["etcd"])).rejects.toThrow(
    /tools\/etcd\/go\.mod does not require go\.etcd\.io\/etcd\/server\/v3/,
  );
});

test("what is asked for first is ready first, and the cluster's commands are built meanwhile, those of one module by one call", async () => {
  const calls: string[] = [];
  const provideNames = open({ exec: playedGo(calls) });
  const whenReady: string[] = [];
  const builds = (): readonly string[] => calls.filter((call) => call.startsWith("build"));
  const check = provideNames(["promtool", "helm", "kubectl", "kubeconform"]).then((bin) => {
    whenReady.push(...builds());
    return bin;
  });
  const cluster = provideNames(["kube-apiserver", "kube-scheduler", "etcd", "kubectl"]);
  expect(readdirSync(await check)).toEqual(["helm", "kubeconform", "kubectl", "promtool"]);
  expect(whenReady.slice(0, 4)).toEqual(["build kubeconform", "build helm", "build kubectl", "build promtool"]);
  expect(whenReady.length).toBeLessThan(6);
  expect(readdirSync(await cluster)).toEqual(["etcd", "kube-apiserver", "kube-scheduler", "kubectl"]);
  expect(builds().slice(4)).toEqual(["build kube-apiserver kube-scheduler", "build server"]);
  expect(told.find((line) => line.includes("kubeconform"))).toMatch(
    /^\[1\/7\] kubeconform 0\.8\.0: building, then helm, kubectl, promtool, kube-apiserver, kube-scheduler, etcd, \d+ s$/,
  );
  expect(told.filter((line) => line.includes("helm 4")).at(-1)).toMatch(/: done, .* left, \d+ s$/);
});

test("modules of what comes later are downloaded while the first is compiled", async () => {
  const calls: string[] = [];
  await provide(["actionlint", "kubeconform", "helm"], { exec: playedGo(calls) });
  expect(calls.filter((call) => call.startsWith("list"))).toEqual(["list helm", "list actionlint"]);
  expect(calls.indexOf("list helm")).toBeLessThan(calls.indexOf("build helm"));
});

test("Go is asked for only where something must be built", async () => {
  const only: OfficialBuilds = async (name, ...rest) => name !== "operator" && official("1.35.4 0.8.0")(name, ...rest);
  expect(readdirSync(await provide(["kubectl", "kubeconform"], { exec: noGo, official: only }))).toHaveLength(2);
  await expect(provide(["kubectl", "operator"], { exec: noGo, official: only })).rejects.toThrow(/here: operator\.$/);
  expect(told.filter((line) => line.includes("downloaded"))).toHaveLength(2);
});

test("one that cannot be had stops all that wait, and what was made before stays", async () => {
  const calls: string[] = [];
  const play = playedGo(calls);
  const failing: Exec = async (command) =>
    command.args.includes("helm.sh/helm/v4/cmd/helm") && command.args[0] === "build"
      ? { code: 1, stdout: "", stderr: "no such host", durationMs: 1 }
      : play(command);
  const provideNames = open({ exec: failing });
  const [first, second] = [provideNames(["kubeconform", "helm"]), provideNames(["etcd"])];
  await expect(first).rejects.toThrow(/go build of helm .* failed \(exit 1\):\nno such host/);
  await expect(second).rejects.toThrow("no such host");
  expect(readdirSync(await provide(["kubeconform"], { exec: noGo }))).toEqual(["kubeconform"]);
});

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { bundledEntry } from "../../../scripts/bundle-sources.ts";
import { partSeed } from "../../../scripts/test-options.ts";
import { compareEdits } from "../../../scripts/watch-edits/compare-edits.ts";
import { kubernetesSchemas, kubernetesVersion } from "../../kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../../tools-dir.ts";

const fixtures = resolve(import.meta.dirname, "../../../fixtures");
const chart = join(fixtures, "charts/kube-prometheus-stack");
const rule = "prometheus-stack/overlays/alerting/gpu-health.yaml";

let work: string;
let tools: string;
let schemas: string;
let command: readonly string[];
const running = new Set<ChildProcess>();
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), "prometheus-stack-watch-"));
  [tools, schemas] = await Promise.all([toolsDir(checkCommands), kubernetesSchemas()]);
  const options = ["--chart", chart, "--schema-locations", schemas, "--kubernetes-version", kubernetesVersion];
  command = [process.execPath, await bundledEntry("cli"), "check", "--watch", "--tools", "path", ...options];
});
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const layOut = (name: string): string => {
  const folder = join(work, name);
  mkdirSync(join(folder, ".git"), { recursive: true });
  cpSync(join(fixtures, "prometheus-stack"), join(folder, "prometheus-stack"), { recursive: true });
  return folder;
};

/** Starts it in `cwd`. Its scratch folders are all that stands in `temporary`. */
const start = ([file = "", ...args]: readonly string[], cwd: string) => {
  const temporary = mkdtempSync(join(work, "temporary-"));
  const env = { PATH: `${tools}:/usr/bin:/bin`, HOME: work, TMPDIR: temporary, TERM: "xterm" };
  const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  return {
    child,
    ended,
    said: () => said,
    left: () => readdirSync(temporary),
    /** Waits until it has said that, after what it had said at `from`. */
    async says(pattern: RegExp, from = 0): Promise<void> {
      while (!pattern.test(said.slice(from))) {
        if (child.exitCode !== null) throw new Error(`it ended: ${said}`);
        await setTimeout(50);
      }
    },
  };
};

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, "utf8")));

test("into a pipe: a line a check, through half-saved files and folders that go and come back, until SIGINT", async () => {
  const cwd = layOut("pipe");
  const file = join(cwd, rule);
  const watched = start(command, cwd);
  await watched.says(/^\d\d:\d\d:\d\d nothing found \(\d+\.\d\d s\)\n/);

  const good = readFileSync(file, "utf8");
  const steps: readonly (readonly [() => void, RegExp])[] = [
    [
      () => edit(file, (text) => text.replace("DCGM_FI_DEV_GPU_TEMP > 85", "DCGM_FI_DEV_GPU_TEMP >")),
      /\d errors?[^\n]*\n/,
    ],
    [() => writeFileSync(file, good.slice(0, good.length / 2)), /\d (?:error|warning)s?[^\n]*\n/],
    [() => writeFileSync(file, good), /nothing found[^\n]*\n/],
    [
      () => renameSync(join(cwd, "prometheus-stack"), join(cwd, "away")),
      /error: Input path: .* does not exist[^\n]*\n/,
    ],
    [() => renameSync(join(cwd, "away"), join(cwd, "prometheus-stack")), /nothing found[^\n]*\n/],
    [
      () => writeFileSync(join(cwd, ".prometheus-stack.yaml"), "checks: ["),
      /error: .*\.prometheus-stack\.yaml[^\n]*\n/,
    ],
    [() => rmSync(join(cwd, ".prometheus-stack.yaml")), /nothing found[^\n]*\n/],
  ];
  for (const [change, wanted] of steps) {
    const from = watched.said().length;
    change();
    await watched.says(wanted, from);
  }
  watched.child.kill("SIGINT");
  expect(await watched.ended).toBe(0);
  expect(watched.left()).toEqual([]);
});

test("into a file of the tree itself: a line a check, and none for that line", async () => {
  const cwd = layOut("own-output");
  const stack = join(cwd, "prometheus-stack");
  const log = join(stack, "watch.log");
  const shell = `exec "$@" > "${log}"`;
  const watched = start(["/bin/sh", "-c", shell, "sh", ...command, "."], stack);
  const said = (): string => (existsSync(log) ? readFileSync(log, "utf8") : "");
  const says = (pattern: RegExp) => vi.waitUntil(() => pattern.test(said()), { timeout: 20_000 });
  await says(/^\S+ nothing found [^\n]*\n$/);
  edit(join(cwd, rule), (text) => text.replace("DCGM_FI_DEV_GPU_TEMP > 85", "DCGM_FI_DEV_GPU_TEMP >"));
  await says(/\d errors?[^\n]*\n$/);
  await setTimeout(1500);
  const once = said();
  await setTimeout(1500);
  expect(said()).toBe(once);
  expect(once).not.toContain("watch.log");
  watched.child.kill("SIGINT");
  expect(await watched.ended).toBe(0);
});

test("SIGINT in the middle of a check ends it cleanly, too", async () => {
  const watched = start(command, layOut("early"));
  while (watched.left().length === 0) await setTimeout(20);
  watched.child.kill("SIGINT");
  expect(await watched.ended).toBe(0);
  expect(watched.said()).toBe("");
  expect(watched.left()).toEqual([]);
});

const hasScript = spawnSync("script", ["--version"]).status === 0;

test.skipIf(!hasScript)("on a terminal: one screen, drawn again after a change, as the tree is then", async () => {
  const cwd = layOut("terminal");
  const line = command.map((word) => `'${word}'`).join(" ");
  const watched = start(["script", "-qefc", `stty rows 12 cols 80; exec ${line}`, "/dev/null"], cwd);
  const screen = (): string => watched.said().slice(watched.said().lastIndexOf(top) + top.length);
  const shows = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(screen())) await setTimeout(50);
  };
  await shows(/nothing found[\s\S]*Ctrl-C ends it/);
  edit(join(cwd, rule), (text) => text.replaceAll("severity: warning", "severity: odd"));
  await shows(/alert-severity-invalid[\s\S]*more lines[\s\S]*Ctrl-C ends it/);
  expect(screen().split("\n").length).toBeLessThanOrEqual(12);
});

/** Where a screen begins. */
const top = "\u001b[H\u001b[J";

test("what changes files or is for programs is refused beside --watch", () => {
  const cwd = layOut("refused");
  for (const option of [["--fix"], ["--write-baseline"], ["--format", "json"]]) {
    const [file = "", ...args] = [...command, ...option];
    const { status, stderr } = spawnSync(file, args, { cwd, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(`The option ${option[0]} `) });
  }
});

test("after random edits it says what a check by itself says", async () => {
  const seed = partSeed(process.env) ?? 1;
  vi.stubEnv("PATH", `${tools}:${process.env["PATH"]}`);
  const differences = await compareEdits({ edits: 6, seed, chart, tools, schemas, kubernetesVersion });
  expect(differences, `npm run watch-edits -- --edits 6 --seed ${seed}`).toEqual([]);
});

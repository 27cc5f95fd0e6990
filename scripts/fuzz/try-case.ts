import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { asOperatorError } from "../../src/core/errors.ts";
import { readInputs } from "../../src/inputs.ts";
import { localFiles } from "../../src/machine/files/local-files.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import { makeScratchFolder } from "../../src/machine/files/scratch-folder.ts";
import { openPorts } from "../../src/machine/open-ports.ts";
import { createExec } from "../../src/machine/process/exec.ts";
import { noMemory } from "../../src/outside/memory.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { renderStack } from "../../src/render/render-stack.ts";
import { loadStack } from "../../src/stack/load.ts";
import { makeCanaries, wordsIn } from "../../test/attacks/canaries.ts";
import { furnish } from "../../test/attacks/furnish.ts";
import type { Entry, FuzzCase } from "./fuzz-case.ts";
import { type Trace, tracedExec } from "./traced.ts";

export interface Tried {
  /** Whether a tool was started at all. */
  readonly reached: boolean;
  /** What the tools did beyond what we read; a bug of ours is one, too. */
  readonly differences: readonly string[];
}

/** Where a case finds the commands, and the server that nothing may ask. */
export interface FuzzStand {
  readonly tools: string;
  readonly server: string;
  /** Requests so far. */
  readonly requests: () => number;
}

const idle = "/bin/true";
const quiet = { info: () => {}, debug: () => {}, stage: () => {} };

/**
 * Lays a random tree, loads and renders it as the action would, and compares what the tools opened with what they may.
 */
export const tryCase = async (one: FuzzCase, stand: FuzzStand): Promise<Tried> => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "prometheus-stack-fuzz-")));
  const places = { outside: join(root, "outside"), home: join(root, "home"), mount: join(root, "mount") };
  const canaries = makeCanaries();
  furnish(places, canaries);
  const workspace = join(root, "workspace");
  lay(workspace, one.entries, fillWith({ ...places, server: stand.server }));
  writeUnder(workspace, ".git/config", `[http]\n\textraheader = ${canaries.git}\n`);
  const scratch = await makeScratchFolder({ RUNNER_TEMP: root });
  const traces: Trace[] = [];
  const asked = stand.requests();
  try {
    const { text, bug } = await render(one, workspace, places.home, scratch, stand, (trace) => void traces.push(trace));
    const held = [text, ...textsIn(scratch.dir)].join("\n");
    return {
      reached: traces.some(({ program }) => program !== idle),
      differences: [
        ...(bug === null ? [] : [bug]),
        ...traces.flatMap((trace) => beyond(trace, root, scratch.dir)),
        ...wordsIn(held, { ...canaries }).map((name) => `what stands in ${name} was read`),
        ...(stand.requests() === asked ? [] : ["a request arrived"]),
      ],
    };
  } finally {
    await scratch.remove();
    rmSync(root, { recursive: true, force: true });
  }
};

const render = async (
  one: FuzzCase,
  workspace: string,
  home: string,
  scratch: Outside["scratch"],
  { tools }: FuzzStand,
  note: (trace: Trace) => void,
): Promise<{ readonly text: string; readonly bug: string | null }> => {
  const { signal } = new AbortController();
  const env = { PATH: "/usr/bin:/bin", HOME: home, RUNNER_TEMP: dirname(scratch.dir) };
  const exec = tracedExec(createExec({ scratchDir: scratch.dir, signal }), dirname(scratch.dir), note);
  const outside = openPorts(
    readInputs(() => ""),
    {
      ...{
        exec,
        scratch,
        env,
        signal,
        files: localFiles,
        log: quiet,
        cacheDir: join(home, "cache"),
        memory: noMemory,
        mask: () => {},
      },
      workspace: await openWorkspace(workspace),
      httpGet: () => Promise.reject(new Error("nothing is downloaded")),
      now: () => performance.now(),
      tools: {
        get: async (name) => ({
          ...{ name, source: "path", sha256: "" },
          version: name === "helm" ? (one.helm === "helm" ? "4.3.1" : "3.22.0") : "1.35.4",
          // A case is about one of the two; the other one does nothing, which saves half of the time.
          path:
            (name === "helm") === (one.kind !== "kustomization")
              ? join(tools, name === "helm" ? one.helm : name)
              : idle,
        }),
        used: () => [],
      },
    },
  );
  try {
    const inputs = readInputs(() => "");
    const stack = await loadStack(inputs, outside.workspace);
    const helm = await outside.helm();
    const rendered = await renderStack(stack, inputs, outside, { helm, kubeVersion: "1.35.4", twice: false });
    return { text: JSON.stringify(rendered), bug: null };
  } catch (thrown) {
    const known = asOperatorError(thrown);
    if (known === undefined) return { text: "", bug: `a bug: ${thrown instanceof Error ? thrown.stack : thrown}` };
    return { text: known.message, bug: known.reason === "timeout" ? known.message : null };
  }
};

/** Opened below the case's folder and not in scratch, connected, or started. */
const beyond = ({ opened, connected, started }: Trace, root: string, scratch: string): readonly string[] => [
  ...new Set([
    ...opened.filter((path) => isBelow(path, root) && !isBelow(path, scratch)).map((path) => `opened ${path}`),
    ...opened
      .filter((path) => /^\/proc\/[^/]+\/environ$|^\/dev\/(?:zero|stdin)$/.test(path))
      .map((path) => `opened ${path}`),
    ...connected.map((call) => `connected: ${call}`),
    ...started.map((path) => `started ${path}`),
  ]),
];

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

const fillWith = ({ server, ...places }: Readonly<Record<string, string>>) => {
  const names: Readonly<Record<string, string>> = {
    OUTSIDE: places["outside"] ?? "",
    HOME: places["home"] ?? "",
    MOUNT: places["mount"] ?? "",
    HERE: server ?? "",
    HERE_HOST: (server ?? "").replace("http://", ""),
  };
  return (text: string): string => text.replaceAll(/\$([A-Z_]+)/g, (whole, name: string) => names[name] ?? whole);
};

const lay = (workspace: string, entries: ReadonlyMap<string, Entry>, fill: (text: string) => string): void => {
  for (const [path, entry] of entries) {
    const name = fill(path);
    if ("file" in entry) writeUnder(workspace, name, filled(entry.file, fill));
    else {
      mkdirSync(dirname(join(workspace, name)), { recursive: true });
      rmSync(join(workspace, name), { recursive: true, force: true });
      if ("link" in entry) symlinkSync(fill(entry.link), join(workspace, name));
      else execFileSync("mkfifo", [join(workspace, name)]);
    }
  }
};

/** Bytes that are no UTF-8 stay as they are. */
const filled = (content: Uint8Array | string, fill: (text: string) => string): Uint8Array =>
  Buffer.from(
    fill(typeof content === "string" ? content : Buffer.from(content).toString("latin1")),
    typeof content === "string" ? "utf8" : "latin1",
  );

const writeUnder = (folder: string, name: string, content: string | Uint8Array): void => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));

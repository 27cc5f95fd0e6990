import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { toolsCache } from "../../scripts/tool-build/tools-cache.ts";
import { type Inputs, readInputs } from "../../src/inputs.ts";
import { localFiles } from "../../src/machine/files/local-files.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import { makeScratchFolder } from "../../src/machine/files/scratch-folder.ts";
import { openPorts } from "../../src/machine/open-ports.ts";
import { createExec } from "../../src/machine/process/exec.ts";
import { createToolbox } from "../../src/machine/tools/toolbox.ts";
import type { Command } from "../../src/outside/exec.ts";
import type { Helm } from "../../src/outside/helm.ts";
import { noMemory } from "../../src/outside/memory.ts";
import type { Outside } from "../../src/outside/outside.ts";
import type { Render } from "../../src/render/render.ts";
import { defaultKubernetesVersion, renderStack } from "../../src/render/render-stack.ts";
import { loadStack } from "../../src/stack/load.ts";
import type { Stack } from "../../src/stack/stack.ts";
import { tool } from "../tools-dir.ts";

export type HelmName = "helm" | "helm3";

export interface StandOptions {
  /** Files of the repository by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Symbolic links of the repository: path and what it points to. */
  readonly links?: Readonly<Record<string, string>>;
  /** Inputs as a workflow gives them. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Which helm; default: 4. */
  readonly helm?: HelmName;
  /** The process environment beside PATH. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A repository in a temporary folder, and the real commands over it. It goes with the test. */
export interface Stand {
  readonly root: string;
  readonly inputs: Inputs;
  readonly outside: Outside;
  /** Every command that was run. */
  readonly commands: readonly Command[];
  readonly logged: readonly string[];
  readonly masked: readonly string[];
  load(): Promise<Stack>;
  helm(): Promise<Helm>;
  render(options?: { readonly twice?: boolean; readonly stack?: Stack }): Promise<Render>;
}

export const makeStand = async (options: StandOptions = {}): Promise<Stand> => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "render-test-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const repository = join(root, "repository");
  mkdirSync(repository);
  for (const [name, text] of Object.entries(options.files ?? {})) write(join(repository, name), text);
  for (const [name, target] of Object.entries(options.links ?? {})) {
    mkdirSync(dirname(join(repository, name)), { recursive: true });
    symlinkSync(target, join(repository, name));
  }
  const inputs = readInputs((name) => options.inputs?.[name] ?? (name === "tools" ? "path" : ""));
  const [outside, recorded] = await openRecordingOutside(root, repository, inputs, options);
  const stand: Stand = {
    root: repository,
    inputs,
    outside,
    ...recorded,
    load: () => loadStack(inputs, outside.workspace),
    helm: () => {
      return outside.helm();
    },
    async render({ twice = false, stack } = {}) {
      const kubeVersion = inputs.kubernetesVersion ?? defaultKubernetesVersion;
      const own = { helm: await stand.helm(), kubeVersion, twice };
      return renderStack(stack ?? (await stand.load()), inputs, outside, own);
    },
  };
  return stand;
};

const openRecordingOutside = async (root: string, repository: string, inputs: Inputs, options: StandOptions) => {
  // A PATH with one helm under its plain name, as on a runner.
  const bin = join(root, "bin");
  mkdirSync(bin);
  symlinkSync(await tool(options.helm ?? "helm"), join(bin, "helm"));
  symlinkSync(await tool("kubectl"), join(bin, "kubectl"));
  const env = { RUNNER_TEMP: root, PATH: bin, ...options.env };
  const scratch = await makeScratchFolder(env);
  onTestFinished(() => scratch.remove());
  const recorded = { commands: [] as Command[], logged: [] as string[], masked: [] as string[] };
  const { signal } = new AbortController();
  const exec = createExec({ scratchDir: scratch.dir, signal });
  const httpGet = () => Promise.reject(new Error("rendering downloads nothing by itself"));
  const log = {
    info: (message: string) => void recorded.logged.push(message),
    debug: () => {},
    stage: () => {},
  };
  const cacheDir = withKnownTools(join(root, "cache"));
  const outside = openPorts(inputs, {
    exec: (command) => {
      recorded.commands.push(command);
      return exec(command);
    },
    workspace: await openWorkspace(repository),
    scratch,
    files: localFiles,
    tools: createToolbox({
      versions: inputs.toolVersions,
      mode: inputs.tools,
      exec,
      httpGet,
      log,
      env,
      workspace: repository,
      cacheDir,
      signal,
    }),
    httpGet,
    log,
    now: () => performance.now(),
    env,
    signal,
    cacheDir,
    memory: noMemory,
    mask: (secret) => void recorded.masked.push(secret),
  });
  return [outside, recorded] as const;
};

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** A folder beside the repository, e.g. a user's HOME. */
export const folderOf = (stand: Stand, name: string): string => {
  const path = resolve(stand.root, "..", name);
  mkdirSync(path, { recursive: true });
  return path;
};

/** A cache that has looked at the commands before, as that of a user has: helm alone takes 0.1 s to digest. */
const withKnownTools = (cacheDir: string): string => {
  const known = join(toolsCache(process.env), "probed");
  mkdirSync(known, { recursive: true });
  mkdirSync(cacheDir);
  symlinkSync(known, join(cacheDir, "probed"));
  return cacheDir;
};

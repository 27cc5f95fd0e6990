import { cpSync, existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { checks } from "../../src/checks/index.ts";
import { nextRound } from "../../src/core/lately.ts";
import { readInputs } from "../../src/inputs.ts";
import { localFiles } from "../../src/machine/files/local-files.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import { makeScratchFolder } from "../../src/machine/files/scratch-folder.ts";
import { createHttpGet } from "../../src/machine/network/http-get.ts";
import { openPorts } from "../../src/machine/open-ports.ts";
import { findLimiter } from "../../src/machine/process/child-limits.ts";
import { createExec } from "../../src/machine/process/exec.ts";
import { createToolbox } from "../../src/machine/tools/toolbox.ts";
import { type Memory, noMemory } from "../../src/outside/memory.ts";
import type { Log } from "../../src/outside/outside.ts";
import { type OpenedConfig, withoutConfig } from "../../src/policy/open-config.ts";
import { readConfig } from "../../src/policy/read-config.ts";
import type { Report } from "../../src/report/report.ts";
import { run } from "../../src/run.ts";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";
import { rememberCommands } from "./remembered-commands.ts";

/** A repository with our stand-in chart, in which stacks can be laid out and checked as the action does it. */
export interface Repository {
  readonly folder: string;
  /** `mode: check` with the real commands over one stack of the repository; default: without earlier answers. */
  check(stack: string, memory?: Memory): Promise<Report>;
  close(): Promise<void>;
}

const chart = "charts/kube-prometheus-stack";
/** Five are checked beside each other, and twice as many share what lately() remembers; then what is older goes. */
const roundOfChecks = 10;
const silent: Log = { info: () => {}, debug: () => {}, stage: () => {} };

/** Makes an empty repository in a temporary folder. */
export const makeRepository = async (): Promise<Repository> => {
  const folder = await mkdtemp(join(tmpdir(), "checks-"));
  cpSync(resolve(import.meta.dirname, "../../fixtures", chart), join(folder, chart), { recursive: true });
  const [schemas, bin] = await Promise.all([kubernetesSchemas(), toolsDir(checkCommands)]);
  const env = { PATH: bin, RUNNER_TEMP: folder };
  const { signal } = new AbortController();
  const httpGet = createHttpGet({ signal });
  /** A fixture's `_config.yaml` is its configuration. */
  const configOf = (stack: string): OpenedConfig => {
    const file = join(folder, stack, "_config.yaml");
    if (!existsSync(file)) return withoutConfig;
    const config = readConfig(readFileSync(file, "utf8"), `${stack}/_config.yaml`, undefined, checks);
    return { ...withoutConfig, config };
  };
  const inputs = (stack: string) =>
    readInputs(
      (name) => {
        const given: Readonly<Record<string, string>> = {
          path: stack,
          chart,
          "schema-locations": schemas,
          "kubernetes-version": kubernetesVersion,
          tools: "path",
        };
        return given[name] ?? "";
      },
      { configured: configOf(stack).config },
    );
  const cacheDir = join(folder, ".cache");
  // One toolbox for all: which version a command has is asked once.
  const limiter = findLimiter();
  const exec = createExec({ scratchDir: folder, signal, limiter });
  const { toolVersions: versions, tools: mode } = inputs(".");
  const workspace = await openWorkspace(folder);
  const machine = { exec, httpGet, log: silent, env, cacheDir, signal };
  const tools = createToolbox({ versions, mode, ...machine, workspace: workspace.root });
  const remember = rememberCommands();
  let checked = 0;
  return {
    folder,
    async check(stack, memory = noMemory) {
      const scratch = await makeScratchFolder(env);
      const commands = { exec: createExec({ scratchDir: scratch.dir, signal, limiter }), scratch };
      const outside = openPorts(inputs(stack), {
        ...remember(commands, join(folder, stack), stack),
        workspace,
        files: localFiles,
        tools,
        httpGet,
        log: silent,
        now: () => performance.now(),
        env,
        signal,
        cacheDir,
        memory,
        mask: () => {},
      });
      const { report } = await run(inputs(stack), configOf(stack), outside).finally(() => scratch.remove());
      checked += 1;
      if (checked % roundOfChecks === 0) nextRound();
      return report;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
};

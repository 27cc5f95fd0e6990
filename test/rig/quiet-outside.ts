import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Inputs } from "../../src/inputs.ts";
import { localFiles } from "../../src/machine/files/local-files.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import { makeScratchFolder } from "../../src/machine/files/scratch-folder.ts";
import { createHttpGet } from "../../src/machine/network/http-get.ts";
import { openPorts } from "../../src/machine/open-ports.ts";
import { createExec } from "../../src/machine/process/exec.ts";
import { createToolbox } from "../../src/machine/tools/toolbox.ts";
import { noMemory } from "../../src/outside/memory.ts";
import type { Log, Machine, Outside } from "../../src/outside/outside.ts";

/**
 * The real outside over a workspace, without a word: the rig's own progress is enough. `close` removes what it made.
 */
export const quietOutside = async (
  inputs: Inputs,
  workspace: string,
  tools: string,
): Promise<Outside & { close(): Promise<void> }> => {
  const home = await mkdtemp(join(tmpdir(), "rig-outside-"));
  const scratch = await makeScratchFolder({ RUNNER_TEMP: home });
  const { signal } = new AbortController();
  const exec = createExec({ scratchDir: scratch.dir, signal });
  const httpGet = createHttpGet({ signal });
  const log: Log = { info: () => {}, debug: () => {}, stage: () => {} };
  const env = { PATH: `${tools}:${process.env["PATH"] ?? ""}`, HOME: home };
  const cacheDir = join(home, "cache");
  const machine: Machine = {
    ...{ exec, httpGet, log, env, cacheDir, signal, scratch, files: localFiles, memory: noMemory, mask: () => {} },
    workspace: await openWorkspace(workspace),
    tools: createToolbox({
      ...{ versions: inputs.toolVersions, mode: "path", signal, exec, httpGet, log, env, cacheDir, workspace },
    }),
    now: () => performance.now(),
  };
  return {
    ...openPorts(inputs, machine),
    async close() {
      await scratch.remove();
      await rm(home, { recursive: true, force: true });
    },
  };
};

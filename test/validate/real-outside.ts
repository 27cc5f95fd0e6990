import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readInputs } from "../../src/inputs.ts";
import { localFiles } from "../../src/machine/files/local-files.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import { makeScratchFolder } from "../../src/machine/files/scratch-folder.ts";
import { createHttpGet } from "../../src/machine/network/http-get.ts";
import { openPorts } from "../../src/machine/open-ports.ts";
import { createExec } from "../../src/machine/process/exec.ts";
import { noMemory } from "../../src/outside/memory.ts";
import type { Machine, Outside } from "../../src/outside/outside.ts";
import type { Tool, ToolName } from "../../src/outside/tools.ts";
import { tool } from "../tools-dir.ts";

const get = async (name: ToolName): Promise<Tool> => ({
  name,
  version: "0.0.0",
  path: await tool(name),
  source: "path",
  sha256: "",
});

/** The real outside over a new workspace, as far as validation uses it; `close` removes all that it made. */
export const realOutside = async (): Promise<Outside & { close(): Promise<void> }> => {
  const home = await mkdtemp(join(tmpdir(), "validate-"));
  const scratch = await makeScratchFolder({ RUNNER_TEMP: home });
  const { signal } = new AbortController();
  const machine: Machine = {
    exec: createExec({ scratchDir: scratch.dir, signal }),
    workspace: await openWorkspace(home),
    scratch,
    files: localFiles,
    tools: { get, used: () => [] },
    httpGet: createHttpGet({ signal }),
    log: { info: () => {}, debug: () => {}, stage: () => {} },
    now: () => performance.now(),
    env: {},
    signal,
    cacheDir: join(home, "cache"),
    memory: noMemory,
    mask: () => {},
  };
  return {
    ...openPorts(
      readInputs(() => ""),
      machine,
    ),
    async close() {
      await scratch.remove();
      await rm(home, { recursive: true, force: true });
    },
  };
};

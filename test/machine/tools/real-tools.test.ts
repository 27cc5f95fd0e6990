import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createExec } from "../../../src/machine/process/exec.ts";
import { toolLock } from "../../../src/machine/tools/tool-lock.ts";
import { createToolbox } from "../../../src/machine/tools/toolbox.ts";
import { toolNames } from "../../../src/outside/tools.ts";
import { tool, toolsDir } from "../../tools-dir.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";

/** The tools of one folder as a run with `tools: path` finds them. */
const toolsOn = (path: string) => {
  const { signal } = new AbortController();
  const dir = temporaryFolder();
  return createToolbox({
    versions: { helm: undefined, kubectl: undefined, kubeconform: undefined, promtool: undefined, amtool: undefined },
    mode: "path",
    exec: createExec({ scratchDir: dir, signal }),
    httpGet: () => Promise.reject(new Error("nothing is downloaded here")),
    log: { info: () => {}, debug: () => {}, stage: () => {} },
    env: { PATH: path, HOME: dir },
    workspace: dir,
    cacheDir: dir,
    signal,
  });
};

test("the versions that the real tools print are read, and are the ones that the lock file names", async () => {
  const tools = toolsOn(await toolsDir(toolNames));
  const found = await Promise.all(toolNames.map((name) => tools.get(name)));
  expect(found.map(({ name, version }) => [name, version])).toEqual(
    toolNames.map((name) => [name, toolLock[name].version]),
  );
});

test("helm 3 on PATH is taken, too", async () => {
  const bin = temporaryFolder();
  symlinkSync(await tool("helm3"), join(bin, "helm"));
  expect((await toolsOn(bin).get("helm")).version).toMatch(/^3\./);
});

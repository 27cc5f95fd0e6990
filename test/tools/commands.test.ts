import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commandImages, commandLock } from "../../scripts/tool-build/command-lock.ts";
import { type CommandName, commandNames, isCommandName, usualCommandNames } from "../../scripts/tool-build/commands.ts";
import { listItems } from "../../scripts/tool-build/items.ts";
import { checkReportedVersion } from "../../scripts/tool-build/reported-version.ts";
import { createExec } from "../../src/machine/process/exec.ts";
import { toolLock } from "../../src/machine/tools/tool-lock.ts";
import { toolNames } from "../../src/outside/tools.ts";
import { tool, toolsDir } from "../tools-dir.ts";

const folder = mkdtempSync(join(tmpdir(), "commands-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const exec = createExec({ scratchDir: folder, signal: new AbortController().signal });
const items = listItems(resolve(import.meta.dirname, "..", ".."), folder, commandNames);
const env = { HOME: folder, PATH: process.env["PATH"] ?? "" };

// What the judge alone asks for has told its version when it was made.
const usual = items.filter(({ name }) => usualCommandNames.includes(name));

test.each(usual)("$name reports $version, the version that is pinned", async ({ name, version, versionArgs }) => {
  await checkReportedVersion(exec, await tool(name), versionArgs, version);
});

test("every command can be asked for", () => {
  expect(items.map((item) => item.name)).toEqual(commandNames);
});

test.each(toolNames)("%s is pinned to one version: built for tests and downloaded by users", (name) => {
  expect(items.find((item) => item.name === name)?.version).toBe(toolLock[name].version);
});

test.each(Object.entries({ ...commandLock, ...commandImages }))(
  "%s is the same version downloaded and built",
  (name, { version }) => {
    expect(items.find((item) => item.name === name)?.version).toBe(version);
  },
);

test("a folder has the commands that were asked for and no others; a name that there is not does not compile", async () => {
  expect(readdirSync(await toolsDir(["kubectl", "helm"])).sort()).toEqual(["helm", "kubectl"]);
  // @ts-expect-error
  const misspelt: CommandName = "kubctl";
  expect(isCommandName(misspelt)).toBe(false);
});

test("a wrong version is told with what was printed", async () => {
  const kubectl = await tool("kubectl");
  const check = checkReportedVersion(exec, kubectl, ["version", "--client"], "1.35.40");
  await expect(check).rejects.toThrow(/must report 1\.35\.40, and reports \(exit 0\): Client Version: v/);
});

test.each(["helm", "helm3"] as const)("%s renders a chart that needs a Kubernetes of today", async (name) => {
  const chart = join(folder, name);
  await mkdir(join(chart, "templates"), { recursive: true });
  await writeFile(
    join(chart, "Chart.yaml"),
    'apiVersion: v2\nname: needy\nversion: 1.0.0\nkubeVersion: ">=1.30.0-0"\n',
  );
  await writeFile(join(chart, "templates", "map.yaml"), "kind: {{ .Capabilities.KubeVersion.Version }}\n");
  const rendered = await exec({ file: await tool(name), args: ["template", chart], env, timeoutMs: 60_000 });
  expect(rendered).toMatchObject({ code: 0, stdout: expect.stringMatching(/kind: v1\.\d\d\.0/) });
});

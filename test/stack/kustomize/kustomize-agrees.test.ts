import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openWorkspace } from "../../../src/machine/files/open-workspace.ts";
import { loadTree } from "../../../src/stack/load-tree.ts";
import { tool } from "../../tools-dir.ts";
import { type Files, repository } from "../tree.ts";

/** What kustomize says of a folder, without git and without a network. */
const build = async (root: string, folder: string): Promise<string> => {
  const run = promisify(execFile)(await tool("kubectl"), ["kustomize", join(root, folder)], {
    env: { HTTPS_PROXY: "http://127.0.0.1:9", HTTP_PROXY: "http://127.0.0.1:9" },
  });
  return run.then(
    ({ stdout }) => stdout,
    (thrown: Error) => thrown.message,
  );
};

const config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n";
const plugin = "apiVersion: x.example/v1\nkind: P\nmetadata: {name: p}\n";

/** Each claim that our reading of references makes about kustomize, put to kustomize. */
test.each<[string, string, Files, string, RegExp]>([
  [
    "field names match in any letter case",
    "RESOURCES: [x.yaml]\n",
    { "s/base/x.yaml": config },
    "file",
    /kind: ConfigMap/,
  ],
  [
    "git is asked before a folder",
    "resources: [github.com/org/repo]\n",
    {
      "s/base/github.com/org/repo/kustomization.yaml": "resources: [x.yaml]\n",
      "s/base/github.com/org/repo/x.yaml": config,
    },
    "remote",
    /git/,
  ],
  [
    "a file is asked before git",
    "resources: [github.com/org/x.yaml]\n",
    { "s/base/github.com/org/x.yaml": config },
    "file",
    /kind: ConfigMap/,
  ],
  [
    "patches may come by HTTP",
    `resources: [x.yaml]\npatches: [{path: "http://x.invalid/p"}]\n`,
    { "s/base/x.yaml": config },
    "remote",
    /x\.invalid/,
  ],
  [
    "an address without two segments is a path",
    "resources: [x.example/y]\n",
    {},
    "missing",
    /no such file|must resolve|doesn't exist/,
  ],
  [
    "what a folder of generators builds is run",
    "generators: [g]\n",
    { "s/base/g/kustomization.yaml": "resources: [p.yaml]\n", "s/base/g/p.yaml": plugin },
    "plugin",
    /external plugin/,
  ],
  [
    "a plugin may stand in place",
    `transformers:\n  - |\n${plugin.replaceAll(/^(?=.)/gm, "    ")}`,
    {},
    "plugin",
    /external plugin/,
  ],
  ["charts need leave", "helmCharts: [{name: x, repo: 'https://x.invalid'}]\n", {}, "chart", /--enable-helm/],
])("%s", async (_claim, kustomization, files, target, said) => {
  const root = await repository({ "s/base/kustomization.yaml": kustomization, ...files });
  const { kustomizations } = await loadTree("s", await openWorkspace(root));
  const references = kustomizations.find(({ folder }) => folder === "s/base")?.references;
  expect(references?.at(-1)?.target).toBe(target);
  expect(await build(root, "s/base")).toMatch(said);
});

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { openWorkspace } from "../../../src/machine/files/open-workspace.ts";
import { notePaths } from "../../../src/machine/watch/noted-paths.ts";
import { watchedPlaces } from "../../../src/machine/watch/watched-places.ts";
import type { Workspace } from "../../../src/outside/workspace.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";

let root: string;
beforeEach(() => {
  root = temporaryFolder();
  for (const folder of ["stack/overlays", "shared/deep"]) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ["stack/overlays/a.yaml", "shared/deep/b.yaml"]) writeFileSync(join(root, file), "");
});

/** The places of what was asked for, relative to the root. */
const placesOf = async (ask: (workspace: Workspace) => Promise<unknown>): Promise<readonly string[]> => {
  const workspace = await openWorkspace(root);
  const noted = notePaths();
  await ask(noted.workspace(workspace));
  const places = await watchedPlaces(noted.paths, workspace);
  return places.map((place) => place.slice(workspace.root.length + 1));
};

test("a walked folder stands for the files in it", async () => {
  const ask = async (workspace: Workspace) => {
    await workspace.walk("stack");
    await workspace.read("stack/overlays/a.yaml");
  };
  expect(await placesOf(ask)).toEqual(["stack"]);
});

test("what is not there is looked for where it would come", async () => {
  expect(await placesOf((workspace) => workspace.read("stack/none/.prometheus-stack.yaml"))).toEqual([
    "stack/none/.prometheus-stack.yaml",
  ]);
  expect(await placesOf((workspace) => workspace.kind("stack/overlays/a.yaml/below"))).toEqual([]);
});

test("behind a link the real place counts, and the link", async () => {
  symlinkSync("../shared/deep/b.yaml", join(root, "stack/b.yaml"));
  symlinkSync("../../shared/deep", join(root, "stack/overlays/deep"));
  expect(await placesOf((workspace) => workspace.read("stack/b.yaml"))).toEqual(["shared/deep/b.yaml", "stack/b.yaml"]);
  expect(await placesOf((workspace) => workspace.walk("stack/overlays"))).toEqual([
    "shared/deep",
    "stack/overlays",
    "stack/overlays/deep",
  ]);
});

test("nothing outside of the repository is watched, wherever a path or a link leads", async () => {
  const elsewhere = temporaryFolder();
  writeFileSync(join(elsewhere, "secret.yaml"), "");
  symlinkSync(elsewhere, join(root, "stack/out"));
  for (const path of ["../secret.yaml", join(elsewhere, "secret.yaml"), ".git/config", "stack/x\0y"])
    expect(await placesOf((workspace) => workspace.read(path)), path).toEqual([]);
  expect(await placesOf((workspace) => workspace.read("stack/out/secret.yaml"))).toEqual([]);
  expect(await placesOf((workspace) => workspace.read("stack/out/none.yaml"))).toEqual([]);
  expect(await placesOf((workspace) => workspace.find("stack/out"))).toEqual(["stack/out"]);
});

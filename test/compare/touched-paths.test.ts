import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { touching, watchPaths } from "../../src/compare/touched-paths.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import type { Workspace } from "../../src/outside/workspace.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "touched-"));
  mkdirSync(join(root, "shared-v2/gpu"), { recursive: true });
  writeFileSync(join(root, "shared-v2/gpu/values.yaml"), "a: 1\n");
  symlinkSync("shared-v2", join(root, "shared"));
});
afterAll(() => rmSync(root, { recursive: true }));

test.each([
  ["by its name", "shared/gpu/values.yaml"],
  ["with a dot before it", "./shared//gpu/values.yaml"],
  ["by its absolute path", "/shared/gpu/values.yaml"],
])("a file that is read through a link, %s, is moved by every link and folder above it", async (_, named) => {
  const { workspace, touched } = watchPaths(await openWorkspace(root));
  expect((await workspace.read(named.startsWith("/") ? `${root}${named}` : named)).ok).toBe(true);
  const { has } = await touched();
  for (const path of ["shared", "shared/gpu", "shared/gpu/values.yaml", "shared-v2", "shared-v2/gpu/values.yaml"])
    expect([path, has(path)]).toEqual([path, true]);
  for (const path of ["share", "shared-v", "shared/other", "shared/gpu/values.yaml.bak", "shared/gpu/values.yaml/a"])
    expect([path, has(path)]).toEqual([path, false]);
});

test("a folder that was listed is moved by what is in it and by what it is in", async () => {
  const { workspace, touched } = watchPaths(await openWorkspace(root));
  await workspace.walk("shared/gpu/");
  const { has } = await touched();
  for (const path of ["shared", "shared/gpu", "shared/gpu/new.yaml", "shared-v2", "shared-v2/gpu/new.yaml"])
    expect([path, has(path)]).toEqual([path, true]);
  expect(has("shared/other")).toBe(false);
});

test("links that are met on the way of others are moved with them, also where they lead nowhere", async () => {
  mkdirSync(join(root, "stack"));
  symlinkSync("shared", join(root, "current"));
  symlinkSync("../current/gpu", join(root, "stack/gpu"));
  symlinkSync("gone", join(root, "lost"));
  symlinkSync("../lost/a.yaml", join(root, "stack/lost.yaml"));
  const linksOf = async (ask: (workspace: Workspace) => Promise<unknown>) => {
    const { workspace, touched } = watchPaths(await openWorkspace(root));
    await ask(workspace);
    const { has } = await touched();
    return ["current", "shared", "shared-v2", "lost", "gone"].filter((path) => has(path));
  };
  expect(await linksOf((workspace) => workspace.read("stack/gpu/values.yaml"))).toEqual([
    ...["current", "shared", "shared-v2"],
  ]);
  expect(await linksOf((workspace) => workspace.kind("stack/lost.yaml"))).toEqual(["lost"]);
  expect(await linksOf((workspace) => workspace.walk("stack"))).toEqual(["current", "shared", "shared-v2", "lost"]);
});

test("the root as a folder is moved by everything, and nothing by none", () => {
  expect(touching(new Set(), new Set(["."])).has("a/b")).toBe(true);
  expect(touching(new Set(), new Set()).has("a/b")).toBe(false);
});

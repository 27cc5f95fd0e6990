import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { openWorkspace } from "../../../src/machine/files/open-workspace.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const put = (root: string, file: string, content: string | Uint8Array = ""): string => {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};

/** A repository `repo` with something private beside it. */
const setUp = async () => {
  const outer = temporaryFolder();
  const root = join(outer, "repo");
  put(outer, "secret.yaml", "password: hunter2\n");
  put(outer, "repo-private/key", "key\n");
  put(root, "stack/base/ns.yaml", "kind: Namespace\n");
  const link = (target: string, name: string): void => symlinkSync(target, join(root, name));
  return { outer, root, link, workspace: await openWorkspace(root) };
};

test("a file is read as text, its byte order mark left out", async () => {
  const { root, workspace } = await setUp();
  put(root, "bom.yaml", "\ufeffkind: Ä\n");
  expect(await workspace.read("stack/base/ns.yaml")).toEqual({ ok: true, text: "kind: Namespace\n" });
  expect(await workspace.read("./stack/../stack/base/ns.yaml")).toMatchObject({ ok: true });
  expect(await workspace.read("bom.yaml")).toEqual({ ok: true, text: "kind: Ä\n" });
});

test.for(["../secret.yaml", "stack/../../secret.yaml", "../repo-private/key", "/etc/passwd", "..", "/"])(
  "%s leads out of the repository and is not read",
  async (path) => {
    const { workspace } = await setUp();
    expect(await workspace.read(path)).toMatchObject({ ok: false, why: "outside" });
    expect(await workspace.kind(path)).toBe("outside");
    expect(await workspace.walk(path)).toEqual([]);
  },
);

test("a link out of the repository is not read, however it is reached", async () => {
  const { link, workspace } = await setUp();
  link("../secret.yaml", "direct");
  link("direct", "by-another-link");
  link("..", "folder");
  link("/etc/passwd", "absolute");
  link("../repo-private", "neighbour");
  for (const path of ["direct", "by-another-link", "folder/secret.yaml", "absolute", "neighbour/key"])
    expect(await workspace.read(path), path).toMatchObject({ ok: false, why: "outside" });
});

test("a link inside the repository is followed", async () => {
  const { link, workspace } = await setUp();
  link("stack/base", "shortcut");
  expect(await workspace.read("shortcut/ns.yaml")).toEqual({ ok: true, text: "kind: Namespace\n" });
});

test("the workspace itself may be reached by a link", async () => {
  const { outer, root } = await setUp();
  symlinkSync(root, join(outer, "checkout"));
  const workspace = await openWorkspace(join(outer, "checkout"));
  expect(workspace.root).toBe(root);
  expect(workspace.absolute("stack/base")).toBe(join(root, "stack/base"));
  expect(await workspace.read("stack/base/ns.yaml")).toMatchObject({ ok: true });
});

test("what is not there, and links that lead nowhere or to each other, are missing", async () => {
  const { link, workspace } = await setUp();
  link("b", "a");
  link("a", "b");
  link("nothing", "dangling");
  for (const path of ["gone.yaml", "stack/base/ns.yaml/below", "a", "dangling", "nul\0byte"]) {
    expect(await workspace.read(path), path).toMatchObject({ ok: false, why: "missing" });
    expect(await workspace.kind(path), path).toBe("missing");
  }
});

test("a folder is no file, and neither a pipe nor a device is opened", async () => {
  const { root, workspace } = await setUp();
  execFileSync("mkfifo", [join(root, "pipe.yaml")]);
  // Reading it would wait for a writer for ever.
  expect(await workspace.read("pipe.yaml")).toMatchObject({ ok: false, why: "not-a-file" });
  expect(await workspace.kind("pipe.yaml")).toBe("other");
  expect(await workspace.read("stack")).toMatchObject({ ok: false, why: "not-a-file" });
  const device = await openWorkspace("/dev");
  expect(await device.read("null")).toMatchObject({ ok: false, why: "not-a-file" });
});

test("a 50 MB file is refused by its size, one of 10 MiB is read", async () => {
  const { root, workspace } = await setUp();
  truncateSync(put(root, "big.yaml"), 50_000_000);
  put(root, "just.yaml", "#".repeat(10 * 1024 * 1024));
  expect(await workspace.read("big.yaml")).toEqual({
    ok: false,
    why: "too-large",
    message: "big.yaml has 47.7 MiB; files above 10 MiB are not read.",
  });
  expect(await workspace.read("just.yaml")).toMatchObject({ ok: true });
});

test("bytes that are no text in UTF-8 are binary", async () => {
  const { root, workspace } = await setUp();
  put(root, "nul.yaml", "a: \0b\n");
  put(root, "latin1.yaml", Buffer.from("gr\xfcn\n", "latin1"));
  put(root, "utf16.yaml", Buffer.from("\ufeffkind: A\n", "utf16le"));
  for (const file of ["nul.yaml", "latin1.yaml", "utf16.yaml"])
    expect(await workspace.read(file), file).toMatchObject({ ok: false, why: "binary" });
});

test("git's own data is not read, by whatever name and link", async () => {
  const { root, link, workspace } = await setUp();
  put(root, ".git/config", "token\n");
  put(root, "module/.git", "gitdir: ../.git/modules/module\n");
  put(root, "stack/.GIT/config", "token\n");
  put(root, "stack/.gitignore", "x\n");
  link(".git", "data");
  link("../.git/config", "stack/values.yaml");
  for (const path of [
    ...[".git", ".git/config", "stack/../.git/config", "module/.git", "stack/.GIT/config"],
    ...["data", "data/config", "stack/values.yaml"],
  ]) {
    expect(await workspace.read(path), path).toMatchObject({
      ok: false,
      why: "outside",
      message: expect.stringContaining("git's own"),
    });
    expect(await workspace.bytes(path), path).toMatchObject({ ok: false, why: "outside" });
    expect(await workspace.find(path), path).toEqual({ kind: "outside", real: null });
  }
  expect(await workspace.walk(".")).toEqual([
    { path: ".git", kind: "directory" },
    { path: "data", kind: "outside" },
    { path: "module/.git", kind: "other" },
    { path: "stack/.GIT", kind: "directory" },
    { path: "stack/.gitignore", kind: "file" },
    { path: "stack/base/ns.yaml", kind: "file" },
    { path: "stack/values.yaml", kind: "outside" },
  ]);
});

test("find names the place behind every link", async () => {
  const { root, link, workspace } = await setUp();
  link("base", "stack/prod");
  link("stack/prod/ns.yaml", "one.yaml");
  link(".", "self");
  expect(await workspace.find("stack/prod/ns.yaml")).toEqual({ kind: "file", real: "stack/base/ns.yaml" });
  expect(await workspace.find("one.yaml")).toEqual({ kind: "file", real: "stack/base/ns.yaml" });
  expect(await workspace.find("self/self/stack")).toEqual({ kind: "directory", real: "stack" });
  expect(await workspace.find(".")).toEqual({ kind: "directory", real: "." });
  expect(await workspace.find("gone")).toEqual({ kind: "missing", real: null });
  put(root, "raw", new Uint8Array([0, 255]));
  expect(await workspace.bytes("raw")).toEqual({ ok: true, bytes: Buffer.from([0, 255]) });
});

test("a workspace that is no folder is told by its name", async () => {
  const { root } = await setUp();
  await expect(openWorkspace(join(root, "gone"))).rejects.toMatchObject({ reason: "invalid-input" });
  await expect(openWorkspace(join(root, "stack/base/ns.yaml"))).rejects.toMatchObject({ reason: "invalid-input" });
});

test("walk lists every file once, sorted by code units", async () => {
  const { root, workspace } = await setUp();
  for (const file of ["stack/b.yaml", "stack/B.yaml", "stack/a/z.yaml", "stack/a.yaml", "stack/.hidden"])
    put(root, file);
  const paths = [
    "stack/.hidden",
    "stack/B.yaml",
    "stack/a.yaml",
    "stack/a/z.yaml",
    "stack/b.yaml",
    "stack/base/ns.yaml",
  ];
  expect(await workspace.walk("stack")).toEqual(paths.map((path) => ({ path, kind: "file" })));
  expect(await workspace.walk("./stack/")).toHaveLength(paths.length);
  expect(await workspace.walk(".")).toHaveLength(paths.length);
  expect(await workspace.walk("gone")).toEqual([]);
});

test("walk names what it does not enter or read", async () => {
  const { root, link, workspace } = await setUp();
  put(root, ".git/config");
  put(root, "node_modules/x/index.yaml");
  link("../secret.yaml", "leaves");
  link("..", "leaves-too");
  link("nothing", "dangling");
  execFileSync("mkfifo", [join(root, "pipe")]);
  expect(await workspace.walk(".")).toEqual([
    { path: ".git", kind: "directory" },
    { path: "dangling", kind: "missing" },
    { path: "leaves", kind: "outside" },
    { path: "leaves-too", kind: "outside" },
    { path: "node_modules", kind: "directory" },
    { path: "pipe", kind: "other" },
    { path: "stack/base/ns.yaml", kind: "file" },
  ]);
});

test("walk ends where links lead in a circle, and enters each folder once", async () => {
  const { root, link, workspace } = await setUp();
  put(root, "shared/rules.yaml");
  link("../base", "stack/base/self");
  link("..", "stack/up");
  link("../shared", "stack/shared");
  link("base/ns.yaml", "stack/again.yaml");
  expect(await workspace.walk("stack")).toEqual([
    { path: "stack/again.yaml", kind: "file", real: "stack/base/ns.yaml" },
    { path: "stack/base/ns.yaml", kind: "file" },
    { path: "stack/base/self", kind: "directory" },
    { path: "stack/shared/rules.yaml", kind: "file", real: "shared/rules.yaml" },
    { path: "stack/up/shared", kind: "directory" },
    { path: "stack/up/stack", kind: "directory" },
  ]);
});

test("links are all that are followed on the way, as far as it stays in the repository", async () => {
  const { root, outer, link, workspace } = await setUp();
  link("base", "stack/prod");
  link("stack/prod/ns.yaml", "one.yaml");
  link(join(root, "stack"), "absolute");
  link("round", "round");
  link("../repo-private", "private");
  link("gone/../one.yaml", "lost");
  link("../.git/config", "stack/git");
  expect(await workspace.links("stack/base/ns.yaml")).toEqual([]);
  expect(await workspace.links("./stack/prod/../prod/ns.yaml")).toEqual(["stack/prod"]);
  expect(await workspace.links("one.yaml")).toEqual(["one.yaml", "stack/prod"]);
  expect(await workspace.links("absolute/prod/none")).toEqual(["absolute", "stack/prod"]);
  expect(new Set(await workspace.links("round/a"))).toEqual(new Set(["round"]));
  expect(await workspace.links("private/key")).toEqual(["private"]);
  expect(await workspace.links("lost")).toEqual(["lost", "one.yaml", "stack/prod"]);
  expect(await workspace.links("stack/git")).toEqual(["stack/git"]);
  expect(await workspace.links(`${outer}/repo-private/key`)).toEqual([]);
});

import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { localFiles } from "../../src/machine/files/local-files.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "files-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test("what is written is read, parents are made, and a second text replaces the first", async () => {
  const path = join(dir, "a", "b", "c.json");
  await localFiles.write(path, "one");
  await localFiles.write(path, "two");
  expect(await localFiles.read(path)).toBe("two");
  expect(await readdir(join(dir, "a", "b"))).toEqual(["c.json"]);
});

test("nothing there, also below a file, is null; a folder cannot be read", async () => {
  await writeFile(join(dir, "file"), "");
  expect(await localFiles.read(join(dir, "none"))).toBeNull();
  expect(await localFiles.read(join(dir, "file", "none"))).toBeNull();
  await expect(localFiles.read(dir)).rejects.toThrow("is no regular file");
});

test("a write that fails leaves nothing behind", async () => {
  await localFiles.write(join(dir, "folder", "x"), "");
  await expect(localFiles.write(join(dir, "folder"), "text")).rejects.toThrow();
  expect(await readdir(dir)).toEqual(["folder"]);
});

test("a folder is told from a file and from nothing", async () => {
  await writeFile(join(dir, "file"), "");
  const told = await Promise.all([dir, join(dir, "file"), join(dir, "none")].map((path) => localFiles.isFolder(path)));
  expect(told).toEqual([true, false, false]);
});

test("a FIFO nobody writes to and a device without an end are refused at once, a link to a file is followed", async () => {
  execFileSync("mkfifo", [join(dir, "fifo")]);
  await symlink("/dev/zero", join(dir, "zero"));
  for (const name of ["fifo", "zero"])
    await expect(localFiles.read(join(dir, name))).rejects.toThrow("is no regular file");
  await writeFile(join(dir, "file"), "text");
  await symlink("file", join(dir, "link"));
  expect(await localFiles.read(join(dir, "link"))).toBe("text");
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localFiles } from "../../src/outside/files.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a file is read, through a link too; one that is missing is null", async () => {
  writeFileSync(join(folder, "file"), "text");
  symlinkSync("file", join(folder, "link"));
  expect(await localFiles.read(join(folder, "link"))).toBe("text");
  expect(await localFiles.read(join(folder, "missing"))).toBeNull();
  expect(await localFiles.read(join(folder, "file", "below"))).toBeNull();
});

test("a FIFO nobody writes to and a device without an end are refused at once", async () => {
  execFileSync("mkfifo", [join(folder, "fifo")]);
  symlinkSync("/dev/zero", join(folder, "zero"));
  for (const name of ["fifo", "zero"])
    await expect(localFiles.read(join(folder, name))).rejects.toThrow("regular file");
});

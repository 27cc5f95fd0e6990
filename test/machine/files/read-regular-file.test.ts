import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readRegularFile, readRegularFileNow } from "../../../src/machine/files/read-regular-file.ts";

describe.each([readRegularFile, readRegularFileNow])("a regular file, by %o,", (read) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "read-regular-file-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const put = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  test.each(["", "a", "x".repeat(100_000)])("is read whole", async (text) => {
    const found = await read(put("file", text), 100_000);
    expect(found.ok && found.bytes.toString()).toBe(text);
  });

  test("above the limit is not read", async () => {
    expect(await read(put("file", "12345"), 4)).toEqual({ ok: false, why: "too-large", size: 5 });
  });

  test("that does not tell its size is read up to the limit", async () => {
    const found = await read("/proc/self/status", 100_000);
    expect(found.ok && found.bytes.length).toBeGreaterThan(100);
    expect(await read("/proc/self/status", 64)).toMatchObject({ ok: false, why: "too-large" });
  });

  test("a link, a FIFO, a device and a folder are none", async () => {
    symlinkSync(put("target", "secret"), join(folder, "link"));
    execFileSync("mkfifo", [join(folder, "fifo")]);
    for (const path of [join(folder, "link"), join(folder, "fifo"), "/dev/zero", folder])
      expect(await read(path, 10)).toEqual({ ok: false, why: "not-a-file" });
  });

  test("one that is missing throws the system's error", async () => {
    await expect((async () => read(join(folder, "missing"), 10))()).rejects.toMatchObject({ code: "ENOENT" });
  });
});

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { writeNewFiles } from "../../../src/machine/files/write-new-files.ts";

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "write-new-files-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

const files = [
  { path: "a/one.txt", text: "one" },
  { path: "a/b/two.sh", text: "two", runs: true },
] as const;

describe("new files", () => {
  test("are written with their folders, a script so that it may be run", async () => {
    const root = folder();
    await writeNewFiles(root, files);
    expect(readFileSync(join(root, "a/one.txt"), "utf8")).toBe("one");
    expect(statSync(join(root, "a/b/two.sh")).mode & 0o100).toBe(0o100);
    expect(statSync(join(root, "a/one.txt")).mode & 0o111).toBe(0);
  });

  test("go into folders that are there", async () => {
    const root = folder();
    mkdirSync(join(root, "a/b"), { recursive: true });
    await writeNewFiles(root, files);
    expect(existsSync(join(root, "a/b/two.sh"))).toBe(true);
  });

  test("are not written at all where one of them is there, which is named and stays as it is", async () => {
    const root = folder();
    mkdirSync(join(root, "a/b"), { recursive: true });
    writeFileSync(join(root, "a/b/two.sh"), "mine");
    await expect(writeNewFiles(root, files)).rejects.toMatchObject({
      reason: "invalid-input",
      message: "Nothing is written, for this is there already: a/b/two.sh.",
    });
    expect(readFileSync(join(root, "a/b/two.sh"), "utf8")).toBe("mine");
    expect(existsSync(join(root, "a/one.txt"))).toBe(false);
  });

  test("follow no link, whether it leads out of the folder, into it or nowhere", async () => {
    const [root, outside] = [folder(), folder()];
    symlinkSync(outside, join(root, "a"));
    await expect(writeNewFiles(root, files)).rejects.toThrow("there already: a.");
    rmSync(join(root, "a"));
    mkdirSync(join(root, "a"));
    symlinkSync(join(outside, "new.txt"), join(root, "a/one.txt"));
    await expect(writeNewFiles(root, files)).rejects.toThrow("there already: a/one.txt.");
    expect(readdirSync(outside)).toEqual([]);
    expect(readdirSync(join(root, "a"))).toEqual(["one.txt"]);
  });

  test("are not written where a file stands in the way of a folder, nor among Git's own", async () => {
    const root = folder();
    writeFileSync(join(root, "a"), "");
    await expect(writeNewFiles(root, files)).rejects.toThrow("there already: a.");
    await expect(writeNewFiles(root, [{ path: ".git/hooks/pre-commit", text: "" }])).rejects.toThrow(".git/hooks");
    expect(existsSync(join(root, ".git"))).toBe(false);
  });

  test("are taken back where one cannot be written", async () => {
    const root = folder();
    const long = { path: `a/${"x".repeat(300)}`, text: "" };
    await expect(writeNewFiles(root, [...files, long])).rejects.toMatchObject({
      reason: "invalid-input",
      message: expect.stringMatching(/^Nothing is written: ENAMETOOLONG/),
    });
    expect(existsSync(join(root, "a/one.txt"))).toBe(false);
  });
});

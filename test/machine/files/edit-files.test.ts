import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEditableFiles } from "../../../src/machine/files/edit-files.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("Git's own files are not written, named outright or by a link, whatever the tree calls its baseline", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, ".git/hooks"), { recursive: true });
  writeFileSync(join(root, ".git/config"), "[core]\n");
  symlinkSync(".git", join(root, "link"));
  symlinkSync(".git/config", join(root, "values.yaml"));
  const files = openEditableFiles(root);
  for (const file of [".git/config", "link/config", "link/hooks/pre-commit", ".git/hooks/pre-commit"])
    await expect(files.create(file, "{}")).rejects.toMatchObject({ reason: "invalid-input" });
  expect(await files.read("values.yaml")).toBeNull();
  await expect(files.write("values.yaml", "")).rejects.toThrow("is not in the repository");
  expect(readFileSync(join(root, ".git/config"), "utf8")).toBe("[core]\n");
  expect(existsSync(join(root, ".git/hooks/pre-commit"))).toBe(false);
  await files.create("baseline.json", "{}");
  expect(readFileSync(join(root, "baseline.json"), "utf8")).toBe("{}");
});

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { writeExporterData } from "../../scripts/exporter-metrics/write-data.ts";
import { changedFiles } from "../../scripts/update/changed-files.ts";
import { temporaryFolder } from "../machine/files/temporary-folder.ts";

const root = resolve(import.meta.dirname, "../..");

/** A repository with these files at its one commit. */
const repositoryOf = (files: Readonly<Record<string, string>>): string => {
  const folder = temporaryFolder();
  const git = (...args: readonly string[]) => execFileSync("git", ["-C", folder, ...args], { stdio: "pipe" });
  git("init", "--quiet");
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  git("add", "--all");
  git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "a");
  return folder;
};

test("what changed is told, new files too, whatever their names", () => {
  const folder = repositoryOf({ "a.txt": "1", "b.txt": "1" });
  expect(changedFiles(folder)).toEqual([]);
  writeFileSync(join(folder, "b.txt"), "2");
  writeFileSync(join(folder, 'with "quotes" and ünicode'), "");
  expect(changedFiles(folder)).toEqual(["b.txt", 'with "quotes" and ünicode']);
});

test("an exporter's data is written anew, and it is told whether that changed anything", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "src/exporters/data"), { recursive: true });
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(join(root, "node_modules/.bin/biome"), join(folder, "node_modules/.bin/biome"));
  const reader = (versions: readonly string[]) => ({
    repository: "o/r",
    read: (clone: string) => ({ clone, versions }),
  });
  const write = (...versions: readonly string[]) => writeExporterData(folder, "some", reader(versions), "a");
  expect([write("1.0.0"), write("1.0.0"), write("1.0.0", "1.1.0")]).toEqual([true, false, true]);
  expect(JSON.parse(readFileSync(join(folder, "src/exporters/data/some.json"), "utf8"))).toEqual({
    clone: "a",
    versions: ["1.0.0", "1.1.0"],
  });
});

test("an unknown part is named with those that there are", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/update.ts"), "--only", "exporter"], {
    encoding: "utf8",
  });
  expect(stderr).toBe("error: there is no part exporter, only commands, exporters, github-api, chart\n");
  expect(status).toBe(2);
});

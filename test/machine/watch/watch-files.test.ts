import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FileWatch, watchFiles } from "../../../src/machine/watch/watch-files.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";

let folder: string;
let files: FileWatch;
beforeEach(() => {
  folder = temporaryFolder();
  files = watchFiles();
});
afterEach(() => files.close());

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};

/** What is told of within a second; nothing where nothing is. */
const changes = (): Promise<readonly string[]> => files.changes(AbortSignal.timeout(1000));

/** Ways in which a tree changes, each tried after the one before it. */
const ways: Readonly<Record<string, () => void>> = {
  "a file is written": () => write("stack/a/1.yaml", "x"),
  "it is saved beside and renamed": () => {
    write("stack/a/.1.yaml.tmp", "y");
    renameSync(join(folder, "stack/a/.1.yaml.tmp"), join(folder, "stack/a/1.yaml"));
  },
  "it is written after that": () => write("stack/a/1.yaml", "z"),
  "a folder comes with a file": () => write("stack/b/c/2.yaml", "x"),
  "that file is written": () => write("stack/b/c/2.yaml", "y"),
  "a folder is removed and made again at once": () => {
    rmSync(join(folder, "stack/a"), { recursive: true });
    write("stack/a/1.yaml", "again");
  },
  "its file is written": () => write("stack/a/1.yaml", "once more"),
  "a folder is exchanged": () => {
    renameSync(join(folder, "stack/b"), join(folder, "stack/old"));
    write("stack/b/c/2.yaml", "other");
  },
  "the file in that is written": () => write("stack/b/c/2.yaml", "more"),
  "all is removed": () => rmSync(join(folder, "stack"), { recursive: true }),
  "all is there again": () => write("stack/a/1.yaml", "back"),
  "and written": () => write("stack/a/1.yaml", "and forth"),
};

test("no change is missed, however an editor saves and whatever becomes of the folders", async () => {
  write("stack/a/1.yaml", "");
  await files.watch([join(folder, "stack")]);
  for (const [way, change] of Object.entries(ways)) {
    change();
    expect((await changes()).length, way).toBeGreaterThan(0);
  }
});

test("a burst of changes is told of a few times, and not file by file", async () => {
  write("stack/0.yaml", "");
  await files.watch([join(folder, "stack")]);
  for (let n = 0; n < 300; n += 1) write(`stack/${n}.yaml`, "x");
  const told = new Set<string>();
  let times = 0;
  for (let paths = await changes(); paths.length > 0; paths = await changes(), times += 1)
    for (const path of paths) told.add(path);
  expect(told.size).toBe(300);
  expect(times).toBeLessThan(30);
});

test("what is not there yet is told of when it comes, what was not asked for never", async () => {
  write("stack/a/1.yaml", "");
  await files.watch([join(folder, "stack/a"), join(folder, "config/.prometheus-stack.yaml")]);
  write("stack/other.yaml", "x");
  expect(await changes()).toEqual([]);
  write("config/.prometheus-stack.yaml", "checks: {}");
  expect(await changes()).toContain(join(folder, "config/.prometheus-stack.yaml"));
});

test("git's own data, installed packages and what a link leads to count for nothing", async () => {
  const elsewhere = temporaryFolder();
  write("stack/.git/HEAD", "");
  write("stack/node_modules/x/x.yaml", "");
  symlinkSync(elsewhere, join(folder, "stack/link"));
  await files.watch([join(folder, "stack")]);
  write("stack/.git/HEAD", "x");
  write("stack/node_modules/x/x.yaml", "x");
  writeFileSync(join(elsewhere, "secret.yaml"), "x");
  expect(await changes()).toEqual([]);
});

test("it says whether there is more to watch than before, and forgets what is left out", async () => {
  write("a/1.yaml", "");
  write("b/1.yaml", "");
  const [a, b] = [join(folder, "a"), join(folder, "b")];
  expect(await files.watch([a, b])).toBe(true);
  expect(await files.watch([a, b])).toBe(false);
  expect(await files.watch([a])).toBe(false);
  write("b/1.yaml", "x");
  expect(await changes()).toEqual([]);
  expect(await files.watch([a, b])).toBe(true);
});

test("waiting ends when it is to end", async () => {
  write("stack/1.yaml", "");
  await files.watch([join(folder, "stack")]);
  const controller = new AbortController();
  const waiting = files.changes(controller.signal);
  await setTimeout(20);
  controller.abort();
  expect(await waiting).toEqual([]);
});

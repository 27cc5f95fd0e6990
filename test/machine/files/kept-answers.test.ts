import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptAnswers } from "../../../src/machine/files/kept-answers.ts";
import type { Asked, Memory } from "../../../src/outside/memory.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const asked: Asked = ["render/1", "chart-digest", "adminPassword: correct horse battery staple\n"];

interface Kept {
  readonly folder: string;
  readonly told: readonly string[];
  /** The memory of another run on the same folder. */
  open(): Memory;
  files(): readonly string[];
}

const kept = (): Kept => {
  const folder = temporaryFolder();
  const told: string[] = [];
  return {
    folder,
    told,
    open: () => keptAnswers(folder, { info: (message) => void told.push(message) }),
    files: () => readdirSync(folder).map((name) => join(folder, name)),
  };
};

const only = ({ files }: Kept): string => {
  const [file = "", ...more] = files();
  expect(more).toEqual([]);
  return file;
};

test("the next run recalls what was kept, for exactly what was asked", () => {
  const { open, told } = kept();
  expect(open().recall(asked)).toBeNull();
  open().keep(asked, "the password is correct horse\u2028 \ud83d\ude80");
  expect(open().recall(asked)).toBe("the password is correct horse\u2028 \ud83d\ude80");
  const [question, ...parts] = asked;
  expect(open().recall([question, ...parts, ""])).toBeNull();
  expect(open().recall([question, parts.join("")])).toBeNull();
  expect(open().recall(["render/2", ...parts])).toBeNull();
  expect(told).toEqual([]);
});

test("neither what was asked nor the answer can be read in the folder", () => {
  const all = kept();
  all.open().keep(asked, "admin-password: correct horse battery staple\n".repeat(100));
  const file = only(all);
  for (const part of ["correct", "chart-digest", "render"]) {
    expect(readFileSync(file).includes(part)).toBe(false);
    expect(file).not.toContain(part);
  }
  expect(statSync(file).mode & 0o077).toBe(0);
});

const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  "a bit is another": (bytes) => {
    const copy = Buffer.from(bytes);
    copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
    return copy;
  },
  "half of it is written": (bytes) => bytes.subarray(0, bytes.length / 2),
  "it is empty": () => Buffer.alloc(0),
  "it is another's": () => Buffer.from("an answer of another version"),
};

test.for(Object.entries(damages))("where %s nothing is recalled, and one line says so", ([, damage]) => {
  const all = kept();
  all.open().keep(asked, "yes");
  const file = only(all);
  writeFileSync(file, damage(readFileSync(file)));
  const memory = all.open();
  expect(memory.recall(asked)).toBeNull();
  expect(all.told).toEqual([`${file} is damaged: what it held is made again, as is what else is damaged there`]);
  memory.keep(asked, "yes");
  expect(memory.recall(asked)).toBe("yes");
});

test("an answer under another's name is none", () => {
  const all = kept();
  all.open().keep(asked, "valid");
  const file = only(all);
  const other: Asked = ["render/1", "another chart"];
  all.open().keep(other, "invalid");
  const second = all.files().find((one) => one !== file) ?? "";
  writeFileSync(second, readFileSync(file));
  expect(all.open().recall(other)).toBeNull();
});

test("two runs at once keep and recall on one folder", () => {
  const all = kept();
  const [one, two] = [all.open(), all.open()];
  one.keep(asked, "first");
  two.keep(asked, "second");
  expect(one.recall(asked)).toBe("second");
  expect(all.files()).toHaveLength(1);
});

test("where nothing can be written one line says so, and the run goes on", () => {
  const all = kept();
  const memory = all.open();
  rmSync(all.folder, { recursive: true });
  memory.keep(asked, "yes");
  memory.keep(["render/1", "b"], "yes");
  expect(all.told).toHaveLength(1);
  expect(all.told[0]).toMatch(/^Nothing is kept for the next run: ENOENT/);
  expect(memory.recall(asked)).toBeNull();
});

test("what was asked for longest ago makes room", () => {
  const all = kept();
  const first = all.open();
  const about = (n: number): Asked => ["fact/1", String(n)];
  for (let n = 0; n < 600; n++) first.keep(about(n), `answer ${n}`);
  for (const [index, file] of all.files().entries()) utimesSync(file, 1000 + index, 1000 + index);
  expect(first.recall(about(7))).toBe("answer 7");
  all.open().keep(about(1000), "answer 1000");
  expect(all.files()).toHaveLength(501);
  expect(first.recall(about(7))).toBe("answer 7");
});

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { attacks } from "./index.ts";

const repository = resolve(import.meta.dirname, "../..");
const page = readFileSync(resolve(repository, "docs/threat-model.md"), "utf8");

test("every theme of the corpus is in the threat model, and no other", () => {
  const told = [...page.matchAll(/themes? ((?:`[^`]+`(?:, )?)+)/g)].flatMap(([, names = ""]) =>
    names.match(/[^`, ]+/g),
  );
  const themes = attacks.map(({ name }) => name.slice(0, name.indexOf(":")));
  expect([...new Set(told)].sort()).toEqual([...new Set(themes)].sort());
});

test("every file that it names is there", () => {
  const files = [...page.matchAll(/`((?:src|test|docs)\/[^`]+)`/g)].map(([, file = ""]) => file);
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter((file) => !existsSync(resolve(repository, file)))).toEqual([]);
});

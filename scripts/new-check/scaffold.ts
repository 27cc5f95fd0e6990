import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "../../src/checks/check.ts";
import { nameOf } from "../docs/checks-module.ts";

/** A file to write, relative to the repository root. */
export interface NewFile {
  readonly file: string;
  readonly text: string;
}

const title = "TODO: one sentence that says what it finds.";

/** Why `id` cannot name a new check; null where it can. */
export const refusal = (
  id: string | undefined,
  checks: readonly Check[],
  taken: (file: string) => boolean,
): string | null => {
  if (id === undefined) return "Name the new check: npm run new-check <id>";
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id))
    return `${id} is no id: at least two words of lower case letters and digits, joined by -, as in gpu-rules-missing`;
  if (checks.some((check) => check.id === id)) return `There is a check ${id} already`;
  const file = [`src/checks/${id}.ts`, `docs/checks/${id}.md`, `fixtures/checks/${id}`].find(taken);
  return file === undefined ? null : `${file} is there already`;
};

/** All that a new check needs beside the generated files, with TODO where a person has to decide. */
export const scaffold = (id: string): readonly NewFile[] => {
  const fill = (template: string): string =>
    readFileSync(join(import.meta.dirname, template), "utf8")
      .replaceAll("{{id}}", id)
      .replaceAll("{{name}}", nameOf(id))
      .replaceAll("{{title}}", title);
  return [
    { file: `src/checks/${id}.ts`, text: fill("check.ts.txt") },
    { file: `docs/checks/${id}.md`, text: fill("page.md.txt") },
    { file: `fixtures/checks/${id}/bad/_expect.txt`, text: `${id} TODO:1\n` },
    { file: `fixtures/checks/${id}/good-trap/_expect.txt`, text: "" },
  ];
};

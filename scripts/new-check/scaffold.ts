import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "../../src/checks/check.ts";
import { checksIndex } from "../docs/checks-index.ts";

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

/** All that a new check needs, with TODO where a person has to decide. `indexSource` is the text of src/checks/index.ts. */
export const scaffold = (id: string, checks: readonly Check[], indexSource: string): readonly NewFile[] => {
  const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const fill = (template: string): string =>
    readFileSync(join(import.meta.dirname, template), "utf8")
      .replaceAll("{{id}}", id)
      .replaceAll("{{name}}", name)
      .replaceAll("{{title}}", title);
  const stub: Check = { id, title, severity: "warning", decidedBy: "own", reads: ["stack"], find: () => [] };
  return [
    { file: `src/checks/${id}.ts`, text: fill("check.ts.txt") },
    { file: "src/checks/index.ts", text: withCheck(indexSource, id, name) },
    { file: `docs/checks/${id}.md`, text: fill("page.md.txt") },
    { file: "docs/checks.md", text: checksIndex([...checks, stub]) },
    { file: `fixtures/checks/${id}/bad/_expect.txt`, text: `${id} TODO:1\n` },
    { file: `fixtures/checks/${id}/good-trap/_expect.txt`, text: "" },
  ];
};

const withCheck = (source: string, id: string, name: string): string => {
  const lines = source.split("\n");
  insertSorted(lines, `import { ${name} } from "./${id}.ts";`, /^import \{ \w+ \} from "\.\/[\w-]+\.ts";$/, byModule);
  insertSorted(lines, `  ${name},`, /^ {2}\w+,$/, (line) => line);
  return lines.join("\n");
};

/** Biome orders imports by module, so must we. */
const byModule = (line: string): string => line.split('"')[1] ?? "";

const insertSorted = (lines: string[], line: string, like: RegExp, key: (line: string) => string): void => {
  const last = lines.findLastIndex((other) => like.test(other));
  const after = lines.findIndex((other) => like.test(other) && key(other) > key(line));
  lines.splice(after < 0 ? last + 1 : after, 0, line);
};

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compare } from "../../src/core/finding.ts";

/** The text of src/checks/index.ts: every check that a file of the folder has, in the order of their ids. */
export const checksModule = (folder: string): string => {
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isCheck(readFileSync(join(folder, entry.name), "utf8")))
    .map(({ name }) => name.replace(/\.ts$/, ""));
  const imports = [
    ...ids.map((id) => [`./${id}.ts`, `{ ${nameOf(id)} }`] as const),
    ["./check.ts", "type { Check }"] as const,
  ];
  return `${imports
    .toSorted(([a], [b]) => compare(a, b))
    .map(([file, names]) => `import ${names} from "${file}";\n`)
    .join("")}
/** Every check there is. Written by \`npm run docs\` from the files of this folder. */
export const checks: readonly Check[] = [
${ids
  .toSorted(compare)
  .map((id) => `  ${nameOf(id)},\n`)
  .join("")}];
`;
};

/** What a check is called in the program: `gpuRulesMissing` for `gpu-rules-missing`. */
export const nameOf = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A check is written out, or hands on what a hop says. */
const isCheck = (source: string): boolean => /^export const \w+(?:: Check = \{| = hopCheck\()/m.test(source);

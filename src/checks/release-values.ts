import type { Edit, Location } from "../finding.ts";
import { valueAt } from "../manifest.ts";
import type { SetArgument, Stack } from "../stack/stack.ts";
import type { YamlFile } from "../stack/yaml-file.ts";
import { installAt } from "./absence.ts";

/** A key of the chart's values, e.g. `["grafana", "enabled"]`. */
export type ValuesKey = readonly string[];

/** Where the release sets the first of these values that it sets at all; else install.sh's helm line, which could. */
export const governedAt = (stack: Stack, keys: readonly ValuesKey[]): Location => {
  for (const key of keys) {
    const at = setAt(stack, key);
    if (at !== null) return at;
  }
  return installAt(stack);
};

/** Where the release sets a value: `--set` wins over files and later ones win over earlier ones, as helm has it. Null where it does not. */
export const setAt = (stack: Stack, key: ValuesKey): Location | null =>
  stack.release.sets.findLast((argument) => sets(argument, key))?.at ??
  fileThatSets(stack, key)?.documents[0]?.locate(key) ??
  null;

/** The edit that switches `key` on, where a value file holds it on a line of its own as `false`. */
export const switchOn = (stack: Stack, key: ValuesKey): readonly Edit[] => {
  if (stack.release.sets.some((argument) => sets(argument, key))) return [];
  const file = fileThatSets(stack, key);
  const at = file?.documents[0]?.locate(key);
  if (file === undefined || at === undefined) return [];
  const line = file.text.split(/\r?\n/)[at.line - 1] ?? "";
  const text = line.replace(/^(\s*[\w-]+:\s+)false(?=\s|$)/, "$1true");
  return text === line ? [] : [{ file: file.file, startLine: at.line, endLine: at.line, text }];
};

const fileThatSets = (stack: Stack, key: ValuesKey): YamlFile | undefined =>
  stack.valueFiles.findLast(({ documents }) => valueAt(documents[0]?.value, key) !== undefined);

const sets = ({ flag, value }: SetArgument, key: ValuesKey): boolean =>
  flag !== "--set-file" && value.split(",").some((part) => part.trim().startsWith(`${key.join(".")}=`));

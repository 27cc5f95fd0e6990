import { posix } from "node:path";
import type { Redirection, Word } from "unbash";
import type { Doubt, FileWrite, HelmCall } from "./helm-call.ts";
import type { HelmLine } from "./helm-line.ts";
import { type Field, root, type ShellValue } from "./shell-value.ts";

/** Programs that change the files named after them, where an option or nothing asks for it. */
const changing: Readonly<Record<string, RegExp | null>> = {
  sed: /^(?:-[a-zA-Z]*i|--in-place)/,
  perl: /^-[a-zA-Z0]*i/,
  yq: /^(?:-[a-zA-Z]*i|--inplace)/,
  tee: null,
  sponge: null,
};

/** Programs of whose operands the last one is written. */
const copying = ["cp", "mv", "install", "ln"];

/** The arguments of a program that are files which it writes. */
export const writtenArguments = (words: readonly Field[]): readonly Field[] => {
  const [program, ...args] = words;
  const name = program?.value.known ? posix.basename(program.value.text) : "";
  const texts = args.map(({ value }) => (value.known ? value.text : ""));
  const operands = args.filter((_, index) => !texts[index]?.startsWith("-"));
  if (copying.includes(name)) return operands.slice(1).slice(-1);
  if (name === "curl" || name === "wget") return args.filter((_, index) => /^-[oO]$/.test(texts[index - 1] ?? ""));
  const option = Object.hasOwn(changing, name) ? changing[name] : undefined;
  if (option === undefined) return [];
  return option === null || texts.some((text) => option.test(text)) ? operands : [];
};

/** The words to which redirections write. */
export const redirectedWords = (redirects: readonly Redirection[]): readonly Word[] =>
  redirects.flatMap((one) =>
    one.type === "Redirect" && /^(?:>>?|>\||&>>?)$/.test(one.operator) && one.target !== undefined ? [one.target] : [],
  );

/** Value files that the script writes before helm reads them: what lies in the tree is not what is installed. */
export const rewrittenValues = (
  { valueFiles, call }: HelmLine,
  calls: readonly HelmCall[],
  writes: readonly FileWrite[],
): readonly Doubt[] => {
  const files = new Set(valueFiles.flatMap(({ value }) => pathsOf(value, call.folders)));
  const before = writes.filter(({ callsBefore }) => callsBefore <= calls.indexOf(call));
  return before.flatMap(({ file: { value, start, end }, folders }) =>
    value.known && pathsOf(value, folders).some((path) => files.has(path))
      ? [
          {
            message: `The script writes ${posix.basename(value.text)} before helm reads it: what is checked here are the values as they lie in the tree, and others are installed`,
            start,
            end,
          },
        ]
      : [],
  );
};

/** From the repository's root, in each folder that may be meant. */
const pathsOf = (value: ShellValue, folders: readonly string[] | null): readonly string[] => {
  if (!value.known) return [];
  if (value.text.startsWith(root)) return [posix.join(value.text.slice(root.length)).replace(/^\//, "")];
  return (folders ?? []).map((folder) => posix.join(folder, value.text));
};

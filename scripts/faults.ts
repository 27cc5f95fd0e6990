// npm run faults [-- planted [part of a title ...] | -- matrix [--dist --only <regex> --share 2 --seed 1 --list --jobs
// 2]]: what goes wrong, caused on purpose: faults planted in a stack that runs, and what a deploy meets that is cut
// off. Without a name both run; exit code 1 where one of them ends so.
import { runMatrix } from "./faults/matrix.ts";
import { planted } from "./faults/planted.ts";

/** Each with what follows its name on the command line. */
const halves: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = { planted, matrix: runMatrix };

const [name, ...args] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(halves) : [halves[name]];
for (const half of chosen) {
  if (half === undefined) throw new Error(`There is no ${name}: ${Object.keys(halves).join(", ")}`);
  process.exitCode = Math.max(Number(process.exitCode ?? 0), await half(args));
}

// How the time of each parser and each pass over text grows with what it is given: at most twice as long for twice as
// much. Prints a table, and fails where one grows faster.
import { growthCases } from "./growth/cases.ts";
import { growthLine, measureGrowth } from "./growth/measure-growth.ts";

/** A size is doubled until its time can be told from noise, up to this factor. */
const largest = 64;
const wanted = process.argv[2] ?? "";

console.log(
  `${"".padEnd(52)}${"n".padStart(9)}${["n", "2n", "4n"].map((one) => `${one} ms`.padStart(8)).join("")} 4n/2n`,
);
const growths = growthCases
  .filter(({ name }) => name.includes(wanted))
  .map((one) => {
    const growth = measureGrowth(one, largest);
    console.log(growthLine(growth));
    return growth;
  });
const failed = growths.filter(({ isLinear }) => !isLinear);
console.log(`${growths.length} passes, ${failed.length} that grow faster than what they are given`);
process.exitCode = failed.length === 0 ? 0 : 1;

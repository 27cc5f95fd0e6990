// Format, lint and types of the whole repository, all of them even where one fails.
import { nodeBin, tryInherited } from "./run-inherited.ts";

const results = [
  tryInherited(nodeBin("biome"), ["ci", "--error-on-warnings", "."]),
  tryInherited(nodeBin("tsc"), ["-p", "tsconfig.json"]),
];
process.exitCode = results.every((passed) => passed) ? 0 : 1;

// Types are checked and stripped by tsc; ncc then bundles JavaScript, because its own TypeScript support needs a compiler API that TypeScript 7 lacks.
import { rmSync } from "node:fs";
import { nodeBin, runInherited } from "./run-inherited.ts";

rmSync("build", { recursive: true, force: true });
runInherited(nodeBin("tsc"), ["-p", "tsconfig.build.json"]);
// Only now: sources that do not compile leave the last bundle as it was.
rmSync("dist", { recursive: true, force: true });
for (const [entry, out] of [
  ["build/src/main.js", "dist"],
  ["build/src/cli.js", "dist/cli"],
] as const)
  runInherited(nodeBin("ncc"), ["build", entry, "--out", out, "--license", "licenses.txt", "--no-cache"]);

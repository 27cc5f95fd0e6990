// Types are checked and stripped by tsc; ncc then bundles JavaScript, because its own TypeScript support needs a compiler API that TypeScript 7 lacks.
import { rmSync } from "node:fs";
import { nodeBin, runInherited } from "./run-inherited.ts";

for (const folder of ["build", "dist"]) rmSync(folder, { recursive: true, force: true });
runInherited(nodeBin("tsc"), ["-p", "tsconfig.build.json"]);
runInherited(nodeBin("ncc"), [
  "build",
  "build/src/main.js",
  "--out",
  "dist",
  "--license",
  "licenses.txt",
  "--no-cache",
]);

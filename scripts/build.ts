// Types are checked and stripped by tsc; ncc then bundles JavaScript, because its own TypeScript support needs a
// compiler API that TypeScript 7 lacks.
import { chmodSync, copyFileSync, mkdirSync, rmSync } from "node:fs";
import { nodeBin, runInherited } from "./run-inherited.ts";

rmSync("build", { recursive: true, force: true });
runInherited(nodeBin("tsc"), ["-p", "tsconfig.build.json"]);
// Only now: sources that do not compile leave the last bundle as it was.
rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
// The entries are small and load the program themselves: what both need is there once.
for (const [source, target] of [
  ["program", "program"],
  ["main", "index"],
  ["cli", "cli"],
] as const) {
  const out = `build/bundles/${source}`;
  runInherited(nodeBin("ncc"), [
    ...["build", `build/src/${source}.js`, "--out", out],
    ...["--license", "licenses.txt", "--no-cache"],
  ]);
  copyFileSync(`${out}/index.js`, `dist/${target}.js`);
}
for (const name of ["licenses.txt", "package.json"]) copyFileSync(`build/bundles/program/${name}`, `dist/${name}`);
chmodSync("dist/cli.js", 0o755);

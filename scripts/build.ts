// Types are checked and stripped by tsc; ncc then bundles JavaScript, because its own TypeScript support needs a
// compiler API that TypeScript 7 lacks.
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { asciiScript, lazyModules } from "./quick-script.ts";
import { nodeBin, runInherited } from "./run-inherited.ts";

/**
 * The bundle of a file of ours and all that it imports: the folder of `index.js`, and of a file for each part that is
 * loaded by an `import()`.
 */
const bundleOf = (source: string): string => {
  const out = `build/bundles/${source}`;
  runInherited(nodeBin("ncc"), [
    ...["build", `build/src/${source}.js`, "--out", out],
    ...["--license", "licenses.txt", "--no-cache"],
  ]);
  return out;
};

/** Of our own files as they are compiled, and of the packages' versions. */
const digestOfBuilt = (): string => {
  const hash = createHash("sha256").update(readFileSync("package-lock.json"));
  for (const name of readdirSync("build/src", { recursive: true, encoding: "utf8" }).sort())
    if (/\.js(?:on)?$/.test(name)) hash.update(`\0${name}\0`).update(readFileSync(`build/src/${name}`));
  return hash.digest("hex");
};

rmSync("build", { recursive: true, force: true });
runInherited(nodeBin("tsc"), ["-p", "tsconfig.build.json"]);
// Only now: sources that do not compile leave the last bundle as it was.
rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/program", { recursive: true });
// The entries are small and load the program themselves: what both need is there once.
for (const [source, target] of [
  ["main", "index"],
  ["cli", "cli"],
  ["load-program", "program"],
] as const)
  copyFileSync(`${bundleOf(source)}/index.js`, `dist/${target}.js`);
// Of a package without a type ncc makes no module: src/load-program.ts runs a script, and says why. The program tells
// its version by the same file, and which one it is (src/machine/files/program-identity.ts).
const { type: _, ...about } = JSON.parse(readFileSync("build/package.json", "utf8")) as Record<string, unknown>;
writeFileSync("build/package.json", JSON.stringify({ ...about, builtFrom: digestOfBuilt() }));
const program = bundleOf("program");
for (const name of readdirSync(program).filter((file) => file.endsWith("index.js"))) {
  const script = asciiScript(lazyModules(readFileSync(`${program}/${name}`, "utf8")));
  writeFileSync(`dist/program/${name}`, `(function (module, exports, require, __dirname) {${script}\n})\n`);
}
copyFileSync(`${program}/licenses.txt`, "dist/licenses.txt");
copyFileSync("build/bundles/main/package.json", "dist/package.json");
chmodSync("dist/cli.js", 0o755);

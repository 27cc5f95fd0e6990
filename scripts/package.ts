// npm run package -- <folder>: the command line as a package, <folder>/prometheus-stack-action-<version>.tgz. It holds
// the bundle, which needs no other package, and what says what it is.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const [target] = process.argv.slice(2);
if (target === undefined) {
  console.error("error: npm run package -- <folder>");
  process.exit(2);
}
mkdirSync(target, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "prometheus-stack-package-"));
try {
  // The step's own entry is left out: who uses the action has it from Git.
  for (const part of ["dist", "LICENSE", "README.md", "CHANGELOG.md"])
    cpSync(join(root, part), join(folder, part), {
      recursive: true,
      filter: (file) => !file.endsWith("dist/index.js"),
    });
  const { name, version, description, license, type, bin, engines } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  ) as Readonly<Record<string, unknown>>;
  const about = { name, version, description, license, type, bin, engines };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(about, null, 2)}\n`);
  const { status } = spawnSync("npm", ["pack", folder, "--pack-destination", resolve(target)], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

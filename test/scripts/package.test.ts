import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { temporaryFolder } from "../machine/files/temporary-folder.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";

const root = resolve(import.meta.dirname, "../..");

test("the package runs in an empty folder, without the repository and without any other package", async () => {
  const [work, tools, schemas] = [temporaryFolder(), await toolsDir(checkCommands), await kubernetesSchemas()];
  execFileSync(process.execPath, [join(root, "scripts/package.ts"), work], { cwd: work, stdio: "pipe" });
  const archives = readdirSync(work).filter((file) => file.endsWith(".tgz"));
  expect(archives).toHaveLength(1);
  const npm = (...args: readonly string[]) => execFileSync("npm", args, { cwd: work, encoding: "utf8", stdio: "pipe" });
  writeFileSync(join(work, "package.json"), "{}");
  // It asks for nothing that would have to be loaded.
  npm("install", "--offline", "--no-audit", "--no-fund", `./${archives[0]}`);
  expect(readdirSync(join(work, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "prometheus-stack-action",
  ]);
  const installed = join(work, "node_modules/prometheus-stack-action");
  const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name).sort()).toEqual(
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "cli.js",
      "licenses.txt",
      "package.json",
      "package.json",
      "program.js",
      ...readdirSync(join(root, "dist/program")),
    ].sort(),
  );

  const stack = join(work, "stack");
  mkdirSync(join(stack, ".git"), { recursive: true });
  cpSync(join(root, "fixtures/charts"), join(work, "charts"), { recursive: true });
  const run = (...args: readonly string[]) =>
    spawnSync(join(work, "node_modules/.bin/prometheus-stack-action"), args, {
      cwd: stack,
      encoding: "utf8",
      env: { PATH: `${tools}:${dirname(process.execPath)}:/usr/bin:/bin`, HOME: work },
    });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
  expect(run("--version").stdout).toContain(version);
  expect(run("init").status).toBe(0);
  const checked = run(
    ...["check", "--tools", "path", "--chart", join(work, "charts/kube-prometheus-stack")],
    ...["--schema-locations", schemas, "--kubernetes-version", kubernetesVersion],
  );
  expect(`${checked.stdout}${checked.stderr}`).toMatch(/nothing found/);
  expect(checked.status).toBe(0);
});

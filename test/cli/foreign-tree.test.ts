import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { clones } from "../machine/git/clone.ts";

const project = resolve(import.meta.dirname, "../..");
const { git, commit, repository } = clones();
const work = mkdtempSync(join(tmpdir(), "foreign-tree-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const own = dirname(process.execPath);

describe("the command in a workflow", () => {
  test("reads the commit whose configuration counts, also while the check runs", () => {
    const ignore = (check: string): string => `# prometheus-stack: ignore ${check} -- why\na: 1\n`;
    const file = "prometheus-stack/base/a.yaml";
    const kustomization = "resources: [a.yaml]\n";
    const script = "helm upgrade --install monitoring prometheus-community/kube-prometheus-stack\n";
    const root = repository({
      [file]: ignore("alert-for-missing"),
      "prometheus-stack/base/kustomization.yaml": kustomization,
      "prometheus-stack/upstream/install.sh": script,
    });
    const sha = git(root, "rev-parse", "HEAD");
    commit(root, "foreign", { [file]: `${ignore("alert-for-missing")}${ignore("alert-name-style")}` });
    const arguments_ = [join(project, "src/cli.ts"), "check", "--format", "json", "--quiet", "--tools", "path"];
    const { stdout, stderr, status } = spawnSync(process.execPath, arguments_, {
      cwd: root,
      encoding: "utf8",
      env: { PATH: gitAlone(), HOME: work, XDG_CACHE_HOME: work, GITHUB_EVENT_NAME: "push", GITHUB_SHA: sha },
    });
    expect(JSON.parse(stdout)).toMatchObject({
      failureReason: "tool-missing",
      configuration: { notes: [expect.stringContaining(`these do not: ${file}:3 (alert-name-style)`)] },
    });
    expect(stderr).toContain("PATH has no");
    expect(status).toBe(2);
  });
});

/** A PATH with git and no tool of ours. */
const gitAlone = (): string => {
  const folder = join(work, "git");
  mkdirSync(folder, { recursive: true });
  const file = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  writeFileSync(join(folder, "git"), `#!/bin/sh\nexec ${file} "$@"\n`);
  chmodSync(join(folder, "git"), 0o755);
  return folder;
};

describe("installed as the README says", () => {
  test.skipIf(!existsSync(join(project, "dist/cli.js")))(
    "in the folder of a hostile tree, the command is ours and starts nothing of the tree",
    () => {
      const canary = join(work, "canary");
      const tree = hostileTree(canary);
      const prefix = join(work, "global");
      const npm = (...args: readonly string[]): string =>
        execFileSync("npm", args, {
          cwd: tree,
          encoding: "utf8",
          stdio: ["ignore", "pipe", "pipe"],
          env: {
            ...process.env,
            HOME: work,
            npm_config_prefix: prefix,
            npm_config_cache: join(work, "npm"),
            NODE_OPTIONS: "",
          },
        });
      npm("install", "--global", "--offline", "--no-audit", "--no-fund", "--no-update-notifier", packed());
      const path = [join(prefix, "bin"), own, process.env["PATH"]].join(delimiter);
      const version = execFileSync("prometheus-stack-action", ["--version"], {
        cwd: tree,
        encoding: "utf8",
        env: { PATH: path, HOME: work },
      });
      expect(version).toBe(`${JSON.parse(readFileSync(join(project, "package.json"), "utf8")).version}\n`);
      expect(existsSync(canary) ? readFileSync(canary, "utf8") : "").toBe("");
    },
    60_000,
  );

  test("by npm's global mode, which reads no .npmrc of the tree; npx does, and puts the tree's programs first on PATH", () => {
    const readme = readFileSync(join(project, "README.md"), "utf8");
    expect(readme).toContain("npm install --global github:prometheus-stack-action/prometheus-stack-action");
    expect(readme).not.toMatch(/^\s*(?:\$ )?(?:npx|npm (?:exec|x)) /m);
  });
});

/** What npm packs of this repository, without dependencies: everything is in the bundle. */
const packed = (): string => {
  const folder = join(work, "package");
  const {
    dependencies: _,
    devDependencies: __,
    scripts: ___,
    ...about
  } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify(about));
  for (const name of ["action.yml", "dist"]) cpSync(join(project, name), join(folder, name), { recursive: true });
  const tarball = execFileSync("npm", ["pack", "--silent", "--ignore-scripts"], {
    cwd: folder,
    encoding: "utf8",
  }).trim();
  return join(folder, tarball);
};

/** A tree with everything that npm takes from the folder it stands in; each leaves a trace in the canary. */
const hostileTree = (canary: string): string => {
  const tree = join(work, "tree");
  const bin = join(tree, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  for (const name of ["node", "sh", "git", "npm", "env", "prometheus-stack-action"]) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho ${name} >> ${canary}\nexit 1\n`);
    chmodSync(join(bin, name), 0o755);
  }
  writeFileSync(join(tree, "evil.js"), `require("node:fs").appendFileSync(${JSON.stringify(canary)}, "evil.js\\n");\n`);
  const settings = [
    `node-options=--require ${tree}/evil.js`,
    `script-shell=${bin}/sh`,
    `git=${bin}/git`,
    `globalconfig=${tree}/.npmrc`,
  ];
  writeFileSync(join(tree, ".npmrc"), `${settings.join("\n")}\n`);
  const steps = ["preinstall", "install", "postinstall", "prepare"].map((step) => [step, `echo ${step} >> ${canary}`]);
  writeFileSync(
    join(tree, "package.json"),
    JSON.stringify({
      name: "prometheus-stack-action",
      version: "9.9.9",
      bin: { "prometheus-stack-action": "evil.js" },
      scripts: Object.fromEntries(steps),
    }),
  );
  return tree;
};

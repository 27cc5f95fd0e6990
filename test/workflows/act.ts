import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { stringify } from "yaml";
import { checkCommands, tool, toolsDir } from "../tools-dir.ts";

const repository = resolve(import.meta.dirname, "../..");

/** A repository of its own that holds the built action and what a workflow of it checks. */
export interface WorkflowRepository {
  readonly dir: string;
  /**
   * Runs the workflow's event with act on this machine; `results` is what its steps wrote to the
   * file `$RESULTS`, one a line.
   */
  push(workflow: object, env?: Readonly<Record<string, string>>): Promise<ActRun>;
  /** The same of another event, with its payload. */
  on(event: { readonly name: string; readonly payload: object }, workflow: object): Promise<ActRun>;
  remove(): void;
}

export interface ActRun {
  readonly code: number;
  readonly log: string;
  readonly results: readonly string[];
}

/** Makes a Git repository with `action.yml` and `dist/` at its root, and with copies of `paths` of this one. */
export const workflowRepository = (paths: readonly string[]): WorkflowRepository => {
  const dir = mkdtempSync(join(tmpdir(), "prometheus-stack-act-"));
  for (const path of ["action.yml", "dist", ...paths])
    cpSync(join(repository, path), join(dir, path), { recursive: true });
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: dir, stdio: "pipe" });
  git("init", "--quiet", "--initial-branch=main");
  const run = async (
    event: readonly string[],
    workflow: object,
    env: Readonly<Record<string, string>>,
  ): Promise<ActRun> => {
    const file = join(dir, ".github/workflows/test.yml");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, stringify(workflow));
    git("add", "--all");
    git(
      "-c",
      "user.name=test",
      "-c",
      "user.email=test@example.com",
      "commit",
      "--quiet",
      "--allow-empty",
      "-m",
      "test",
    );
    const resultsFile = join(dir, "..", `${dir.split("/").at(-1)}.results`);
    writeFileSync(resultsFile, "");
    try {
      const { code, log } = await act(dir, event, { ...env, RESULTS: resultsFile });
      return { code, log, results: readFileSync(resultsFile, "utf8").split("\n").filter(Boolean) };
    } finally {
      rmSync(resultsFile, { force: true });
    }
  };
  return {
    dir,
    push: (workflow, env = {}) => run(["push"], workflow, env),
    async on({ name, payload }, workflow) {
      // act takes from it whose repository this is.
      git("remote", "add", "origin", "https://github.com/acme/stack.git");
      const file = `${dir}.event.json`;
      writeFileSync(file, JSON.stringify(payload));
      try {
        return await run([name, "--eventpath", file], workflow, {});
      } finally {
        rmSync(file, { force: true });
      }
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
};

const act = async (
  dir: string,
  event: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; log: string }> => {
  const [command, tools] = await Promise.all([tool("act"), toolsDir(checkCommands)]);
  const home = mkdtempSync(join(tmpdir(), "prometheus-stack-act-home-"));
  const flags = ["--platform=ubuntu-latest=-self-hosted", "--pull=false", "--action-offline-mode", "--no-cache-server"];
  const variables = Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
  return new Promise((done, fail) => {
    const child = spawn(command, [...event, ...flags, ...variables], {
      cwd: dir,
      // The runner brings Node 24 for `using: node24`; act takes the one on PATH.
      env: {
        ...process.env,
        HOME: home,
        XDG_CACHE_HOME: home,
        PATH: `${tools}:${dirname(process.execPath)}:${process.env["PATH"]}`,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (log += chunk.toString()));
    child.on("error", fail);
    child.on("close", (code) => {
      rmSync(home, { recursive: true, force: true });
      done({ code: code ?? 1, log });
    });
  });
};

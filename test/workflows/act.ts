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
  /** The same of all workflows that the event starts, at once. */
  run(request: ActRequest): Promise<ActRun>;
  remove(): void;
}

export interface ActRun {
  readonly code: number;
  readonly log: string;
  readonly results: readonly string[];
}

/** An event, the workflows of which it starts some, and what they find on GitHub. */
export interface ActRequest {
  readonly event: { readonly name: string; readonly payload?: object };
  /** By the file's name without `.yml`. */
  readonly workflows: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Folders that stand in for actions of other repositories, by `owner/name@ref`. */
  readonly actions?: Readonly<Record<string, string>>;
}

/** Makes a Git repository with `action.yml` and `dist/` at its root, and with copies of `paths` of this one. */
export const workflowRepository = (paths: readonly string[]): WorkflowRepository => {
  const dir = mkdtempSync(join(tmpdir(), "prometheus-stack-act-"));
  for (const path of ["action.yml", "dist", ...paths])
    cpSync(join(repository, path), join(dir, path), { recursive: true });
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: dir, stdio: "pipe" });
  git("init", "--quiet", "--initial-branch=main");
  const run: WorkflowRepository["run"] = async (request) => {
    const folder = join(dir, ".github/workflows");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(request.workflows)) writeFileSync(join(folder, `${name}.yml`), text);
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
    const [resultsFile, eventFile] = [`${dir}.results`, `${dir}.event.json`];
    writeFileSync(resultsFile, "");
    const { name, payload } = request.event;
    if (payload !== undefined) writeFileSync(eventFile, JSON.stringify(payload));
    const event = payload === undefined ? [name] : [name, "--eventpath", eventFile];
    try {
      const { code, log } = await act(dir, event, { ...request, env: { ...request.env, RESULTS: resultsFile } });
      return { code, log, results: readFileSync(resultsFile, "utf8").split("\n").filter(Boolean) };
    } finally {
      for (const file of [resultsFile, eventFile]) rmSync(file, { force: true });
    }
  };
  return {
    dir,
    run,
    push: (workflow, env = {}) => run({ event: { name: "push" }, workflows: { test: stringify(workflow) }, env }),
    on(event, workflow) {
      // act takes from it whose repository this is.
      git("remote", "add", "origin", "https://github.com/acme/stack.git");
      return run({ event, workflows: { test: stringify(workflow) } });
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
};

/** Options of act, each once for every value. */
const each = (option: string, values: Readonly<Record<string, string>> = {}): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);

const act = async (
  dir: string,
  event: readonly string[],
  { env, secrets, vars, actions }: ActRequest,
): Promise<{ code: number; log: string }> => {
  const [command, tools] = await Promise.all([tool("act"), toolsDir(checkCommands)]);
  const home = mkdtempSync(join(tmpdir(), "prometheus-stack-act-home-"));
  const flags = ["--pull=false", "--action-offline-mode", "--no-cache-server"];
  const args = [
    ...[...event, ...flags],
    ...each("--platform", { "ubuntu-latest": "-self-hosted", "self-hosted": "-self-hosted" }),
    ...[...each("--env", env), ...each("--secret", secrets), ...each("--var", vars)],
    ...each("--local-repository", actions),
  ];
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
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

/** What a job came to. */
export interface ActJob {
  readonly hasSucceeded: boolean;
  /** Of all its steps; of one name the last. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** The jobs of a log that ran, by `workflow/job`; a workflow without a name has its file's. */
export const jobsIn = (log: string): Readonly<Record<string, ActJob>> => {
  const jobs: Record<string, ActJob> = {};
  for (const [, name = "", said = ""] of log.matchAll(/^\[(\S+)\s*\] (.*)$/gm)) {
    const job = jobs[name] ?? { hasSucceeded: false, outputs: {} };
    const [, output, value = ""] = /::set-output:: ([\w-]+)=(.*)$/.exec(said) ?? [];
    if (output !== undefined) jobs[name] = { ...job, outputs: { ...job.outputs, [output]: value } };
    if (/Job (?:succeeded|failed)$/.test(said)) jobs[name] = { ...job, hasSucceeded: said.endsWith("succeeded") };
  }
  return jobs;
};

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bundledEntry } from "./bundle-sources.ts";

/** What the runner gives a step. */
export interface StepEnvironment {
  readonly inputs: Readonly<Record<string, string>>;
  /** Folder of the commands, put first on PATH. */
  readonly tools: string;
  /** The repository under check; absolute. */
  readonly workspace: string;
  /** Folder for the files by which a step talks to the runner. */
  readonly filesDir: string;
}

/** One step as the runner would start it. */
export interface ActionStep extends Omit<StepEnvironment, "filesDir"> {
  /** `src/main.ts`, bundled as it is now, or `dist/index.js` for the built one. */
  readonly entry: "src/main.ts" | "dist/index.js";
  /** More environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** False: the output is returned and not shown. */
  readonly show?: boolean;
  /** What starts the process, e.g. in a namespace of its own; it becomes Node. */
  readonly prefix?: readonly string[];
  /** Called with every part of the output as it comes. */
  readonly heard?: (part: string) => void;
  /** Called with the process once it runs. */
  readonly started?: (kill: (signal: NodeJS.Signals) => void, pid: number) => void;
}

export interface StepResult {
  readonly code: number;
  readonly output: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What the step keeps for its post step. */
  readonly state: Readonly<Record<string, string>>;
}

const root = resolve(import.meta.dirname, "..");
const runnerFiles = { GITHUB_OUTPUT: "output", GITHUB_STATE: "state", GITHUB_STEP_SUMMARY: "summary" } as const;

/** The environment of a step: inputs as the runner hands them over, and its files, empty. */
export const actionEnvironment = ({ inputs, tools, workspace, filesDir }: StepEnvironment): NodeJS.ProcessEnv => {
  mkdirSync(filesDir, { recursive: true });
  const files = Object.entries(runnerFiles).map(([variable, name]) => [variable, join(filesDir, name)] as const);
  for (const [, file] of files) writeFileSync(file, "");
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return {
    ...process.env,
    ...Object.fromEntries(given),
    ...Object.fromEntries(files),
    PATH: `${tools}:${process.env["PATH"] ?? ""}`,
    GITHUB_WORKSPACE: workspace,
  };
};

/** Runs the action in a process of its own and tells all that the runner would learn of it. */
export const runAction = async (step: ActionStep): Promise<StepResult> => {
  const filesDir = mkdtempSync(join(tmpdir(), "prometheus-stack-step-"));
  try {
    const entry = step.entry === "src/main.ts" ? await bundledEntry("main") : resolve(root, step.entry);
    const { code, output } = await start(entry, step, { ...actionEnvironment({ ...step, filesDir }), ...step.env });
    const read = (name: string) => readFileSync(join(filesDir, name), "utf8");
    return {
      code,
      output,
      summary: read("summary"),
      outputs: keyValues(read("output")),
      state: keyValues(read("state")),
    };
  } finally {
    rmSync(filesDir, { recursive: true, force: true });
  }
};

const start = (
  entry: string,
  step: ActionStep,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((done, fail) => {
    const [file = "", ...args] = [...(step.prefix ?? []), process.execPath, entry];
    const child = spawn(file, args, { cwd: step.workspace, env, stdio: ["ignore", "pipe", "pipe"] });
    step.started?.((signal) => child.kill(signal), child.pid ?? 0);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        step.heard?.(chunk.toString());
        if (step.show !== false) process.stdout.write(chunk);
      });
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });

/** `name=value`, or `name<<delimiter`, value, delimiter: how a step writes to the runner's files. */
export const keyValues = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...[...text.matchAll(/^([\w-]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    ...[...text.matchAll(/^([^<\n]+)<<(.+)\n([\s\S]*?)\n?\2$/gm)].map(([, name, , value]) => [name, value]),
  ]);

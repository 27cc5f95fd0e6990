import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** One step as the runner would start it. */
export interface ActionStep {
  /** `src/main.ts`, or `dist/index.js` for the built one; relative to this repository. */
  readonly entry: "src/main.ts" | "dist/index.js";
  readonly inputs: Readonly<Record<string, string>>;
  /** Folder of the commands, put first on PATH. */
  readonly tools: string;
  /** The repository under check; absolute. */
  readonly workspace: string;
  /** More environment, e.g. the runner's files. */
  readonly env?: Readonly<Record<string, string>>;
  /** False: the output is returned and not shown. */
  readonly show?: boolean;
}

/** Runs the action in a process of its own, inputs as the runner hands them over, and tells its exit code and output. */
export const runAction = (step: ActionStep): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((done, fail) => {
    const repository = resolve(import.meta.dirname, "..");
    const child = spawn(process.execPath, [resolve(repository, step.entry)], {
      cwd: step.workspace,
      env: {
        ...process.env,
        ...Object.fromEntries(
          Object.entries(step.inputs).map(([name, value]) => [
            `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
            value,
          ]),
        ),
        PATH: `${step.tools}:${process.env["PATH"] ?? ""}`,
        GITHUB_WORKSPACE: step.workspace,
        ...step.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (step.show !== false) process.stdout.write(chunk);
      });
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });

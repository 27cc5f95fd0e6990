import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insideNamespace, namespaceRefusal } from "./namespace.ts";

const mark = "PROMETHEUS_STACK_RIG_INSIDE";

/** Whether this process runs in a namespace that {@link enterNamespace} made. */
export const isInside = (): boolean => process.env[mark] === "yes";

/**
 * Runs a script of ours again inside a namespace of its own and gives its exit code; where the machine has none it says
 * so. Whatever is made inside lies in one temporary folder, and goes with it also when it is killed.
 */
export const enterNamespace = async (script: string, args: readonly string[]): Promise<number> => {
  const refusal = namespaceRefusal();
  if (refusal !== null) {
    console.error(`error: ${refusal}`);
    return 1;
  }
  const [file = "", ...rest] = insideNamespace([process.execPath, script, ...args]);
  const folder = mkdtempSync(join(tmpdir(), "prometheus-stack-rig-"));
  const child = spawn(file, rest, { stdio: "inherit", env: { ...process.env, TMPDIR: folder, [mark]: "yes" } });
  const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, pass);
  const code = await new Promise<number | null>((done) => child.on("exit", done));
  for (const signal of signals) process.off(signal, pass);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  return code ?? 1;
};

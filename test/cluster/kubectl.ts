import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { tool } from "../tools-dir.ts";

const run = promisify(execFile);

/**
 * Runs kubectl with a kubeconfig and nothing else of this machine's; gives its stdout. Throws with
 * its stderr when it fails.
 */
export const kubectl = async (kubeconfig: string, args: readonly string[], stdin = ""): Promise<string> => {
  const running = run(await tool("kubectl"), ["--kubeconfig", kubeconfig, ...args], {
    // It ends before its garbage matters.
    env: { HOME: "/nonexistent", GOGC: "800" },
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  running.child.stdin?.end(stdin);
  return (await running).stdout;
};

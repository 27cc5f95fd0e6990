import { OperatorError } from "../../src/core/errors.ts";
import type { Exec } from "../../src/outside/exec.ts";
import { goEnvironment } from "./go-environment.ts";

/**
 * Checks that there is a Go for the named commands, as new as the newest version that one of their modules needs.
 * Throws OperatorError that says what it would be for.
 */
export const requireGo = async (exec: Exec, versions: readonly string[], names: readonly string[]): Promise<void> => {
  const atLeast = versions.reduce((newest, version) => (isOlder(newest, version) ? version : newest), "1.21");
  const hint = `Install Go ${atLeast} or newer from https://go.dev/dl/ and put it on PATH, or reach the releases (HTTPS_PROXY).`;
  const what = `it builds what could not be downloaded here: ${names.join(", ")}.`;
  let output: string;
  try {
    output = (await exec({ file: "go", args: ["env", "GOVERSION"], env: goEnvironment(), timeoutMs: 30_000 })).stdout;
  } catch (cause) {
    if (!(cause instanceof OperatorError) || cause.reason !== "tool-missing") throw cause;
    throw new OperatorError("tool-missing", `Go is not on PATH: ${what}`, hint, { cause });
  }
  const version = output.trim().replace(/^go/, "");
  if (isOlder(version, atLeast)) throw new OperatorError("tool-missing", `The Go on PATH is ${version}: ${what}`, hint);
};

const isOlder = (version: string, atLeast: string): boolean => {
  const [have, want] = [version, atLeast].map((text) => text.split(/[.\-a-z]/).map(Number));
  for (const [index, part] of (want ?? []).entries()) {
    const difference = (have?.[index] ?? 0) - part;
    if (difference !== 0) return difference < 0;
  }
  return false;
};

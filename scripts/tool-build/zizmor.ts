import { readFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { OperatorError } from "../../src/core/errors.ts";
import type { Exec } from "../../src/outside/exec.ts";

const pipTimeoutMs = 180_000;

/** What `tools/zizmor/requirements.txt` pins. Throws OperatorError when it names no version. */
export const readZizmorPin = (root: string): { readonly version: string; readonly requirements: string } => {
  const requirements = join(root, "tools", "zizmor", "requirements.txt");
  const version = readFileSync(requirements, "utf8").match(/^zizmor==(\S+)/m)?.[1];
  if (version === undefined)
    throw new OperatorError("tool-missing", `${requirements} pins no zizmor`, "Restore it from Git.");
  return { version, requirements };
};

/**
 * Installs the native program out of its wheel as `<folder>/zizmor`; pip verifies the wheel by the recorded
 * hash. A plain target folder and not a virtual environment: Debian ships Python without venv, and the
 * program needs no Python to run.
 */
export const installZizmor = async (exec: Exec, requirements: string, folder: string): Promise<void> => {
  const packages = join(folder, "packages");
  const args = ["-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:"];
  const env = { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: "1" } as Record<string, string>;
  const done = await exec({
    file: "python3",
    args: [...args, "--ignore-requires-python", "--retries=1", "--target", packages, "-r", requirements],
    env,
    timeoutMs: pipTimeoutMs,
  });
  if (done.code !== 0) {
    throw new OperatorError(
      "tool-missing",
      `pip could not install zizmor (exit ${done.code}):\n${done.stderr.trim().split("\n").slice(-5).join("\n")}`,
      "It needs python3 with pip and a reachable package index (PIP_INDEX_URL).",
    );
  }
  await rename(join(packages, "bin", "zizmor"), join(folder, "zizmor"));
  await rm(packages, { recursive: true });
};

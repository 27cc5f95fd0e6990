import { createHash } from "node:crypto";
import { realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asOperatorError } from "../../core/errors.ts";
import type { Exec } from "../../outside/exec.ts";
import type { ToolName } from "../../outside/tools.ts";
import { hashFile } from "../files/hash-file.ts";
import { localFiles } from "../files/local-files.ts";
import { readVersion, supported } from "./tool-versions.ts";

export interface Probed {
  /** Undefined where the tool does not tell. */
  readonly version: string | undefined;
  /** SHA-256 of the executable, hexadecimal. */
  readonly sha256: string;
}

interface Probe {
  readonly exec: Exec;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where answers are remembered. */
  readonly cacheDir: string;
}

/** A tool that takes longer to say its version hangs. */
const versionTimeoutMs = 20_000;

/**
 * Version and digest of an executable on PATH. helm takes 60 ms to start and 150 ms to hash (120 MB), so the answer is
 * remembered for exactly this file: any change of it changes its ctime, which nobody can set back.
 */
export const probeTool = async (name: ToolName, file: string, probe: Probe): Promise<Probed> => {
  const real = await realpath(file);
  const memory = await memoryOf(name, real, probe.cacheDir);
  const remembered = memory === undefined ? undefined : await recall(memory);
  if (remembered !== undefined) return remembered;
  const [version, sha256] = await Promise.all([askVersion(name, file, probe), hashFile(real)]);
  if (memory !== undefined && version !== undefined)
    // A cache that cannot be written costs time, nothing else.
    await localFiles.write(memory, JSON.stringify({ version, sha256 })).catch(() => {});
  return { version, sha256 };
};

const askVersion = async (name: ToolName, file: string, { exec, env }: Probe): Promise<string | undefined> => {
  try {
    const completed = await exec({
      file,
      args: supported[name].versionArgs,
      // A version manager's stand-in finds the real tool by these.
      env: { PATH: env["PATH"] ?? "", HOME: env["HOME"] ?? dirname(file) },
      timeoutMs: versionTimeoutMs,
    });
    return readVersion(name, completed);
  } catch (thrown) {
    // A tool that hangs, or is built for another processor, has no version; that the run was cancelled is thrown on.
    const reason = asOperatorError(thrown)?.reason;
    if (reason === "timeout" || reason === "tool-missing") return undefined;
    throw thrown;
  }
};

/**
 * A smaller file is a version manager's script or program in the tool's place: which version that starts
 * does not depend on the file.
 */
const smallestTool = 8 * 1024 * 1024;

const memoryOf = async (name: ToolName, real: string, cacheDir: string): Promise<string | undefined> => {
  const { size, mtimeNs, ctimeNs, ino, dev } = await stat(real, { bigint: true });
  if (size < smallestTool || !real.slice(dirname(real).length + 1).startsWith(name)) return undefined;
  const identity = [name, real, size, mtimeNs, ctimeNs, ino, dev].join("\n");
  return join(cacheDir, "probed", `${createHash("sha256").update(identity).digest("hex")}.json`);
};

const recall = async (memory: string): Promise<Probed | undefined> => {
  try {
    const { version, sha256 } = JSON.parse((await localFiles.read(memory)) ?? "{}") as Record<string, unknown>;
    return typeof version === "string" && typeof sha256 === "string" ? { version, sha256 } : undefined;
  } catch {
    return undefined;
  }
};

import { mkdir, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { OperatorError } from "../../src/core/errors.ts";
import type { Exec } from "../../src/outside/exec.ts";
import type { Command } from "./commands.ts";
import { goEnvironment, portable } from "./go-environment.ts";
import { linkerFlags } from "./linker-flags.ts";
import type { ModulePin } from "./module-pin.ts";

/** kube-apiserver with an empty build cache on two slow cores takes minutes, and downloads of modules come first. */
const buildTimeoutMs = 60 * 60_000;

/** The linker leaves debugging data out of the command (`linker-flags.ts`), so the compiler need not make it. */
const goFlags = ["-trimpath", "-buildvcs=false", "-gcflags=all=-dwarf=false"] as const;

const tagFlags = ({ tags = [] }: Command): readonly string[] => (tags.length === 0 ? [] : ["-tags", tags.join(",")]);

/** Everything that makes the built command what it is, besides its sources. */
export const buildRecipe = (command: Command, version: string, pin: ModulePin): string =>
  [
    ...Object.entries(portable).map(([name, value]) => `${name}=${value}`),
    ...goFlags,
    ...tagFlags(command),
    linkerFlags(command.module, version, pin),
    command.pkg,
  ].join("\n");

/**
 * Builds commands of one module into `folder`, each under its name. Throws OperatorError with the compiler's last
 * lines.
 */
export const buildCommands = async (
  exec: Exec,
  commands: readonly Command[],
  version: string,
  pin: ModulePin,
  folder: string,
): Promise<void> => {
  const [first] = commands;
  if (first === undefined) return;
  await mkdir(folder, { recursive: true });
  const flags = [...goFlags, ...tagFlags(first), "-ldflags", linkerFlags(first.module, version, pin)];
  // With a trailing slash `go build -o` writes one file a package, named by the last part of its path.
  const output = ["-o", `${folder}/`];
  const built = await exec({
    file: "go",
    args: ["build", ...flags, ...output, ...commands.map((command) => command.pkg)],
    cwd: pin.folder,
    env: goEnvironment(),
    timeoutMs: buildTimeoutMs,
  });
  const names = commands.map((command) => command.name).join(", ");
  if (built.code !== 0) {
    const last = built.stderr.trim().split("\n").slice(-20).join("\n");
    throw new OperatorError(
      "tool-missing",
      `go build of ${names} ${version} in ${pin.folder} failed (exit ${built.code}):\n${last}`,
      "The Go module proxy must be reachable on the first build (GOPROXY, HTTPS_PROXY); a checksum mismatch means that a module is not the pinned one.",
    );
  }
  for (const command of commands) {
    // `server/v3` and `helm/v3/cmd/helm` are not called what we call them: etcd and helm3.
    const path = join(folder, lastPart(command.pkg));
    if (path !== join(folder, command.name)) await rename(path, join(folder, command.name));
  }
};

/**
 * Downloads the modules that a command is made of and compiles nothing. What cannot be had `buildCommands` tells, with
 * its reason.
 */
export const fetchModules = async (exec: Exec, command: Command, pin: ModulePin): Promise<void> => {
  const args = ["list", "-deps", ...tagFlags(command), "-f", "", command.pkg];
  await exec({ file: "go", args, cwd: pin.folder, env: goEnvironment(), timeoutMs: buildTimeoutMs });
};

const lastPart = (pkg: string): string => basename(pkg.replace(/\/v\d+$/, ""));

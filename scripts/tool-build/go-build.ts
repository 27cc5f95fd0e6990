import { mkdir, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { OperatorError } from "../../src/core/errors.ts";
import type { Exec } from "../../src/outside/exec.ts";
import type { Command } from "./commands.ts";
import { linkerFlags } from "./linker-flags.ts";
import type { ModulePin } from "./module-pin.ts";

/** kube-apiserver with an empty build cache on two slow cores takes minutes, and downloads of modules come first. */
const buildTimeoutMs = 60 * 60_000;

const goFlags = ["build", "-trimpath", "-buildvcs=false"] as const;

/** go.sum is the checksum record: nothing may change it, and no other Go than the installed one is downloaded. */
const goEnvironment = { GOTOOLCHAIN: "local", GOFLAGS: "-mod=readonly", GOWORK: "off" } as const;

/** Everything that makes the built command what it is, besides its sources. */
export const buildRecipe = (command: Command, version: string, pin: ModulePin): string =>
  [...goFlags, linkerFlags(command.module, version, pin), command.pkg].join("\n");

const environment = (): Record<string, string> => {
  const own = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return { ...Object.fromEntries(own), ...goEnvironment };
};

/** Version of the Go on PATH, e.g. `1.26.8`. Throws OperatorError when there is none or it is older than a module needs. */
export const requireGo = async (exec: Exec, atLeast: string): Promise<string> => {
  const hint = `Install Go ${atLeast} or newer from https://go.dev/dl/ and put it on PATH.`;
  const env = environment();
  let output: string;
  try {
    output = (await exec({ file: "go", args: ["env", "GOVERSION"], env, timeoutMs: 30_000 })).stdout.trim();
  } catch (cause) {
    if (!(cause instanceof OperatorError) || cause.reason !== "tool-missing") throw cause;
    throw new OperatorError("tool-missing", "Go is not on PATH: it builds the commands for tests.", hint, { cause });
  }
  const version = output.replace(/^go/, "");
  if (isOlder(version, atLeast)) throw new OperatorError("tool-missing", `The Go on PATH is ${version}.`, hint);
  return version;
};

const isOlder = (version: string, atLeast: string): boolean => {
  const [have, want] = [version, atLeast].map((text) => text.split(/[.\-a-z]/).map(Number));
  for (const [index, part] of (want ?? []).entries()) {
    const difference = (have?.[index] ?? 0) - part;
    if (difference !== 0) return difference < 0;
  }
  return false;
};

/** Builds commands of one module into `folder`, each under its name. Throws OperatorError with the compiler's last lines. */
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
  const flags = ["-ldflags", linkerFlags(first.module, version, pin)];
  // With a trailing slash `go build -o` writes one file a package, named by the last part of its path.
  const output = ["-o", `${folder}/`];
  const built = await exec({
    file: "go",
    args: [...goFlags, ...flags, ...output, ...commands.map((command) => command.pkg)],
    cwd: pin.folder,
    env: environment(),
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

const lastPart = (pkg: string): string => basename(pkg.replace(/\/v\d+$/, ""));

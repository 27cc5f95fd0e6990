import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../../src/core/errors.ts";
import type { Command } from "./commands.ts";

/** The versions that a folder under `tools/` pins: go.mod is the only place where a version is written. */
export interface ModulePin {
  /** Folder with go.mod and go.sum. */
  readonly folder: string;
  /** SHA-256, hexadecimal, of go.mod and go.sum. */
  readonly digest: string;
  /** Go's own minimum, e.g. `1.26`. */
  readonly goVersion: string;
  /** Version of one required module, with its `v`. Throws OperatorError when go.mod does not name it. */
  version(module: string): string;
}

/** Reads go.mod and go.sum. Throws OperatorError when one is missing. */
export const readModulePin = (folder: string): ModulePin => {
  const read = (file: string) => {
    try {
      return readFileSync(join(folder, file), "utf8");
    } catch (cause) {
      throw new OperatorError("tool-missing", `${join(folder, file)} cannot be read`, "Restore it from Git.", {
        cause,
      });
    }
  };
  const [mod, sum] = [read("go.mod"), read("go.sum")];
  const versions = new Map<string, string>();
  for (const [, module, version] of mod.matchAll(/^(?:require\s+|\t)([^\s()]+) (v[^\s/]+)/gm)) {
    if (module !== undefined && version !== undefined) versions.set(module, version);
  }
  return {
    folder,
    digest: createHash("sha256").update(`${mod.length}\n`).update(mod).update(sum).digest("hex"),
    goVersion: mod.match(/^go (\d+\.\d+(?:\.\d+)?)$/m)?.[1] ?? "1.21",
    version: (module) => {
      const version = versions.get(module);
      if (version !== undefined) return version;
      throw new OperatorError(
        "tool-missing",
        `${join(folder, "go.mod")} does not require ${module}`,
        "Restore it from Git.",
      );
    },
  };
};

/** The version that the built command must report, without `v`. */
export const commandVersion = (command: Command, pin: ModulePin): string => {
  const version = pin
    .version(command.versionOf)
    .replace(/^v/, "")
    .replace(/\+incompatible$/, "");
  if (command.versionOf !== "github.com/prometheus/prometheus") return version;
  // Prometheus 3.14.0 is the Go module v0.314.0, and 2.54.0 was v0.54.0:
  // https://github.com/prometheus/prometheus#prometheus-code-base
  const [, minor = "0", patch = "0"] = version.split(".");
  const major = Math.max(2, Math.floor(Number(minor) / 100));
  return `${major}.${Number(minor) % 100}.${patch}`;
};

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, goCommands } from "../tool-build/commands.ts";
import { commandVersion, readModulePin } from "../tool-build/module-pin.ts";
import type { UpdatePlace } from "./parts.ts";

/**
 * Folders under `tools/` whose version is one with files of ours: the Kubernetes that tests run, the chart's operator.
 * CONTRIBUTING.md has a walk for each.
 */
const walked: Readonly<Record<string, string>> = {
  kubernetes: "Kubernetes is the version of test/kubernetes-schemas.ts, too",
  operator: "see CONTRIBUTING.md, Add an operator version",
};

/** The newest release of each command within its major version: go.mod and tools.lock.json. */
export function* updateCommands({ root }: UpdatePlace): Iterable<string> {
  let moved = false;
  for (const [module, commands] of Map.groupBy(goCommands, (command) => command.module)) {
    const [command] = commands;
    // The older operators are older on purpose.
    if (command === undefined || module.startsWith("operator-")) continue;
    const folder = join(root, "tools", module);
    const [now, newest] = [readModulePin(folder).version(command.versionOf), newestOf(folder, command)];
    if (newest === null || newest === now) continue;
    if (walked[module] !== undefined) {
      yield `${module}: ${newest} is there, ours is ${now}; ${walked[module]}`;
      continue;
    }
    for (const { pkg } of commands) go(folder, "get", "-tool", `${pkg}@${newest}`);
    go(folder, "mod", "tidy");
    const version = commandVersion(command, readModulePin(folder));
    lockVersions(join(root, "tools.lock.json"), commands, version);
    moved = true;
    yield `${module}: ${now} became ${newest}`;
  }
  if (moved) yield "npm run pin writes the checksums of their releases; npm test says what else has to agree";
}

/** As `go list -m -u` says: the newest release that is no candidate; null where there is no newer one. */
const newestOf = (folder: string, { versionOf }: Command): string | null => {
  const { Update } = JSON.parse(go(folder, "list", "-m", "-u", "-json", versionOf)) as {
    readonly Update?: { readonly Version: string };
  };
  return Update?.Version ?? null;
};

const go = (folder: string, ...args: readonly string[]): string =>
  execFileSync("go", ["-C", folder, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** Pins of another version say nothing of this one. */
const lockVersions = (file: string, commands: readonly Command[], version: string): void => {
  const lock = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, unknown>>;
  for (const { name } of commands) {
    const locked = lock[name];
    if (locked !== undefined) lock[name] = { ...locked, version, ...("pinned" in locked ? { pinned: {} } : {}) };
  }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
};

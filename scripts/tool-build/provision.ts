import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readlink, rename, rm, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Exec } from "../../src/outside/exec.ts";
import { withLock } from "./cache-lock.ts";
import { installGroup } from "./install-group.ts";
import { type Item, listItems } from "./items.ts";
import type { OfficialBuilds } from "./official-builds.ts";

export interface ProvisionOptions {
  /** The repository's root: `tools/` is in it. */
  readonly root: string;
  /** Folder that keeps built commands between runs. */
  readonly cache: string;
  /** Names of the commands to provide; default: all. */
  readonly only?: readonly string[];
  /** Try optional commands again that could not be installed before; default: only when a required one is missing too. */
  readonly retryOptional?: boolean;
  readonly exec: Exec;
  /** Asked for each command before it is built; default: everything is built. */
  readonly official?: OfficialBuilds;
  readonly signal: AbortSignal;
  /** Told one line at a time what is going on. */
  readonly progress: (line: string) => void;
}

/**
 * Makes every wanted command ready and gives the folder that holds them all. Milliseconds when nothing is missing.
 * Throws OperatorError when a command cannot be built.
 */
export const provision = async (options: ProvisionOptions): Promise<string> => {
  const items = listItems(options.root, options.cache, options.only);
  const missing = () => items.filter((item) => !existsSync(item.path));
  const found = missing();
  if (found.some((item) => !item.optional) || (options.retryOptional === true && found.length > 0)) {
    await mkdir(options.cache, { recursive: true });
    const onWait = () => options.progress("another process is building the commands: waiting for it");
    await withLock(join(options.cache, "lock"), options.signal, onWait, () => installAll(missing(), options));
  }
  return linkAll(items, options.cache);
};

const installAll = async (items: readonly Item[], options: ProvisionOptions): Promise<void> => {
  const work = join(options.cache, "work");
  await dropLeftovers(work);
  const official = options.official ?? (async () => false);
  const started = performance.now();
  let count = 0;
  for (const group of Map.groupBy(items, (item) => item.module).values()) {
    const what = group.map((item) => item.name).join(", ");
    const label = `[${count + group.length}/${items.length}] ${what} ${group[0]?.version}`;
    const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
    const tell = (news: string) => options.progress(`${label}: ${news}, ${seconds()}`);
    tell(group.some((item) => item.kind === "go") ? "building" : "installing");
    const stillThere = setInterval(() => tell("still at it"), 20_000);
    const folder = join(work, randomUUID());
    try {
      await installGroup(group, folder, options.exec, official, tell);
    } finally {
      clearInterval(stillThere);
      await rm(folder, { recursive: true, force: true });
    }
    count += group.length;
    tell("done");
  }
};

/** A killed run leaves its work folder: whoever holds the lock removes what has been untouched for an hour. */
const dropLeftovers = async (work: string): Promise<void> => {
  for (const name of await readdir(work).catch(() => [])) {
    const path = join(work, name);
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > 3_600_000) await rm(path, { recursive: true, force: true });
  }
};

/** One folder of links for PATH; its name follows from what is in it, so that two versions of the repository share one cache. */
const linkAll = async (items: readonly Item[], cache: string): Promise<string> => {
  const set = createHash("sha256")
    .update(items.map((item) => item.path).join("\n"))
    .digest("hex");
  const bin = join(cache, `bin-${set.slice(0, 12)}`);
  await mkdir(bin, { recursive: true });
  for (const item of items) {
    const link = join(bin, item.name);
    if (!existsSync(item.path) || (await readlink(link).catch(() => undefined)) === item.path) continue;
    const fresh = `${link}.${randomUUID()}`;
    await symlink(item.path, fresh);
    await rename(fresh, link);
  }
  return bin;
};

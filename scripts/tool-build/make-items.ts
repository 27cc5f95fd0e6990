import { randomUUID } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Exec } from "../../src/outside/exec.ts";
import { openAccount } from "./account.ts";
import { buildGroups } from "./build-groups.ts";
import { installRelease, installWheel } from "./install.ts";
import type { Item } from "./items.ts";
import type { OfficialBuilds } from "./official-builds.ts";
import type { Workshop } from "./workshop.ts";

export interface MakeOptions {
  /** Folder that keeps commands between runs. */
  readonly cache: string;
  readonly exec: Exec;
  /** Asked for each command before it is built; default: everything is built. */
  readonly official?: OfficialBuilds;
  /** Told one line at a time what is going on. */
  readonly progress: (line: string) => void;
}

/**
 * Makes every item: downloads what has a release that can be had here, and builds the rest, batch after batch.
 * `onDone` is told of each as soon as it is in its place, and of an optional one that cannot be had. Throws
 * OperatorError where a required one cannot.
 */
export const makeItems = async (
  batches: readonly (readonly Item[])[],
  { cache, exec, official, progress }: MakeOptions,
  onDone: (item: Item) => void,
): Promise<void> => {
  const work = join(cache, "work");
  await dropLeftovers(work);
  const inFolder: Workshop["inFolder"] = async (body) => {
    const folder = join(work, randomUUID());
    return await body(folder).finally(() => rm(folder, { recursive: true, force: true }));
  };
  const shop: Workshop = { exec, account: openAccount(batches.flat().length, progress), inFolder, onDone };
  const left: (readonly Item[])[] = [];
  for (const batch of batches) left.push(official === undefined ? batch : await downloadAll(batch, official, shop));
  // The commands of one module are built by one call: what they share is compiled once, and one is linked while another
  // is compiled.
  const goItems = left.map((batch) => batch.filter((item) => item.kind === "go"));
  await buildGroups(
    goItems.flatMap((batch) => [...Map.groupBy(batch, ({ module }) => module).values()]),
    shop,
  );
  for (const item of left.flat()) {
    if (item.kind !== "zizmor") continue;
    await inFolder((folder) => installWheel(item, folder, exec, (news) => shop.account.made(item, news)));
    onDone(item);
  }
};

/** Downloads what can be had, all at once; gives what is left. */
const downloadAll = async (
  items: readonly Item[],
  official: OfficialBuilds,
  { exec, account, inFolder, onDone }: Workshop,
): Promise<readonly Item[]> => {
  const one = async (item: Item): Promise<readonly Item[]> => {
    let news = "";
    const hear = (what: string): void => {
      news = what;
    };
    const there = await inFolder((folder) => installRelease(item, folder, exec, official, hear));
    if (there) account.made(item, news);
    else if (news !== "") account.tell([item], news);
    if (there) onDone(item);
    return there ? [] : [item];
  };
  return (await Promise.all(items.map(one))).flat();
};

/** A killed run leaves its work folder: whoever holds the lock removes what has been untouched for an hour. */
const dropLeftovers = async (work: string): Promise<void> => {
  for (const name of await readdir(work).catch(() => [])) {
    const path = join(work, name);
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > 3_600_000) await rm(path, { recursive: true, force: true });
  }
};

import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "./cache-lock.ts";
import type { CommandName } from "./commands.ts";
import { type Item, listItems } from "./items.ts";
import { linkAll } from "./link-all.ts";
import { type MakeOptions, makeItems } from "./make-items.ts";

export interface ProvisionOptions extends MakeOptions {
  /** The repository's root: `tools/` is in it. */
  readonly root: string;
  readonly signal: AbortSignal;
}

/**
 * Makes the named commands ready and gives a folder with links to these and no others. Milliseconds when nothing is
 * missing; what is asked for while others are being made comes after them, in the order of asking. Throws OperatorError
 * when a command cannot be had.
 */
export type Provision = (names: readonly CommandName[]) => Promise<string>;

interface Asked {
  readonly items: readonly Item[];
  readonly ready: PromiseWithResolvers<void>;
}

/** One queue for a process: each command is made once, and what is told of the progress is about all of them. */
export const openProvision = (options: ProvisionOptions): Provision => {
  const { root, cache, signal, progress } = options;
  let queue: readonly Asked[] = [];
  let working = false;
  const workOff = async (): Promise<void> => {
    // In the next turn: what is asked for together with the first is known from the beginning.
    await Promise.resolve();
    try {
      while (queue.length > 0) {
        const onWait = () => progress("another process is making commands: waiting for it");
        await mkdir(cache, { recursive: true });
        await withLock(join(cache, "lock"), signal, onWait, makeQueued);
      }
    } catch (error) {
      for (const { ready } of queue) ready.reject(error);
      queue = [];
    } finally {
      working = false;
    }
  };
  const makeQueued = async (): Promise<void> => {
    const tried = new Set<string>();
    const isDone = ({ path }: Item): boolean => tried.has(path) || existsSync(path);
    const letGo = (): void => {
      for (const { items, ready } of queue) if (items.every(isDone)) ready.resolve();
      queue = queue.filter(({ items }) => !items.every(isDone));
    };
    letGo();
    await makeItems(
      withoutRepeats(queue.map(({ items }) => items.filter((item) => !isDone(item)))),
      options,
      (item) => {
        tried.add(item.path);
        letGo();
      },
    );
  };
  return async (names) => {
    const items = listItems(root, cache, names);
    if (items.some(({ path }) => !existsSync(path))) {
      const ready = Promise.withResolvers<void>();
      queue = [...queue, { items, ready }];
      if (!working) void workOff();
      working = true;
      await ready.promise;
    }
    return linkAll(items, cache);
  };
};

/** What two ask for is made for the first. */
const withoutRepeats = (batches: readonly (readonly Item[])[]): readonly (readonly Item[])[] => {
  const seen = new Set<string>();
  return batches.map((items) =>
    items.filter(({ path }) => {
      if (seen.has(path)) return false;
      seen.add(path);
      return true;
    }),
  );
};

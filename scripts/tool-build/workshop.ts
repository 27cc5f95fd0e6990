import type { Exec } from "../../src/outside/exec.ts";
import type { Account } from "./account.ts";
import type { Item } from "./items.ts";

/** Where commands are made. */
export interface Workshop {
  readonly exec: Exec;
  readonly account: Account;
  /** Gives a new folder to work in, which is gone afterwards. */
  inFolder<T>(body: (folder: string) => Promise<T>): Promise<T>;
  /** Told of each command as soon as it is in its place, and of an optional one that cannot be had. */
  onDone(item: Item): void;
}

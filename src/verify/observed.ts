import type { SignalPath } from "../signal/path/signal-path.ts";
import type { ObservedHop, SeenCondition } from "./verification.ts";

/** What an observer of one kind of signals answers. */
export interface Observed {
  /** The hops of each path that it looked at. */
  readonly hops: ReadonlyMap<SignalPath, readonly ObservedHop[]>;
  readonly conditions: readonly SeenCondition[];
}

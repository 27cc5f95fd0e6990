import type { HopStatus, SignalPath } from "../../src/signal/path/signal-path.ts";
import type { ObservedPath, Sight } from "../../src/verify/verification.ts";

/** One line of the comparison of prediction and observation. */
export interface Line {
  readonly hop: string;
  /** Null: nothing was predicted. */
  readonly predicted: HopStatus | null;
  readonly observed: Sight;
  /** Null: one of the two says nothing, so there is nothing to compare. */
  readonly agrees: boolean | null;
  /** Why it was predicted so. */
  readonly why: string;
  readonly what: string;
}

/** A line for each hop of a path that was predicted or seen. */
export const linesOf = (path: SignalPath, { hops }: ObservedPath): readonly Line[] =>
  hops.map((hop) => ({
    ...hop,
    why: hop.hop === "arrives" ? "the path as a whole" : (path.hops.find((one) => one.hop === hop.hop)?.why ?? ""),
  }));

import type { HopStatus, SignalPath } from "../../src/signal/path/signal-path.ts";
import type { Observation } from "./observation.ts";

/** One line of the comparison. */
export interface Line {
  readonly hop: string;
  /** Null: nothing was predicted. */
  readonly predicted: HopStatus | null;
  readonly observed: Observation["seen"];
  /** Null: one of the two says nothing, so there is nothing to compare. */
  readonly agree: boolean | null;
  readonly why: string;
  readonly what: string;
}

/** Prediction and observation of one path, hop by hop, and of the way as a whole. */
export const compareHops = (path: SignalPath, observed: readonly Observation[]): readonly Line[] => {
  const lines = path.hops.map(({ hop, status, why }) => {
    const seen = observed.find((one) => one.hop === hop);
    return lineOf(hop, status, why, seen);
  });
  const arrival = observed.find(({ hop }) => hop === "arrives");
  const unpredicted = observed.filter(({ hop }) => hop !== "arrives" && !path.hops.some((one) => one.hop === hop));
  return [
    ...lines,
    ...unpredicted.map((seen) => lineOf(seen.hop, null, "", seen)),
    lineOf("arrives", path.status, "the path as a whole", arrival),
  ];
};

const lineOf = (hop: string, predicted: HopStatus | null, why: string, seen: Observation | undefined): Line => {
  const observed = seen?.seen ?? "not reached";
  const silent = predicted === null || predicted === "unknown" || observed === "not reached";
  return { hop, predicted, observed, agree: silent ? null : predicted === observed, why, what: seen?.what ?? "" };
};

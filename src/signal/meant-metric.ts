import { nearest } from "../validate/nearest.ts";

/**
 * The exported metric that a name was probably meant to be. Only what follows DCGM_FI_DEV_ and the like is compared: the long beginning that they share
 * would make FB_TOTAL and FB_USED neighbours.
 */
export const meantMetric = (name: string, exported: readonly string[]): string | undefined => {
  const candidates = new Map(exported.map((one) => [ownPart(one), one]));
  return candidates.get(nearest(ownPart(name), [...candidates.keys()]) ?? "");
};

const ownPart = (name: string): string => name.replace(/^DCGM_(?:FI_(?:DEV_|PROF_)?|EXP_)/i, "");

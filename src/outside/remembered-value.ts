import { isDeepStrictEqual } from "node:util";
import { type Asked, type Memory, noMemory } from "./memory.ts";

/**
 * What was made of exactly this before, by this run or an earlier one; else it is made now, and kept where JSON gives
 * it back as it is. `asked` must name all that decides it beside this program.
 */
export const rememberedValue = <T extends object>(asked: Asked, make: () => T, memory: Memory): T => {
  if (memory === noMemory) return make();
  const known = memory.recall(asked);
  if (known !== null) return JSON.parse(known) as T;
  const made = make();
  if (!isSmall(made)) return made;
  const text = JSON.stringify(made);
  if (isDeepStrictEqual(JSON.parse(text), made)) memory.keep(asked, text);
  return made;
};

/** The real chart's objects have 6,000 values in them, 12 deep. */
const mostValues = 500_000;
const deepest = 200;

/**
 * Whether it can be written as JSON in little time: a tree's YAML may name the same map a thousand times by its alias,
 * and JSON writes it as often.
 */
const isSmall = (whole: object): boolean => {
  let left = mostValues;
  const isWithin = (value: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > deepest) return false;
    if (typeof value !== "object" || value === null) return true;
    for (const key of Object.keys(value))
      if (!isWithin((value as Readonly<Record<string, unknown>>)[key], depth + 1)) return false;
    return true;
  };
  return isWithin(whole, 0);
};

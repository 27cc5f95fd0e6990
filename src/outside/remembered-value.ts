import { isDeepStrictEqual } from "node:util";
import { type Asked, type Memory, noMemory } from "./memory.ts";

/**
 * What was made of exactly this before, by this run or an earlier one; else it is made now, and kept where JSON gives
 * it back as it is. `asked` must name all that decides it beside this program's version.
 */
export const rememberedValue = <T extends object>(asked: Asked, make: () => T, memory: Memory): T => {
  if (memory === noMemory) return make();
  const known = memory.recall(asked);
  if (known !== null) return JSON.parse(known) as T;
  const made = make();
  const text = JSON.stringify(made);
  if (isDeepStrictEqual(JSON.parse(text), made)) memory.keep(asked, text);
  return made;
};

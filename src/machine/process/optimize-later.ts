import { setFlagsFromString } from "node:v8";

/**
 * Calls before V8 optimizes a function: a hundred times the usual ones for its dearest compiler, forty in a loop, and
 * thirty for the other one.
 */
const flags = [
  "--invocation-count-for-turbofan=300000",
  "--invocation-count-for-osr=20000",
  "--invocation-count-for-maglev=12000",
];

/**
 * Has V8 optimize later than it does: in threads beside ours it takes a fifth of the CPU time of a check, which is over
 * before that pays. To be called when Node's own modules are loaded: their compiled form counts under the usual flags
 * alone.
 */
export const optimizeLater = (): void => {
  for (const flag of flags) setFlagsFromString(flag);
};

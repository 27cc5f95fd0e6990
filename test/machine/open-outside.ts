import { type OpenOutside, openOutside } from "../../src/machine/open-outside.ts";
import type { Environment } from "../../src/outside/environment.ts";

/**
 * The outside of runs in this process, which holds the modules and leftovers of many tests: their memory is not that of
 * a run, for which its watchdog would end them all.
 */
export const outsideOfTests = (env: Environment, write?: (text: string) => void): Promise<OpenOutside> =>
  openOutside(env, {
    mask: () => {},
    keep: () => {},
    limits: { stalledSeconds: 240, memoryMiB: 8192 },
    ...(write === undefined ? {} : { write }),
  });

import type { Fault, Site } from "./fault.ts";
import type { Answer, Asked, Rule } from "./fault-proxy.ts";

/** Rules that hold from the start of the run. */
export const from =
  (...rules: readonly Rule[]) =>
  async ({ proxy }: Site): Promise<undefined> => {
    for (const rule of rules) proxy.add(rule);
  };

/** Rules that hold once the API server has answered such a request. */
export const once =
  (on: (asked: Asked) => boolean, ...rules: readonly Rule[]): NonNullable<Fault["during"]> =>
  async ({ proxy }) => {
    await proxy.seen(on);
    for (const rule of rules) proxy.add(rule);
  };

/** So many requests in a row. */
export const burst = (on: (asked: Asked) => boolean, answer: Answer, times: number): Rule => ({ on, answer, times });

/** Ends in time, although nothing helps until it is over. */
export const hopeless = { inputs: { timeout: "20s" } } as const;
/** And then has the grace that the input `timeout` promises. */
export const inTime = { withinSeconds: 20 + 30 } as const;

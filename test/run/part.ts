import { relative } from "node:path";
import { expect } from "vitest";
import { everyNth } from "../../scripts/case-options.ts";
import { partSeed } from "../../scripts/test-options.ts";

/**
 * Of a table whose cases are long and do not hang together one in `share`, other ones by each seed, in `npm test` of
 * everything. Where a file is named, and with `npm test -- --whole`, it is the whole table.
 */
export const part = <Case>(
  cases: readonly Case[],
  share: number,
  seed: number | null = seedOfFile(),
): readonly Case[] => (seed === null ? cases : everyNth(cases, share, seed));

/** Each file has another place in its table, so that a run tries one file with helm 3 and the next one with helm 4. */
const seedOfFile = (): number | null => {
  const seed = partSeed(process.env);
  const file = relative(process.cwd(), expect.getState().testPath ?? "");
  return seed === null ? null : seed + Buffer.from(file).reduce((sum, byte) => sum + byte, 0);
};

/** The major versions of helm that what is tried with either is tried with. */
export const helmMajors = (): readonly (3 | 4)[] => part([3, 4] as const, 2);

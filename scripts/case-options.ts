import { parseArgs } from "node:util";

/** What a script that runs many cases is asked for on its command line. */
export interface CaseOptions {
  /** Whether the built files are run, not the sources. */
  readonly dist: boolean;
  /** A pattern that the names of the cases have to match. */
  readonly only: string;
  /** Whether the cases are told, and not run. */
  readonly list: boolean;
  /** Cases that run beside each other. */
  readonly jobs: number;
  /** Every case, or every second one, third one ...; which, the seed says. */
  readonly share: number;
  readonly seed: number;
}

/** Reads `--dist --only <regex> --list --jobs 2 --share 2 --seed 1`. Throws TypeError where there is another one. */
export const readCaseOptions = (args: readonly string[] = process.argv.slice(2)): CaseOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dist: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      list: { type: "boolean", default: false },
      jobs: { type: "string", default: "2" },
      share: { type: "string", default: "1" },
      seed: { type: "string", default: String(Date.now() % 1000) },
    },
  });
  return { ...values, jobs: Number(values.jobs), share: Number(values.share), seed: Number(values.seed) };
};

/** The cases that are asked for. */
export const chosen = <Case extends { readonly name: string }>(
  all: readonly Case[],
  { only, share, seed }: CaseOptions,
): readonly Case[] => {
  const pattern = new RegExp(only);
  return everyNth(
    all.filter(({ name }) => pattern.test(name)),
    share,
    seed,
  );
};

/** One case of `share`; which, the seed says. */
export const everyNth = <Case>(cases: readonly Case[], share: number, seed: number): readonly Case[] =>
  cases.filter((_, index) => index % share === seed % share);

/** Holds the seed where long tables run in part: `npm test` of everything sets it. */
export const partVariable = "TEST_PART_SEED";

/** The seed by which cases are chosen; null: all run. */
export const partSeed = (env: Readonly<Record<string, string | undefined>>): number | null => {
  const text = env[partVariable] ?? "";
  return text === "" ? null : Number(text);
};

/** What `npm test` was asked for. */
export interface TestOptions {
  /** By which the cases of long tables are chosen; null: all run. */
  readonly seed: number | null;
  /** What is for vitest. */
  readonly rest: readonly string[];
}

/**
 * Reads `--whole` and `--seed <number>`. Where neither is given and nothing else, the cases are chosen by `chance`;
 * where something else is, a file perhaps, all run.
 */
export const readTestOptions = (args: readonly string[], chance: number): TestOptions => {
  const whole = args.includes("--whole");
  const at = args.indexOf("--seed");
  const given = at === -1 ? null : Number(args[at + 1]);
  if (given !== null && !(Number.isInteger(given) && given >= 0))
    throw new Error("--seed wants a whole number, as a run of the tests tells it: npm test -- --seed 17");
  const rest = args.filter((one, index) => one !== "--whole" && (at === -1 || (index !== at && index !== at + 1)));
  return { seed: whole ? null : (given ?? (rest.length === 0 ? chance : null)), rest };
};

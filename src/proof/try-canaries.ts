import { fewAtOnce } from "../core/all-done.ts";
import type { Outside } from "../outside/outside.ts";
import { ruleFileText } from "../validate/promtool/promtool.ts";
import type { Canary } from "./alert-canaries.ts";
import { countsIn, type Flock, rulesOf, seriesText, testOf } from "./canary-test.ts";
import { testRules } from "./promtool-test.ts";

/** A test takes some 20 ms, most of it for a database of its own; the example's canaries take 0.2 s. */
const timeoutMs = 20_000;
/** Tests of one run of promtool. */
const batch = 100;
/** Alerts of one test: one that cannot be evaluated ends it for all of them. */
const mostTogether = 50;

interface Promtool {
  readonly file: string;
  readonly features: readonly string[];
}

/**
 * How many alerts fire of each canary, as promtool counts them; nothing of those that it does not evaluate. Canaries on
 * the same series are tried in one test, and those that it leaves open each in one of its own.
 */
export const tryCanaries = async (
  canaries: readonly Canary[],
  promtool: Promtool,
  outside: Pick<Outside, "exec" | "scratch">,
): Promise<ReadonlyMap<Canary, number>> => {
  const named = canaries.map((canary, index) => [`canary-${index}`, canary] as const);
  const flocks = flocksOf(named);
  const together = await tryFlocks(flocks, "together", promtool, outside);
  const left = flocks.filter(({ canaries: all }) => all.size > 1).flatMap(({ canaries: all }) => [...all]);
  const alone = left.filter(([, canary]) => !together.has(canary)).map((one): Flock => ({ canaries: new Map([one]) }));
  return new Map([...together, ...(await tryFlocks(alone, "alone", promtool, outside))]);
};

type Named = readonly [name: string, canary: Canary];

/** A test lasts as long as its longest canary: those of about the same length go together. */
const flocksOf = (canaries: readonly Named[]): readonly Flock[] => {
  const alike = Map.groupBy(canaries, ([, canary]) => `${Math.ceil(Math.log2(canary.minutes))} ${seriesText(canary)}`);
  return [...alike.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / mostTogether) }, (_, part) => ({
      canaries: new Map(all.slice(part * mostTogether, (part + 1) * mostTogether)),
    })),
  );
};

const tryFlocks = async (
  flocks: readonly Flock[],
  folder: string,
  { file, features }: Promtool,
  { exec, scratch }: Pick<Outside, "exec" | "scratch">,
): Promise<ReadonlyMap<Canary, number>> => {
  const tests = flocks.map((flock, index) => ({ flock, name: `${index}.json` }));
  const batches = Array.from({ length: Math.ceil(tests.length / batch) }, (_, at) =>
    tests.slice(at * batch, (at + 1) * batch),
  );
  const counted = await fewAtOnce(batches, async (some) => {
    const cwd = await scratch.folder(`canaries/${folder}/tests`);
    for (const { flock, name } of some) {
      await scratch.write(`canaries/${folder}/rules/${name}`, ruleFileText(rulesOf(flock)));
      await scratch.write(`canaries/${folder}/tests/${name}`, ruleFileText(testOf(flock, `../rules/${name}`)));
    }
    const names = some.map(({ name }) => name);
    const counts = countsIn((await testRules(file, { cwd, features, names, timeoutMs }, exec)).stderr);
    const all = some.flatMap(({ flock }) => [...flock.canaries]);
    return all.flatMap(([name, canary]): readonly (readonly [Canary, number])[] => {
      const count = counts.get(name);
      return count === undefined ? [] : [[canary, count]];
    });
  });
  return new Map(counted.flat());
};

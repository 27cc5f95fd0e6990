import { fewAtOnce } from "../core/all-done.ts";
import type { Outside } from "../outside/outside.ts";
import { ruleFileText } from "../validate/promtool/rule-file.ts";
import type { Canary } from "./alert-canaries.ts";
import { type Flock, flocksOf } from "./canary-flocks.ts";
import { countsIn, rulesOf, testOf } from "./canary-test.ts";
import { testRules } from "./promtool-test.ts";

/** A test takes some 20 ms, most of it for a database of its own; the example's canaries take 0.2 s. */
const timeoutMs = 20_000;
/** Tests of one run of promtool, which has some 100 MiB of memory, and runs beside each other. */
const batch = 100;
const runsAtOnce = 2;

interface Promtool {
  readonly file: string;
  readonly features: readonly string[];
}

/**
 * At how many evaluations, one a minute, the alert of each canary has been firing when the canary ends, as promtool
 * counts them; nothing of those that it does not evaluate. Those that do not disturb each other are tried in one test,
 * and what that leaves open each in one of its own.
 */
export const tryCanaries = async (
  canaries: readonly Canary[],
  promtool: Promtool,
  outside: Pick<Outside, "exec" | "scratch">,
): Promise<ReadonlyMap<Canary, number>> => {
  const flocks = flocksOf(canaries);
  const together = await tryFlocks(flocks, "together", promtool, outside);
  const left = flocks.filter(({ length }) => length > 1).flat();
  const alone = left.filter((canary) => !together.has(canary)).map((canary) => [canary]);
  return new Map([...together, ...(await tryFlocks(alone, "alone", promtool, outside))]);
};

const tryFlocks = async (
  flocks: readonly Flock[],
  folder: string,
  { file, features }: Promtool,
  { exec, scratch }: Pick<Outside, "exec" | "scratch">,
): Promise<ReadonlyMap<Canary, number>> => {
  let count = 0;
  const tests = flocks.map((flock, index) => ({
    name: `${index}.json`,
    canaries: new Map(flock.map((canary) => [`canary-${count++}`, canary])),
  }));
  const batches = Array.from({ length: Math.ceil(tests.length / batch) }, (_, at) =>
    tests.slice(at * batch, (at + 1) * batch),
  );
  const counted = await fewAtOnce(
    batches,
    async (some) => {
      const cwd = await scratch.folder(`canaries/${folder}/tests`);
      for (const { name, canaries } of some) {
        await scratch.write(`canaries/${folder}/rules/${name}`, ruleFileText(rulesOf(canaries)));
        await scratch.write(`canaries/${folder}/tests/${name}`, ruleFileText(testOf(canaries, `../rules/${name}`)));
      }
      const names = some.map(({ name }) => name);
      const counts = countsIn((await testRules(file, { cwd, features, names, timeoutMs }, exec)).stderr);
      return some
        .flatMap(({ canaries }) => [...canaries])
        .flatMap(([name, canary]): readonly (readonly [Canary, number])[] => {
          const fired = counts.get(name);
          return fired === undefined ? [] : [[canary, fired]];
        });
    },
    runsAtOnce,
  );
  return new Map(counted.flat());
};

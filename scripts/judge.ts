// Our verdicts on generated monitors and rules against the real prometheus-operator: npm run judge
// [-- --cases 1000 --seed 4711]
import { parseArgs } from "node:util";
import { keyOf } from "../test/judge/api-path.ts";
import { batches } from "../test/judge/cases/batches.ts";
import { openCourt } from "../test/judge/court.ts";
import { type Judged, judge } from "../test/judge/judge.ts";
import { keep } from "../test/judge/kept.ts";
import { judgeRoutes } from "../test/signal/alertmanager/judge-routes.ts";
import { matcherCase, treeCase } from "../test/signal/alertmanager/route-cases.ts";
import { realOutside } from "../test/validate/real-outside.ts";

const { values } = parseArgs({ options: { cases: { type: "string", default: "1000" }, seed: { type: "string" } } });
const cases = wholeNumber("cases", values.cases, 1);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : wholeNumber("seed", values.seed, 0);

const started = performance.now();
await tellRoutes();
console.log(`seed ${seed}, ${cases} cases: starting a cluster and the operator`);
const [court, outside] = await Promise.all([openCourt(), realOutside()]);
try {
  const judged = await judge(court, batches(seed, cases), outside, (done, all) => console.log(`${done} of ${all}`));
  tell(judged);
} finally {
  await court.close();
  await outside.close();
}

/** amtool needs no cluster: half as many routing trees, and as many ways to write matchers. */
async function tellRoutes(): Promise<void> {
  const count = Math.ceil(cases / 2);
  for (const [what, arbitrary] of Object.entries({
    "routing trees": treeCase,
    "ways to write matchers": matcherCase,
  })) {
    const { disagreements } = await judgeRoutes(arbitrary, count, seed);
    for (const one of disagreements) console.log(JSON.stringify(one));
    console.log(
      `amtool, ${what}: cases ${count}, agreements ${count - disagreements.length}, disagreements ${disagreements.length}`,
    );
    if (disagreements.length > 0) process.exitCode = 1;
  }
}

function tell(judged: readonly Judged[]): void {
  const wrong = judged.filter(({ differences }) => differences.length > 0);
  for (const one of wrong) {
    console.log(`\n${String(one.object["kind"])} ${keyOf(one.object)}, kept as fixtures/judge/${keep(one)}`);
    for (const { prometheus, predicted, observed } of one.differences)
      console.log(`  ${prometheus ?? "at apply"}\n    we say:       ${predicted}\n    the operator: ${observed}`);
  }
  const count = (one: (judged: Judged) => number) => judged.reduce((sum, each) => sum + one(each), 0);
  const pairs = `${count(({ compared }) => compared)} verdicts compared, ${count(({ unknown }) => unknown)} of which we say that it cannot be told`;
  const kinds = Map.groupBy(judged, ({ object }) => String(object["kind"]));
  console.log(`\n${[...kinds].map(([kind, all]) => `${kind} ${all.length}`).join(", ")}; ${pairs}`);
  console.log(`cases ${judged.length}, agreements ${judged.length - wrong.length}, disagreements ${wrong.length}`);
  console.log(`seed ${seed}, ${Math.round((performance.now() - started) / 1000)} s`);
  if (wrong.length > 0) process.exitCode = 1;
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least) return number;
  console.error(`error: --${name} ${text} is no whole number from ${least}`);
  process.exit(2);
}

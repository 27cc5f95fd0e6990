// Our verdicts on generated monitors and rules against the real prometheus-operator: npm run judge
// [-- --operator 0.85.0 --cases 1000 --seed 4711]. Without --operator the chart's has all cases, and each of the older
// releases that we know a quarter of them.
import { parseArgs } from "node:util";
import { keyOf } from "../test/judge/api-path.ts";
import { batches } from "../test/judge/cases/batches.ts";
import { openCourt } from "../test/judge/court.ts";
import { type Judged, judge } from "../test/judge/judge.ts";
import {
  bearableFor,
  chartOperator,
  type JudgedOperator,
  judgedOperator,
  olderOperators,
} from "../test/judge/judged-operators.ts";
import { keep } from "../test/judge/kept.ts";
import { judgeRoutes } from "../test/signal/alertmanager/judge-routes.ts";
import { matcherCase, treeCase } from "../test/signal/alertmanager/route-cases.ts";
import { realOutside } from "../test/validate/real-outside.ts";

const { values } = parseArgs({
  options: { operator: { type: "string" }, cases: { type: "string", default: "1000" }, seed: { type: "string" } },
});
const cases = wholeNumber("cases", values.cases, 1);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : wholeNumber("seed", values.seed, 0);

if (values.operator === undefined) {
  await tellRoutes();
  await hold(chartOperator, cases);
  for (const older of olderOperators) await hold(older, Math.ceil(cases / 4));
} else {
  await hold(asked(values.operator), cases);
}

/** Judges that many cases by one operator. */
async function hold(operator: JudgedOperator, count: number): Promise<void> {
  const started = performance.now();
  console.log(`seed ${seed}, ${count} cases: starting a cluster and operator ${operator.version}`);
  const [court, outside] = await Promise.all([openCourt({ of: operator }), realOutside()]);
  try {
    const all = batches(seed, count, bearableFor(operator));
    tell(await judge(court, all, outside, (done, of) => console.log(`${done} of ${of}`)));
    console.log(`operator ${operator.version}, seed ${seed}, ${Math.round((performance.now() - started) / 1000)} s`);
  } finally {
    await court.close();
    await outside.close();
  }
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
  if (wrong.length > 0) process.exitCode = 1;
}

function asked(version: string): JudgedOperator {
  try {
    return judgedOperator(version);
  } catch (error) {
    console.error(`error: ${(error as Error).message}`);
    process.exit(2);
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least) return number;
  console.error(`error: --${name} ${text} is no whole number from ${least}`);
  process.exit(2);
}

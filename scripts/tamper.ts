// npm run tamper [-- --dist --only <regex> --share 2 --seed 1 --list --jobs 2]: a plan is approved, one thing is
// changed, and it is deployed all the same, on a real API server. It says of each deploy what did not hold. Then
// changes that do not matter, and last the deploy itself.
import { chosen, readCaseOptions } from "./case-options.ts";
import { harmless } from "./tamper/harmless.ts";
import { approve, openStage, type Stage } from "./tamper/stage.ts";
import { replay, type TamperedCase, tamperedCases } from "./tamper/tampered.ts";
import type { Harmless } from "./tamper/tampering.ts";
import { tryDeploy, tryHarmless, tryTampering, type Verdict } from "./tamper/try-case.ts";

const options = readCaseOptions();
const { share, seed } = options;

const tampered = chosen(tamperedCases, options);
const changes = chosen(harmless, options);
const lastDeploy: Harmless = { name: "the deploy itself, by another attempt of the run" };
/** The last two need all that goes before. */
const isWhole = options.only === "";
const total = tampered.length + changes.length + (isWhole ? 2 : 0);
const isHarmless = (one: { readonly name: string }): boolean =>
  one === lastDeploy || changes.some((other) => other === one);
const outcomes: (Verdict & { readonly name: string; readonly isHarmless: boolean })[] = [];

if (options.list) for (const { name } of [...tampered, ...changes]) console.log(name);
else await main();

async function main(): Promise<void> {
  const stage = await openStage(options.dist ? "dist/index.js" : "src/main.ts");
  try {
    const tries = openTries(stage);
    await inParallel(
      tampered.filter(({ cluster }) => cluster === undefined),
      tries,
    );
    for (const one of tampered.filter(({ cluster }) => cluster !== undefined)) await tell(one, tries(one));
    const handover = await approve(stage);
    for (const one of changes) await tell(one, () => tryHarmless(one, stage, handover));
    if (isWhole) {
      await tell(lastDeploy, () => tryDeploy(stage, handover));
      await tell(replay, () => tryTampering(replay, stage, { handover, another: handover, helm: 4 }));
    }
  } finally {
    await stage.close();
  }
  tellAll();
}

/** Plans where a case needs it; what cannot be taken back in the cluster makes the plans void. */
function openTries(stage: Stage): (one: TamperedCase) => () => Promise<Verdict> {
  const plans = new Map<3 | 4, Promise<Parameters<typeof tryTampering>[2]>>();
  const planBy = async (helm: 3 | 4) => {
    const tools = helm === 3 ? "helm3" : "helm4";
    const handover = await approve(stage, { tools });
    const another = await approve(stage, { tools, env: { GITHUB_RUN_ID: "4712" } });
    return { handover, another, helm };
  };
  return (one) => async () => {
    const approved = plans.get(one.by) ?? planBy(one.by);
    plans.set(one.by, approved);
    const verdict = await tryTampering(one, stage, await approved);
    if (one.cluster?.forGood === true) plans.clear();
    return verdict;
  };
}

/** Those that leave the cluster alone. */
async function inParallel(cases: readonly TamperedCase[], tries: ReturnType<typeof openTries>): Promise<void> {
  const queue = [...cases];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await tell(next, tries(next));
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
}

async function tell(one: { readonly name: string }, attempt: () => Promise<Verdict>): Promise<void> {
  const began = performance.now();
  const verdict = await attempt().catch((error: unknown) => ({
    accepted: !isHarmless(one),
    wrong: [`it could not be tried: ${error}`],
  }));
  outcomes.push({ name: one.name, isHarmless: isHarmless(one), ...verdict });
  const took = ((performance.now() - began) / 1000).toFixed(1);
  const held = verdict.wrong.length === 0 ? "held" : "DID NOT HOLD";
  console.log(`${outcomes.length}/${total} ${held}: ${one.name} (${took} s)`);
  for (const what of verdict.wrong) console.log(`    ${what}`);
}

function tellAll(): void {
  const failed = outcomes.filter(({ wrong }) => wrong.length > 0);
  if (failed.length > 0) console.log("\nWhat did not hold:");
  for (const { name, wrong } of failed) console.log(`- ${name}\n    ${wrong.join("\n    ")}`);
  if (share > 1) console.log(`One case of ${share} (seed ${seed}); without --share it is all of them.`);
  const [bad, good] = [false, true].map((harmlessly) => outcomes.filter((one) => one.isHarmless === harmlessly));
  console.log(`${bad?.length} tampered plans, ${bad?.filter(({ accepted }) => accepted).length} accepted`);
  console.log(`${good?.length} harmless changes, ${good?.filter(({ accepted }) => !accepted).length} refused`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

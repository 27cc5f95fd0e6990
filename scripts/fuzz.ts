// npm run fuzz [-- --cases 10000 --seed N --only N]: random kustomizations, install scripts, values and charts with odd
// bytes. What kustomize and helm open is a subset of what we read, which is the scratch folder: nothing of the tree
// itself, nothing outside, no address.
import { parseArgs } from "node:util";
import { startWitness } from "../test/attacks/witness-server.ts";
import { toolsDir } from "../test/tools-dir.ts";
import { chartCase } from "./fuzz/chart-case.ts";
import type { FuzzCase } from "./fuzz/fuzz-case.ts";
import { installCase } from "./fuzz/install-case.ts";
import { kustomizeCase } from "./fuzz/kustomize-case.ts";
import { type Random, randomFrom } from "./fuzz/random.ts";
import { canTrace } from "./fuzz/traced.ts";
import { tryCase } from "./fuzz/try-case.ts";

const { values: options } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    only: { type: "string" },
    jobs: { type: "string", default: "3" },
  },
});
const [cases, seed, jobs] = [options.cases, options.seed, options.jobs].map(Number) as [number, number, number];

const kinds: readonly ((random: Random) => FuzzCase)[] = [
  kustomizeCase,
  kustomizeCase,
  installCase,
  installCase,
  chartCase,
];

let requests = 0;
const server = await startWitness("here", () => {
  requests += 1;
});
const stand = { tools: await toolsDir(["helm", "helm3", "kubectl"]), server: server.url, requests: () => requests };
if (!canTrace) console.log("there is no strace on this machine: only canaries and requests tell what was read");

let [done, reached, different] = [0, 0, 0];
const numbers = options.only === undefined ? Array.from({ length: cases }, (_, n) => n) : [Number(options.only)];
const started = performance.now();

const work = async (): Promise<void> => {
  for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) {
    const random = randomFrom(seed * 1_000_003 + n);
    const one = random.pick(kinds)(random);
    const tried = await tryCase(one, stand);
    done += 1;
    if (tried.reached) reached += 1;
    if (tried.differences.length > 0) tellDifference(n, one, tried.differences);
    if (done % 500 === 0)
      console.log(
        `${done} cases, ${reached} reached the tools, ${different} differ, ${Math.round((performance.now() - started) / 1000)} s`,
      );
  }
};

function tellDifference(n: number, one: FuzzCase, differences: readonly string[]): void {
  different += 1;
  if (different > 20) return;
  console.log(`case ${n} (${one.kind}, ${one.helm}): npm run fuzz -- --seed ${seed} --only ${n}`);
  for (const what of differences.slice(0, 5)) console.log(`  ${what}`);
  const shown = [...one.entries].filter(([path]) => /kustomization|install\.sh|Chart\.yaml|schema/i.test(path));
  if (options.only !== undefined)
    for (const [path, entry] of shown)
      console.log(`  --- ${path}\n${"file" in entry ? Buffer.from(entry.file).toString() : JSON.stringify(entry)}`);
}

await Promise.all(Array.from({ length: jobs }, work));
server.close();
console.log(
  `${reached} of them reached the tools (${Math.round((100 * reached) / Math.max(1, done))} %), in ${Math.round((performance.now() - started) / 1000)} s`,
);
console.log(`${done} cases (seed ${seed}), ${different} differences`);
process.exitCode = different === 0 ? 0 : 1;

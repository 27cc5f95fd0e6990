// Random edits of the example while `check --watch` looks at it; after each, a check by itself has to report the same:
// npm run watch-edits [-- --edits 200 --seed N]. KPS_CHART names the real chart, else it is the small one.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { kubernetesSchemas, kubernetesVersion } from "../test/kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { compareEdits } from "./watch-edits/compare-edits.ts";

const { values } = parseArgs({
  options: {
    edits: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const [edits, seed] = [Number(values.edits), Number(values.seed)];
const [tools, schemas] = await Promise.all([toolsDir(checkCommands), kubernetesSchemas()]);
process.env["PATH"] = `${tools}:${process.env["PATH"]}`;
const edited: string[] = [];
const differences = await compareEdits({
  ...{ edits, seed, tools, schemas, kubernetesVersion },
  chart: resolve(process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack"),
  tell(edit, rounds) {
    edited.push(edit);
    console.log(`${String(edited.length).padStart(4)} ${edit} (round ${rounds})`);
  },
});
for (const { edit, watched, alone } of differences) {
  const at = [...watched].findIndex((character, index) => character !== alone[index]);
  const around = (text: string): string => text.slice(Math.max(0, at - 200), at + 300);
  console.log(`\nafter: ${edit}\nwatched: …${around(watched)}…\nby itself: …${around(alone)}…`);
}
console.log(`${edits} edits with seed ${seed}: ${differences.length} differ`);
process.exitCode = differences.length === 0 ? 0 : 1;

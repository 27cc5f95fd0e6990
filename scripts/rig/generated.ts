import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type GeneratedResult, runGenerated } from "../../test/rig/generated/run-generated.ts";
import { generatedCases, type Variation } from "../../test/rig/generated/variations.ts";
import type { RigPlace } from "./stacks.ts";

interface GeneratedOptions {
  readonly count: number;
  readonly seed: number;
  /** No case begins after so many. */
  readonly minutes: number;
}

/** Runs the kept variations and new ones, and keeps those where prediction and observation differ. */
export const runGeneratedStacks = async (
  { root, chart, tools }: RigPlace,
  { count, seed, minutes }: GeneratedOptions,
): Promise<number> => {
  const folder = join(root, "fixtures/rig/generated");
  mkdirSync(folder, { recursive: true });
  const kept = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as readonly Variation[];
  const names = [
    ...kept.map((file) => file.replace(/\.json$/, "")),
    ...Array.from({ length: count }, (_, i) => `${seed}-${i}`),
  ];
  const cases = [...kept.map(read), ...generatedCases(seed, count)];
  console.log(`seed ${seed}: ${kept.length} kept variations, ${count} new ones`);
  const start = performance.now();
  const seconds = (): number => Math.round((performance.now() - start) / 1000);
  const results: GeneratedResult[] = [];
  await runGenerated({
    ...{ cases, chart, tools, progress: (line) => console.log(`[${seconds()} s] ${line}`) },
    isOver: () => seconds() > minutes * 60,
    done: (result, index) => {
      results.push(result);
      console.log(`[${seconds()} s] ${names[index]}: ${told(result)}`);
      if (result.disagreements.length > 0)
        writeFileSync(join(folder, `${names[index]}.json`), `${JSON.stringify(result.variations, writable, 2)}\n`);
    },
  });
  const sum = (of: (one: GeneratedResult) => number): number => results.reduce((total, one) => total + of(one), 0);
  const compared = results.filter(({ refusal }) => refusal === null).length;
  const disagreements = sum((one) => one.disagreements.length);
  console.log(
    `${results.length} generated stacks, ${compared} compared, ${results.length - compared} refused before they run: ` +
      `${sum(({ agreements }) => agreements)} hops agree, ${disagreements} disagree, ${sum(({ silent }) => silent)} not compared`,
  );
  return disagreements === 0 ? 0 : 1;
};

/** JSON has no undefined: a field that goes is null. */
const writable = (_: string, value: unknown): unknown => (value === undefined ? null : value);

const told = ({ variations, refusal, agreements, silent, disagreements }: GeneratedResult): string => {
  const changes = variations.map(
    ({ file, at, value }) => `${file} ${at.join(".")} = ${JSON.stringify(value) ?? "gone"}`,
  );
  const differing = disagreements.map(
    ({ subject, hop, predicted, observed, why, what }) =>
      `\n    DISAGREE ${subject}, ${hop}: predicted ${predicted}: ${why} Observed ${observed}: ${what}`,
  );
  const result = refusal === null ? `${agreements} agree, ${disagreements.length} disagree, ${silent} silent` : refusal;
  return `${result}\n    ${changes.join("\n    ")}${differing.join("")}`;
};

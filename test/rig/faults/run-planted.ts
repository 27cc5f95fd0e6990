import { runAction } from "../../../scripts/run-action.ts";
import { type Field, inField } from "../field.ts";
import type { PlantedFault } from "./fault.ts";
import type { Miss } from "./misses.ts";
import { type FoundFault, plantFault, untilAllIsSeen } from "./plant-faults.ts";

interface PlantedRun {
  readonly faults: readonly PlantedFault[];
  readonly chart: string;
  readonly tools: string;
  readonly progress: (line: string) => void;
  /** Called with each as it is done. */
  readonly found: (one: FoundFault) => void;
}

/** What came of all of them. */
export interface PlantedResult {
  readonly found: readonly FoundFault[];
  /** What was not seen in the good stack, before the first and after the last. */
  readonly missesOfGood: readonly Miss[];
}

/** Prometheus' targets, groups and alerts, one after the other; what failed once is told for five minutes. */
const settlingSeconds = 420;

/** Plants faults one at a time in one running stack. Throws where check does not call it good, or it does not start. */
export const runPlanted = ({ faults, chart, tools, progress, found }: PlantedRun): Promise<PlantedResult> =>
  inField({ chart, tools, progress }, async (field) => {
    progress("asking mode: check, with the cluster's own schemas, whether the stack is good");
    await expectGood(field, tools);
    progress("looking until all of the good stack is seen");
    const before = await untilAllIsSeen(field, settlingSeconds);
    const results: FoundFault[] = [];
    for (const fault of before.length > 0 ? [] : faults) {
      progress(`planting: ${fault.title}`);
      const one = await plantFault(fault, field);
      found(one);
      results.push(one);
      if (one.left.length > 0) throw new Error(`The stack did not recover from "${fault.title}": ${told(one.left)}`);
    }
    progress("looking until all of the good stack is seen again");
    const after = await untilAllIsSeen(field, settlingSeconds);
    return { found: results, missesOfGood: [...before, ...after] };
  });

const told = (misses: readonly Miss[]): string =>
  misses.map(({ first, subject, what }) => `${first} of ${subject}: ${what}`).join("\n");

/** What `check` is silent about is good. */
const expectGood = async ({ inputs, workspace }: Field, tools: string): Promise<void> => {
  const more = { mode: "check", tools: "path", "schema-locations": "cluster", "fail-on": "notice" };
  const { code, output } = await runAction({
    ...{ entry: "src/main.ts", inputs: { ...inputs, ...more }, tools, workspace, show: false },
  });
  if (code !== 0) throw new Error(`check does not call the stack good:\n${output}`);
};

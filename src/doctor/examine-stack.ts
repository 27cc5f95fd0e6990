import type { Inputs } from "../inputs.ts";
import type { Outside } from "../outside/outside.ts";
import { loadStack } from "../stack/load.ts";
import type { Stack } from "../stack/stack.ts";
import { type Diagnosis, diagnose, passedOver } from "./diagnosis.ts";

/** Whether there is a stack where the inputs say, and whether its chart can be had. */
export const examineStack = async (
  inputs: Inputs,
  outside: Outside,
): Promise<{ readonly diagnoses: readonly Diagnosis[]; readonly stack: Stack | null }> => {
  const { diagnosis, value: stack } = await diagnose("stack", async () => {
    const loaded = await loadStack(inputs, outside.workspace);
    const { name, namespace } = loaded.release;
    return { value: loaded, said: `${loaded.path}: release ${name.value} in namespace ${namespace.value}` };
  });
  const chart =
    stack === null
      ? passedOver("chart", "the stack says which, and cannot be read")
      : (await diagnose("chart", () => lookAtChart(stack, outside))).diagnosis;
  return { diagnoses: [diagnosis, chart], stack };
};

const lookAtChart = async ({ release }: Stack, outside: Outside) => {
  const { chart } = await outside.chart(release, { onlyRendered: true });
  return { value: chart, said: `${chart.name} ${chart.version} from ${chart.source}` };
};

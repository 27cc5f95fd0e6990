import type { Toolbox, ToolName } from "../outside/tools.ts";
import { type Diagnosis, diagnose } from "./diagnosis.ts";

/** What every mode starts. */
const started: readonly ToolName[] = ["helm", "kubectl", "kubeconform", "promtool"];

/** The commands, had as a run has them: what is on no PATH is downloaded and verified. */
export const examineTools = (tools: Toolbox): Promise<readonly Diagnosis[]> =>
  Promise.all(
    started.map(async (name) => {
      const { diagnosis } = await diagnose(name, async () => {
        const tool = await tools.get(name);
        return { value: tool, said: `${tool.version}, ${from[tool.source]}: ${tool.path}` };
      });
      return diagnosis;
    }),
  );

const from = {
  path: "from PATH",
  cache: "from the tool cache",
  download: "downloaded and verified",
  built: "built",
} as const;

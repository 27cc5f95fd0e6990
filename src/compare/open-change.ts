import { modeNeeds } from "../core/mode.ts";
import type { Inputs } from "../inputs.ts";
import type { Change, NoChange } from "../outside/change.ts";
import type { Outside } from "../outside/outside.ts";
import type { BaseCommit, NoBase } from "../outside/repository.ts";
import { type SharedMemory, shareMemory } from "./shared-memory.ts";
import { type Watched, watchPaths } from "./touched-paths.ts";

/** The change that a run looks at. */
export interface OpenedChange extends Pick<Watched, "touched"> {
  readonly change: Change | NoChange;
  /** Whether findings are compared with those before it. */
  readonly compares: boolean;
  readonly memory: SharedMemory;
  /** What the run goes on with: it takes note of what is read, and has a chart, and answers, once for all states. */
  readonly outside: Outside;
}

/** Opens the change of the run's event; null where there is none, or nobody asks for it. */
export const openChange = async (
  inputs: Inputs,
  base: BaseCommit | NoBase | null,
  outside: Outside,
): Promise<OpenedChange | null> => {
  const proposes = base !== null && (base.sha === null || base.isProposal);
  const compares = modeNeeds(inputs.mode).comparesChange && proposes;
  const change = compares || inputs.changedOnly ? await outside.change(base) : null;
  if (change === null) return null;
  const { workspace, touched } = watchPaths(outside.workspace);
  const memory = shareMemory(outside.memory);
  const own = { ...outside, workspace, memory: memory.lasting, chart: chartOnce(outside) };
  return { change, compares, memory, touched, outside: compares ? own : { ...outside, workspace } };
};

/** A chart of one name, version and repository is the same in all states. */
const chartOnce = (outside: Outside): Outside["chart"] => {
  const charts = new Map<string, ReturnType<Outside["chart"]>>();
  return (source, use) => {
    const named = [source.chart, source.version, source.repository].map(({ value, from }) => [value, from]);
    const key = JSON.stringify([...named, use.onlyRendered]);
    const had = charts.get(key) ?? outside.chart(source, use);
    charts.set(key, had);
    return had;
  };
};

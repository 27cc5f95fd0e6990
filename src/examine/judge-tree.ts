import type { Check } from "../checks/check.ts";
import { checks as allChecks } from "../checks/index.ts";
import { type LaidFiles, layOver } from "../compare/lay-over.ts";
import { scratchBelow } from "../compare/scratch-below.ts";
import type { SharedMemory } from "../compare/shared-memory.ts";
import { type Touched, watchPaths } from "../compare/touched-paths.ts";
import { StageRecorder } from "../core/stage.ts";
import type { Outside } from "../outside/outside.ts";
import { openPolicy } from "../policy/open-policy.ts";
import type { Checked } from "../policy/run-checks.ts";
import { renderStack } from "../render/render-stack.ts";
import type { Products } from "../report/assemble.ts";
import { readGeneratorFiles } from "../secrets/read-generator-files.ts";
import { loadStack } from "../stack/load.ts";
import { examine, findIn, type Rendered } from "./examine.ts";

/** What another state of a run's tree is judged with. */
export interface ToJudge extends Omit<Rendered, "stack" | "render"> {
  readonly memory: SharedMemory;
}

/** Another state of the tree. */
interface State {
  /** What differs in it. */
  readonly files: LaidFiles;
  /** Of its folder in the scratch folder. */
  readonly name: string;
  /** Whether later runs may meet it again. */
  readonly keeps: boolean;
  /** Default: all. */
  readonly checks?: readonly Check[];
}

/** A state as it was judged. */
export interface JudgedTree {
  readonly checked: Checked;
  readonly products: Partial<Products>;
  readonly touched: Touched;
}

/** Loads, renders and checks another state of the tree, in silence. Throws as a run's stages do. */
export const judgeTree = async (given: ToJudge, state: State): Promise<JudgedTree> => {
  const { inputs, configuration, helm, kubeVersion, memory } = given;
  const watched = watchPaths(layOver(given.outside.workspace, state.files));
  const outside: Outside = {
    ...given.outside,
    workspace: watched.workspace,
    scratch: scratchBelow(given.outside.scratch, `states/${state.name}`),
    memory: state.keeps ? memory.lasting : memory.passing,
    log: { ...given.outside.log, info: given.outside.log.debug },
  };
  if ((await outside.workspace.kind(inputs.path)) === "missing")
    return { checked: { findings: [], suppressed: [], notRun: [] }, products: {}, touched: await watched.touched() };
  const stages = new StageRecorder<Products>(outside.now);
  const { stack } = await stages.keep({ stack: loadStack(inputs, outside.workspace) });
  await stages.keep({ generatorFiles: readGeneratorFiles(stack, outside.workspace) });
  const { policy } = await openPolicy(configuration, stack, outside.workspace);
  const { render } = await stages.keep({
    render: renderStack(stack, inputs, outside, { helm, kubeVersion, twice: false }),
  });
  const subject = await examine({ ...given, outside, stack, render }, stages);
  const checked = await findIn(subject, { checks: state.checks ?? allChecks, policy, outside });
  return { checked, products: stages.products(), touched: await watched.touched() };
};

import { allDone } from "./core/all-done.ts";
import { loadExporter } from "./dcgm/load-exporter.ts";
import type { Inputs } from "./inputs.ts";
import type { Cluster } from "./outside/cluster.ts";
import type { Outside } from "./outside/outside.ts";
import { alertCanaries } from "./proof/alert-canaries.ts";
import { runAlertTests } from "./proof/alert-tests.ts";
import { runCanaries } from "./proof/run-canaries.ts";
import { allManifests, type Render } from "./render/render.ts";
import type { Results } from "./report/assemble.ts";
import { resolveSignals } from "./signal/resolve-signals.ts";
import type { Stack } from "./stack/stack.ts";
import type { RuleVerdict } from "./validate/promtool/rule-verdict.ts";

interface Rendered {
  readonly stack: Stack;
  readonly render: Render;
  readonly inputs: Inputs;
  readonly cluster: Cluster | null;
  /** promtool's verdicts, as soon as they are there. */
  readonly ruling: Promise<readonly RuleVerdict[]>;
  readonly outside: Outside;
}

/** The stage `resolve`: the way of every signal, its GPU alerts tried on synthetic series, and beside it the unit tests of the tree's rules. */
export const resolveStage = async (rendered: Rendered, results: Results): Promise<void> => {
  const { stack, render, inputs, cluster, ruling, outside } = rendered;
  const manifests = allManifests(render);
  const resolving = async (): Promise<void> => {
    results.exporter = await loadExporter(inputs, stack, render, cluster, outside);
    results.resolution = resolveSignals(stack, render, await ruling, results.exporter);
    results.canaries = await runCanaries(alertCanaries(results.resolution), manifests, outside);
  };
  const testing = async (): Promise<void> => {
    results.alertTests = await runAlertTests(stack, await ruling, manifests, outside);
  };
  await allDone([resolving(), testing()]);
};

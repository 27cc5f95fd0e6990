import { loadExporter } from "./dcgm/load-exporter.ts";
import type { Inputs } from "./inputs.ts";
import type { Cluster } from "./outside/cluster.ts";
import type { Outside } from "./outside/outside.ts";
import { alertCanaries } from "./proof/alert-canaries.ts";
import { runAlertTests } from "./proof/alert-tests.ts";
import { runCanaries } from "./proof/run-canaries.ts";
import { allManifests, type Render } from "./render/render.ts";
import type { Products } from "./report/assemble.ts";
import type { ClusterSize } from "./signal/capacity/cluster-size.ts";
import { resolveSignals } from "./signal/resolve-signals.ts";
import type { Stack } from "./stack/stack.ts";
import type { RuleVerdict } from "./validate/promtool/rule-verdict.ts";
import { measuredSize } from "./verify/gpus/measured-size.ts";

interface Rendered {
  readonly stack: Stack;
  readonly render: Render;
  readonly inputs: Inputs;
  readonly cluster: Cluster | null;
  /** promtool's verdicts, as soon as they are there. */
  readonly ruling: Promise<readonly RuleVerdict[]>;
  readonly outside: Outside;
  /** What the configuration says of the cluster's size. */
  readonly statedSize: ClusterSize;
}

/**
 * What the stage `resolve` makes, each as soon as it is there: what comes first stands in the report
 * even where a later one fails.
 */
type ResolveParts = {
  readonly [N in "exporter" | "resolution" | "canaries" | "alertTests" | "clusterSize"]: Promise<Products[N]>;
};

/**
 * The stage `resolve`: the way of every signal, its GPU alerts tried on synthetic series, and beside it the unit
 * tests of the tree's rules.
 */
export const resolveStage = (rendered: Rendered): ResolveParts => {
  const { stack, render, inputs, cluster, ruling, outside } = rendered;
  const manifests = allManifests(render);
  const exporter = loadExporter(inputs, stack, render, cluster, outside);
  const resolution = exporter.then(async (model) => resolveSignals(stack, render, await ruling, model));
  const canaries = resolution.then((resolved) => runCanaries(alertCanaries(resolved), manifests, outside));
  const alertTests = ruling.then((rules) => runAlertTests(stack, rules, manifests, outside));
  return { exporter, resolution, canaries, alertTests, clusterSize: clusterSize(rendered) };
};

/** What is stated counts before what the cluster says. */
const clusterSize = async ({ statedSize, cluster }: Rendered): Promise<ClusterSize> => ({
  ...statedSize,
  stated: { ...(cluster === null ? {} : await measuredSize(cluster)), ...statedSize.stated },
});

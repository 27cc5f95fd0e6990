import { allDone } from "./core/all-done.ts";
import type { ExporterModel } from "./dcgm/exporter-model.ts";
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
import { type Resolution, resolveSignals } from "./signal/resolve-signals.ts";
import type { Stack } from "./stack/stack.ts";
import { allTaken } from "./validate/promtool/check-rules.ts";
import type { RuleVerdict } from "./validate/promtool/rule-verdict.ts";
import { measuredSize } from "./verify/gpus/measured-size.ts";

interface Rendered {
  readonly stack: Stack;
  readonly render: Render;
  readonly inputs: Inputs;
  readonly cluster: Cluster | null;
  /** promtool's verdicts, as soon as they are there. */
  readonly ruling: Promise<readonly RuleVerdict[]>;
  /** When all commands run that are asked about the render: this process has nothing else to do then. */
  readonly asked: Promise<unknown>;
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
  const { stack, render, inputs, cluster, ruling, asked, outside } = rendered;
  const manifests = allManifests(render);
  const exporter = loadExporter(inputs, stack, render, cluster, outside);
  const resolve = (rules: readonly RuleVerdict[], model: ExporterModel): Resolution =>
    resolveSignals(stack, render, rules, model);
  // While promtool reads the rules they are presumed to be right: where one is not, the signals are resolved again.
  const presumed = allDone([exporter, asked])
    .then(([model]) => resolve(allTaken(manifests), model))
    .catch(() => null);
  const resolution = allDone([exporter, ruling, presumed]).then(([model, rules, resolved]) =>
    resolved !== null && rules.every(({ errors }) => errors.length === 0) ? resolved : resolve(rules, model),
  );
  const canaries = resolution.then((resolved) => runCanaries(alertCanaries(resolved), manifests, outside));
  const alertTests = ruling.then((rules) => runAlertTests(stack, rules, manifests, outside));
  return { exporter, resolution, canaries, alertTests, clusterSize: clusterSize(rendered) };
};

/** What is stated counts before what the cluster says. */
const clusterSize = async ({ statedSize, cluster }: Rendered): Promise<ClusterSize> => ({
  ...statedSize,
  stated: { ...(cluster === null ? {} : await measuredSize(cluster)), ...statedSize.stated },
});

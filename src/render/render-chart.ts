import type { Inputs } from "../inputs.ts";
import type { Helm } from "../outside/helm.ts";
import { describeChart } from "../outside/local-chart.ts";
import { obtainChart } from "../outside/obtain-chart.ts";
import type { Outside } from "../outside/outside.ts";
import type { Stack } from "../stack/stack.ts";
import { allDone } from "./all-done.ts";
import { chartObjects } from "./chart-objects.ts";
import { explainTemplate } from "./explain-template.ts";
import { apiVersionArguments, valueArguments } from "./release-arguments.ts";
import type { ChartRender, Unstable } from "./render.ts";
import { splitDocuments } from "./split-helm-output.ts";
import { findUnstable } from "./unstable.ts";
import { valueSources } from "./value-sources.ts";

export interface ChartOptions {
  readonly helm: Helm;
  readonly kubeVersion: string;
  readonly twice: boolean;
}

/** Gets the chart and renders it; twice where asked, to see what differs. Values that the chart cannot take are data: `error`. */
export const renderChart = async (
  stack: Stack,
  inputs: Inputs,
  outside: Outside,
  { helm, kubeVersion, twice }: ChartOptions,
): Promise<{ readonly chart: ChartRender; readonly unstable: readonly Unstable[] | null }> => {
  const local = await obtainChart(stack.release, inputs, helm, outside);
  const args = templateArguments(stack, local.path, kubeVersion, outside);
  const render = () => helm.run(args, { cwd: outside.workspace.root });
  const sources = valueSources(stack);
  const [chart, first, second] = await allDone([
    describeChart(local.path, local.source, outside.workspace.root, helm),
    render(),
    twice ? render() : null,
  ]);
  const failed = [first, second].find((one) => one !== null && one.code !== 0);
  if (failed) {
    const error = explainTemplate(failed.stderr, { stack, sources, workspaceRoot: outside.workspace.root, chart });
    return { chart: { chart, manifests: [], hooks: [], crds: [], crdsSwitchedOff: false, error }, unstable: null };
  }
  const objects = chartObjects(first.stdout, sources);
  const crdsSwitchedOff = objects.crds.length === 0;
  const crds = crdsSwitchedOff ? await allCrds(local.path, helm) : objects.crds;
  const again = second === null ? null : chartObjects(second.stdout, sources);
  return {
    chart: { chart, ...objects, crds, crdsSwitchedOff: crdsSwitchedOff && crds.length > 0, error: null },
    unstable:
      again === null
        ? null
        : findUnstable([...objects.manifests, ...objects.hooks], [...again.manifests, ...again.hooks]),
  };
};

/** `--include-crds` costs a few milliseconds, `helm show crds` as much as half a render, and only the former heeds the values. */
const templateArguments = (stack: Stack, chart: string, kubeVersion: string, outside: Outside): readonly string[] => [
  ...["template", stack.release.name.value, chart, "--namespace", stack.release.namespace.value],
  ...["--kube-version", kubeVersion, "--include-crds"],
  ...apiVersionArguments,
  ...valueArguments(stack.release, outside.workspace),
];

/** The CRDs that the values switch off still say what the chart's objects look like. */
const allCrds = async (chart: string, helm: Helm): Promise<readonly string[]> => {
  const { code, stdout } = await helm.run(["show", "crds", chart]);
  return code === 0 ? splitDocuments(stdout) : [];
};

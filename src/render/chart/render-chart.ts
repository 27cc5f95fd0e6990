import { allDone } from "../../core/all-done.ts";
import { nextTurn } from "../../core/next-turn.ts";
import type { Chart, CopiedChart } from "../../outside/chart.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Completed } from "../../outside/exec.ts";
import type { Helm } from "../../outside/helm.ts";
import type { Asked } from "../../outside/memory.ts";
import type { Outside } from "../../outside/outside.ts";
import { rememberedCommand } from "../../outside/remembered-command.ts";
import { toolIdentity } from "../../outside/tools.ts";
import { releaseNameOf } from "../../stack/release-name.ts";
import type { Stack } from "../../stack/stack.ts";
import { UnreadableYaml } from "../read-objects.ts";
import type { ChartRender, Unstable } from "../render.ts";
import { findUnstable } from "../unstable.ts";
import { defaultsOf } from "./chart-defaults.ts";
import { chartObjects } from "./chart-objects.ts";
import { copyValues, refusedValues } from "./copy-values.ts";
import { explainTemplate } from "./explain-template.ts";
import { templateArguments } from "./release-arguments.ts";
import { documentsOf, splitDocuments } from "./split-helm-output.ts";
import { valueSources } from "./value-sources.ts";

export interface ChartOptions {
  readonly helm: Helm;
  readonly kubeVersion: string;
  readonly twice: boolean;
  /** Called when the chart is read: helm is started at once. */
  readonly isRead?: () => void;
}

/**
 * Gets the chart and renders it; twice where asked, to see what differs. Values that the chart
 * cannot take are data: `error`.
 */
export const renderChart = async (
  stack: Stack,
  outside: Outside,
  { helm, kubeVersion, twice, isRead }: ChartOptions,
): Promise<{ readonly chart: ChartRender; readonly unstable: readonly Unstable[] | null }> => {
  const copied = await outside.chart(stack.release, { onlyRendered: !twice });
  const { chart } = copied;
  isRead?.();
  const refused = refusedValues(stack);
  if (refused !== null) return { chart: { ...nothing(chart), error: refused }, unstable: null };
  const values = await copyValues(stack, outside.scratch);
  const release = releaseNameOf(stack.release);
  const args = templateArguments({ release, chart: chart.path, kubeVersion, values, printsCrds: copied.crds === null });
  const render = async () => {
    await copied.provide();
    return helm.run(args, { cwd: values.folder });
  };
  const renderOnce = async () => rememberedCommand(await askedOf(args, stack, chart, outside), render, outside);
  const sources = valueSources(stack);
  const running = [twice ? render() : renderOnce(), twice ? render() : null] as const;
  // The chart's own values are asked for when helm has ended, and take 10 ms to read: it is waited for anyway.
  const readValues = nextTurn().then(() => copied.values && defaultsOf(copied.values, outside.memory));
  const [first, second] = await allDone([...running, readValues]);
  const failed = [first, second].find((one) => one !== null && one.code !== 0);
  if (failed) {
    const error = explainTemplate(failed.stderr, { stack, sources, workspaceRoot: outside.workspace.root, chart });
    return { chart: { ...nothing(chart), error }, unstable: null };
  }
  try {
    const objectsIn = ({ stdout }: Completed) =>
      chartObjects(documentsOf(stdout, copied.crds), sources, outside.memory);
    const objects = objectsIn(first);
    const again = second === null ? null : objectsIn(second);
    return {
      chart: {
        chart,
        ...objects,
        ...(await crdsOf(objects, copied, helm)),
        copied,
        values: copied.values,
        error: null,
      },
      unstable: between(objects, again),
    };
  } catch (thrown) {
    if (!(thrown instanceof UnreadableYaml)) throw thrown;
    return { chart: { ...nothing(chart), error: { message: thrown.message, at: sources.fallback } }, unstable: null };
  }
};

/** All that decides what helm renders: it runs without plugins, and gets copies of what is named here. */
export const askedOf = async (
  args: readonly string[],
  { valueFiles, setFiles }: Pick<Stack, "valueFiles" | "setFiles">,
  chart: Chart,
  { tools, scratch }: Pick<Outside, "tools" | "scratch">,
): Promise<Asked> => [
  "helm template/2",
  toolIdentity(await tools.get("helm")),
  chart.digest,
  // The chart is known by its digest, wherever its copy lies.
  ...args.map((arg) => arg.replaceAll(chart.path, "").replaceAll(scratch.dir, "")),
  "",
  ...valueFiles.map(({ text }) => text),
  "",
  ...Object.entries(setFiles).flat(),
];

const nothing = (chart: Chart) => ({ chart, manifests: [], hooks: [], crds: [], crdsSwitchedOff: false });

type Objects = ReturnType<typeof chartObjects>;

const between = (first: Objects, second: Objects | null): readonly Unstable[] | null =>
  second === null ? null : findUnstable([...first.manifests, ...first.hooks], [...second.manifests, ...second.hooks]);

/** The CRDs that the values switch off still say what the chart's objects look like. */
const crdsOf = async (
  { crds }: Objects,
  { chart, crds: known, provide }: CopiedChart,
  helm: Helm,
): Promise<Pick<ChartRender, "crds" | "crdsSwitchedOff">> => {
  if (crds.length > 0) return { crds, crdsSwitchedOff: false };
  const show = async (): Promise<readonly string[]> => {
    await provide();
    const { code, stdout } = await helm.run(commandLine({ verb: ["show", "crds"], positionals: [chart.path] }));
    return code === 0 ? [stdout] : [];
  };
  const all = (known?.all() ?? (await show())).flatMap(splitDocuments);
  return { crds: all, crdsSwitchedOff: all.length > 0 };
};

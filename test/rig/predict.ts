import type { ExporterModel } from "../../src/dcgm/exporter-model.ts";
import { loadExporter } from "../../src/dcgm/load-exporter.ts";
import { readInputs } from "../../src/inputs.ts";
import type { Manifest } from "../../src/kubernetes/manifest.ts";
import { allManifests } from "../../src/render/render.ts";
import { defaultKubernetesVersion, renderStack } from "../../src/render/render-stack.ts";
import { type Resolution, resolveSignals } from "../../src/signal/resolve-signals.ts";
import { loadStack } from "../../src/stack/load.ts";
import { checkRules } from "../../src/validate/promtool/check-rules.ts";
import { isUsualExporter } from "./live-stack.ts";
import { quietOutside } from "./quiet-outside.ts";

/** What the resolver says of a tree before anything of it runs. */
export interface Prediction extends Resolution {
  readonly exporter: ExporterModel;
  /** All that would be applied, in order. */
  readonly manifests: readonly Manifest[];
}

/**
 * Resolves the tree with these inputs, without a cluster. `tools` is put first on PATH. Throws
 * where it does not render.
 */
export const predict = async (
  inputs: Readonly<Record<string, string>>,
  workspace: string,
  tools: string,
): Promise<Prediction> => {
  const read = readInputs((name) => inputs[name] ?? "");
  const outside = await quietOutside(read, workspace, tools);
  try {
    const stack = await loadStack(read, outside.workspace);
    const helm = await outside.helm();
    const kubeVersion = defaultKubernetesVersion;
    const render = await renderStack(stack, read, outside, { helm, kubeVersion, twice: false });
    const trouble = render.chart.error ?? render.roots.find(({ error }) => error !== null)?.error;
    if (trouble) throw new Error(`The stack does not render: ${trouble.message}`);
    const manifests = allManifests(render);
    const rules = await checkRules(manifests, outside);
    const declared = await loadExporter(read, stack, render, null, outside);
    const exporter = { ...declared, objects: declared.objects.filter(isUsualExporter) };
    return { ...resolveSignals(stack, render, rules, exporter), exporter, manifests };
  } finally {
    await outside.close();
  }
};

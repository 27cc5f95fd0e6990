import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadExporter } from "../../src/dcgm/load-exporter.ts";
import { readInputs } from "../../src/inputs.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import { runChecks } from "../../src/policy/run-checks.ts";
import { allManifests } from "../../src/render/render.ts";
import { defaultKubernetesVersion, renderStack } from "../../src/render/render-stack.ts";
import { resolveSignals } from "../../src/signal/resolve-signals.ts";
import { loadStack } from "../../src/stack/load.ts";
import { checkRules } from "../../src/validate/promtool/check-rules.ts";
import { realOutside } from "../../test/validate/real-outside.ts";
import { large, writeLargeStack } from "./large-stack.ts";

const fixtures = resolve(import.meta.dirname, "../../fixtures");
const chart = "charts/kube-prometheus-stack";

/**
 * Own CPU time (user and system, milliseconds) of the pure parts of a check on a large tree; what
 * commands take is not in it.
 */
export const tellLargeStack = async (): Promise<void> => {
  const temporary = await realOutside();
  try {
    const { root } = temporary.workspace;
    cpSync(join(fixtures, chart), join(root, chart), { recursive: true });
    writeLargeStack(join(fixtures, "prometheus-stack"), join(root, "prometheus-stack"));
    const outside = { ...temporary, workspace: await openWorkspace(root) };
    const inputs = readInputs((name) => ({ chart, tools: "path" })[name] ?? "");
    const helm = await outside.helm();

    const loading = process.cpuUsage();
    const stack = await loadStack(inputs, outside.workspace);
    const load = millisecondsSince(loading);
    const options = { helm, kubeVersion: defaultKubernetesVersion, twice: false };
    const render = await renderStack(stack, inputs, outside, options);
    const rules = await checkRules(allManifests(render), outside);
    const exporter = await loadExporter(inputs, stack, render, null, outside);

    const resolving = process.cpuUsage();
    const resolution = resolveSignals(stack, render, rules, exporter);
    const resolved = millisecondsSince(resolving);
    const checking = process.cpuUsage();
    runChecks({ stack, render, rules, resolution }, new Map([["validation", "kubeconform is not measured here"]]));
    const checked = millisecondsSince(checking);
    console.log(
      `${large.monitors} ServiceMonitors, ${large.rules} PrometheusRules (${large.rules * large.alertsEach} alerts), ${large.dashboards} dashboards, ` +
        `${resolution.paths.length} signal paths: own CPU load ${load} ms, resolve ${resolved} ms, checks ${checked} ms`,
    );
  } finally {
    await temporary.close();
  }
};

const millisecondsSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return Math.round((user + system) / 1000);
};

import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll } from "vitest";
import type { Edit } from "../../../src/core/finding.ts";
import type { ExporterModel } from "../../../src/dcgm/exporter-model.ts";
import { noValues } from "../../../src/dcgm/exporter-values.ts";
import { readInputs } from "../../../src/inputs.ts";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { openWorkspace } from "../../../src/machine/files/open-workspace.ts";
import { openPorts } from "../../../src/machine/open-ports.ts";
import { renderChart } from "../../../src/render/chart/render-chart.ts";
import { buildRoot } from "../../../src/render/kustomize/build-root.ts";
import { openKustomize } from "../../../src/render/kustomize/kustomize-command.ts";
import { makeMirror } from "../../../src/render/kustomize/kustomize-mirror.ts";
import type { ChartRender } from "../../../src/render/render.ts";
import { defaultKubernetesVersion } from "../../../src/render/render-stack.ts";
import type { Hop, HopName, SignalPath } from "../../../src/signal/path/signal-path.ts";
import { loadStack } from "../../../src/stack/load.ts";
import { buildWorld } from "../../../src/world/build-world.ts";
import type { World } from "../../../src/world/world.ts";
import { realOutside } from "../../validate/real-outside.ts";
import { dashboardPathsIn } from "./dashboard-paths-in.ts";

const chart = "charts/kube-prometheus-stack";
const fixtures = resolve(import.meta.dirname, "../../../fixtures");

const gauge = (name: string) => ({ name, type: "gauge", unit: null, help: "" }) as const;

const labels = { app: "nvidia-dcgm-exporter" };
const metadata = { name: "nvidia-dcgm-exporter", namespace: "gpu-operator", labels };
const port = { name: "gpu-metrics", port: 9400, targetPort: 9400 };
const container = { name: "exporter", image: "dcgm-exporter", ports: [{ name: "metrics", containerPort: 9400 }] };

/** The exporter's pods, and the monitor that it brings. */
const exporterObjects: readonly JsonObject[] = [
  {
    ...{ apiVersion: "apps/v1", kind: "DaemonSet", metadata },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [container] } } },
  },
  { apiVersion: "v1", kind: "Service", metadata, spec: { selector: labels, ports: [port] } },
  {
    ...{ apiVersion: "monitoring.coreos.com/v1", kind: "ServiceMonitor" },
    metadata: { ...metadata, labels: { ...labels, release: "prometheus-stack" } },
    spec: { selector: { matchLabels: labels }, endpoints: [{ port: "gpu-metrics" }] },
  },
];

/** An exporter with few metrics, which is scraped; its host label is `hostname`. */
export const exporter: ExporterModel = {
  source: "gpu-operator",
  version: "26.7.0",
  known: true,
  name: "gpu-operator v26.7.0 in gpu-operator",
  description: "gpu-operator v26.7.0 in gpu-operator",
  objects: exporterObjects,
  metrics: [
    gauge("DCGM_FI_DEV_GPU_TEMP"),
    gauge("DCGM_FI_DEV_FB_USED"),
    gauge("DCGM_FI_DEV_FB_FREE"),
    { ...gauge("DCGM_FI_DRIVER_VERSION"), type: "label" },
  ],
  labels: ["gpu", "UUID", "device", "modelName", "hostname"],
  sources: [],
  release: null,
  collectMs: null,
  list: null,
  values: noValues,
};

export interface DashboardStack {
  readonly world: World;
  readonly paths: readonly SignalPath[];
  /** The text of a file of the stack with a fix applied. */
  fixed(file: string, edits: readonly Edit[]): string;
}

interface Options {
  readonly values?: string;
  readonly exporter?: ExporterModel;
}

let outside: Promise<Awaited<ReturnType<typeof realOutside>>> | undefined;
let stacks = 0;
afterAll(async () => (await outside)?.close());

/** One repository for all tests of a file, each stack in a folder of its own. */
const repository = async () => {
  outside ??= realOutside().then(async (real) => {
    cpSync(join(fixtures, chart), join(real.workspace.root, chart), { recursive: true });
    return { ...real, workspace: await openWorkspace(real.workspace.root) };
  });
  return outside;
};

/**
 * The dashboards of a stack with these files (paths below the stack's folder), rendered by the real
 * commands with our stand-in chart.
 */
export const dashboardStack = async (
  files: Readonly<Record<string, string>>,
  options: Options = {},
): Promise<DashboardStack> => {
  const real = await repository();
  stacks += 1;
  const path = `stack-${stacks}`;
  const values = options.values ?? "";
  const all: Readonly<Record<string, string>> = { ...files, "upstream/values.yaml": values };
  for (const [name, text] of Object.entries(all)) write(join(real.workspace.root, path, name), text);
  const given: Readonly<Record<string, string>> = {
    path,
    chart,
    "release-name": "prometheus-stack",
    namespace: "monitoring",
    "value-files": `${path}/upstream/values.yaml`,
    tools: "path",
  };
  const inputs = readInputs((name) => given[name] ?? "");
  const stack = await loadStack(inputs, real.workspace);
  const kustomize = await openKustomize([], real);
  const mirror = await makeMirror(stack.overlays, stack, real, []);
  const [rendered, roots] = await Promise.all([
    chartOnce(values, async () => {
      const opened = openPorts(inputs, real);
      const own = { helm: await opened.helm(), kubeVersion: defaultKubernetesVersion, twice: false };
      return (await renderChart(stack, opened, own)).chart;
    }),
    Promise.all(
      stack.overlays.map((root) =>
        buildRoot(root, stack, { kustomize, mirror, outside: real, exact: false, parts: null, together: null }),
      ),
    ),
  ]);
  const errors = [rendered.error, ...roots.map(({ error }) => error)].filter((error) => error !== null);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const world = buildWorld(stack, { chart: rendered, roots, unstable: null }, options.exporter ?? exporter);
  return {
    world,
    paths: dashboardPathsIn(world),
    fixed: (file, edits) =>
      edited(
        all[file] ?? "",
        edits.filter((edit) => edit.file === `${path}/${file}`),
      ),
  };
};

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

let plainChart: Promise<ChartRender> | undefined;

/** Without values the chart is the same for all stacks. */
const chartOnce = (values: string, render: () => Promise<ChartRender>): Promise<ChartRender> => {
  if (values !== "") return render();
  plainChart ??= render();
  return plainChart;
};

const edited = (text: string, edits: readonly Edit[]): string => {
  const lines = text.split("\n");
  for (const { startLine, endLine, text: changed } of edits.toSorted((a, b) => b.startLine - a.startLine))
    lines.splice(startLine - 1, endLine - startLine + 1, changed);
  return lines.join("\n");
};

/** A small GPU dashboard, with these fields instead of its own. */
export const dashboard = (fields: Readonly<Record<string, unknown>> = {}): string =>
  `${JSON.stringify({ uid: "gpus", title: "GPUs", panels: [panel("DCGM_FI_DEV_GPU_TEMP")], ...fields }, null, 2)}\n`;

export const panel = (expr: string, fields: Readonly<Record<string, unknown>> = {}) => ({
  type: "timeseries",
  title: "Panel",
  datasource: { type: "prometheus", uid: "prometheus" },
  targets: [{ refId: "A", expr }],
  ...fields,
});

/** A kustomization that makes a ConfigMap with the sidecar's label of each file. */
export const kustomization = (names: readonly string[], label = 'grafana_dashboard: "1"'): string =>
  `namespace: monitoring
configMapGenerator:
${names
  .map(
    (name) =>
      `  - name: ${name.replace(/\W/g, "-")}\n    files:\n      - ${name}\n    options:\n      disableNameSuffixHash: true\n      labels:\n        ${label}\n`,
  )
  .join("")}`;

/** A stack with one dashboard, `gpus.json` in `overlays/dashboards`. */
export const oneDashboard = (text: string, options?: Options): Promise<DashboardStack> =>
  dashboardStack(
    { "overlays/dashboards/gpus.json": text, "overlays/dashboards/kustomization.yaml": kustomization(["gpus.json"]) },
    options,
  );

/** The hops of that name of the only path. */
export const hopsOf = ({ paths }: DashboardStack, name: HopName): readonly Hop[] => {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) throw new Error(`${paths.length} paths instead of one`);
  return path.hops.filter(({ hop }) => hop === name);
};

/** The broken hops of all paths, as `check file:line`. */
export const brokenIn = ({ paths }: DashboardStack): readonly string[] =>
  paths.flatMap(({ hops }) =>
    hops.flatMap(({ status, check, at }) =>
      status === "broken" ? [`${check} ${at?.file.replace(/^stack-\d+\//, "")}:${at?.line}`] : [],
    ),
  );

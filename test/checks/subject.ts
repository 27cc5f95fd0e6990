import { LineCounter, parseAllDocuments } from "yaml";
import type { Subject } from "../../src/checks/check.ts";
import type { Location } from "../../src/core/finding.ts";
import type { ExporterModel } from "../../src/dcgm/exporter-model.ts";
import { noValues } from "../../src/dcgm/exporter-values.ts";
import { isObject, type JsonObject, type Manifest, type Origin } from "../../src/kubernetes/manifest.ts";
import type { Render } from "../../src/render/render.ts";
import { unknownSize } from "../../src/signal/capacity/cluster-size.ts";
import { resolveSignals } from "../../src/signal/resolve-signals.ts";
import type { Stack } from "../../src/stack/stack.ts";

const overlayOrigin: Origin = {
  from: "kustomize",
  root: "stack/overlays/alerting",
  layer: "overlay",
  file: "stack/overlays/alerting/manifest.yaml",
  generated: false,
};

/** An origin as the chart's objects have it. */
export const chartOrigin: Origin = { from: "chart", template: "chart/templates/x.yaml", hooks: [] };

/** Manifests of a YAML text, located in that text. */
export const manifestsOf = (text: string, origin: Origin = overlayOrigin): readonly Manifest[] => {
  const lines = new LineCounter();
  return parseAllDocuments(text, { lineCounter: lines }).flatMap((document) => {
    const body: unknown = document.toJS();
    if (!isObject(body)) return [];
    const locate = (path: readonly (string | number)[]): Location => {
      const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
      const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
      return { file: origin.from === "chart" ? "stack/upstream/install.sh" : origin.file, line, column: col };
    };
    return [{ ref: refOf(body), body, origin, text, locate }];
  });
};

const refOf = (body: JsonObject) => {
  const metadata = isObject(body["metadata"]) ? body["metadata"] : {};
  const namespace = metadata["namespace"];
  return {
    apiVersion: String(body["apiVersion"]),
    kind: String(body["kind"]),
    namespace: typeof namespace === "string" ? namespace : null,
    name: String(metadata["name"]),
  };
};

/** A render of nothing but these manifests. */
export const renderOf = (parts: { chart?: readonly Manifest[]; overlay?: readonly Manifest[] }): Render => ({
  chart: {
    chart: {
      name: "kube-prometheus-stack",
      version: "88.5.3",
      appVersion: null,
      path: "/chart",
      digest: "",
      source: "",
    },
    manifests: parts.chart ?? [],
    hooks: [],
    crds: [],
    error: null,
  },
  roots: [
    {
      root: "stack/overlays/alerting",
      layer: "overlay",
      text: "",
      manifests: parts.overlay ?? [],
      warnings: [],
      error: null,
    },
  ],
  unstable: null,
});

/** A tree with nothing in it. */
export const emptyStack: Stack = {
  path: "stack",
  kustomizations: [],
  base: null,
  overlays: [],
  foldersWithoutKustomization: [],
  files: [],
  valueFiles: [],
  setFiles: {},
  unreadable: [],
  install: null,
  release: {
    name: { value: "stack", from: "default" },
    namespace: { value: "monitoring", from: "default" },
    chart: { value: "prometheus-community/kube-prometheus-stack", from: "default" },
    version: { value: null, from: "default" },
    repository: { value: null, from: "default" },
    valueFiles: [],
    sets: [],
    createNamespace: false,
  },
};

/** An exporter that declares nothing. */
export const noExporter: ExporterModel = {
  source: "none",
  version: null,
  known: false,
  name: "no exporter declared",
  description: "no exporter declared",
  objects: [],
  metrics: null,
  labels: null,
  sources: [],
  release: null,
  collectMs: null,
  list: null,
  values: noValues,
};

/** A subject in which nothing is wrong and nothing is there, with these parts put in; no exporter is declared. */
export const subjectOf = (parts: Partial<Subject>): Subject => {
  const { stack = emptyStack, render = renderOf({}), rules = [] } = parts;
  return {
    stack,
    render,
    validation: { verdicts: [], unjudgedRules: [], locations: [], unreachable: null },
    rules,
    alertTests: [],
    unknownValues: [],
    clusterSize: unknownSize,
    resolution: resolveSignals(stack, render, rules, noExporter),
    ...parts,
  };
};

import type { Location } from "../../core/finding.ts";
import type { JsonObject, Path } from "../../kubernetes/manifest.ts";
import { placeOfValueKey, type ValueSources } from "./value-sources.ts";

/**
 * The editable place that governs a chart object: a values key that a value file or `--set` sets, else the helm line.
 */
export const placeInChart = (body: JsonObject, template: string, sources: ValueSources, path: Path): Location => {
  for (const keys of governingKeys(body, template, path)) {
    const at = placeOfValueKey(sources, keys);
    if (at !== null) return at;
  }
  return sources.fallback;
};

/** Paths into the values, the most exact first. */
const governingKeys = (body: JsonObject, template: string, path: Path): readonly Path[] => {
  const charts = chartsIn(template);
  const spec = specKeys[String(body["kind"])];
  const exact = spec !== undefined && path[0] === "spec" ? [[...charts, ...spec, ...path.slice(1)]] : [];
  return [...exact, ...componentKeys(template, charts)];
};

/** The charts that a template is in, but for the outermost: the keys, one below the other, of the values for it. */
const chartsIn = (template: string): readonly string[] => {
  const [, ...charts] = /^[^/]+(?:\/charts\/[^/]+)*/.exec(template)?.[0].split("/charts/") ?? [];
  return charts;
};

/** Kinds whose whole `spec` is written in the values of kube-prometheus-stack. */
const specKeys: Readonly<Record<string, Path>> = {
  Prometheus: ["prometheus", "prometheusSpec"],
  Alertmanager: ["alertmanager", "alertmanagerSpec"],
  ThanosRuler: ["thanosRuler", "thanosRulerSpec"],
};

/**
 * The values keys of the part of the chart that a template belongs to: a subchart's own name (or alias), or the
 * template's folder in camel case, as kube-prometheus-stack names them; `exporters/` only groups.
 */
const componentKeys = (template: string, charts: readonly string[]): readonly Path[] => {
  // Objects that the values hold whole.
  if (/\/templates\/extra-objects\.yaml$/.test(template)) return [[...charts, "extraManifests"]];
  const folder = /\/templates\/(?:exporters\/)?([^/]+)\//.exec(template)?.[1];
  const rules = /\/rules-[^/]*\//.test(template) ? ["defaultRules"] : [];
  const camelCase = folder?.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const parts = [...rules, camelCase, folder].filter((part) => part !== undefined);
  const parent = charts.slice(0, -1);
  const switches = (groups[charts.at(-1) ?? ""] ?? []).map((key) => [...parent, key]);
  return [...parts.map((part) => [...charts, part]), ...(charts.length === 0 ? [] : [charts]), ...switches];
};

/** Switches of the parent chart for its subcharts. */
const groups: Readonly<Record<string, readonly string[]>> = {
  "kube-state-metrics": ["kubeStateMetrics"],
  "prometheus-node-exporter": ["nodeExporter"],
  "prometheus-windows-exporter": ["windowsMonitoring"],
};

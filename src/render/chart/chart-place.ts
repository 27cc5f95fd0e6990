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
  const spec = specKeys[String(body["kind"])];
  const exact = spec !== undefined && path[0] === "spec" ? [[...spec, ...path.slice(1)]] : [];
  return [...exact, ...componentKeys(template).map((key) => [key])];
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
const componentKeys = (template: string): readonly string[] => {
  const subchart = /^[^/]+\/charts\/([^/]+)\//.exec(template)?.[1];
  if (subchart !== undefined) return [subchart, ...(groups[subchart] ?? [])];
  // Objects that the values hold whole.
  if (/\/templates\/extra-objects\.yaml$/.test(template)) return ["extraManifests"];
  const folder = /\/templates\/(?:exporters\/)?([^/]+)\//.exec(template)?.[1];
  if (folder === undefined) return [];
  const rules = /\/rules-[^/]*\//.test(template) ? ["defaultRules"] : [];
  return [...rules, folder.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()), folder];
};

/** Switches of the parent chart for its subcharts. */
const groups: Readonly<Record<string, readonly string[]>> = {
  "kube-state-metrics": ["kubeStateMetrics"],
  "prometheus-node-exporter": ["nodeExporter"],
  "prometheus-windows-exporter": ["windowsMonitoring"],
};

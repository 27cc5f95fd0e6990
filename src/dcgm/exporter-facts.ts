import { textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { countersOf, type FindConfigMap } from "./exporter-counters.ts";
import { labelsIn, ownLabels } from "./exporter-labels.ts";
import type { ExportedMetric } from "./exporter-model.ts";
import { exporterContainer, isExporterWorkload, namespaceOfBody, podOf } from "./exporter-objects.ts";
import { type ExporterSettings, exporterSettingsOf } from "./exporter-settings.ts";

/** What the exporters among some objects export together. */
export interface ExporterFacts {
  readonly metrics: readonly ExportedMetric[] | null;
  readonly labels: readonly string[] | null;
  /** What is to be said of it in the summary: the lists, and what could not be read. */
  readonly notes: readonly string[];
  readonly sources: readonly string[];
  /** Versions of the exporters, each once; null for one whose image does not say. */
  readonly releases: readonly (string | null)[];
  /** How often the slowest asks DCGM, in milliseconds; null where that is not known. */
  readonly collectMs: number | null;
  /** The file of the tree that holds the list of counters; null where it is none, or part of a manifest. */
  readonly list: CounterFile | null;
}

/** A file that is a list of counters. */
export interface CounterFile {
  readonly file: string;
  readonly text: string;
}

export const noFacts: ExporterFacts = {
  metrics: null,
  labels: null,
  notes: [],
  sources: [],
  releases: [],
  collectMs: null,
  list: null,
};

/**
 * Reads the dcgm-exporters among `objects`; ConfigMaps are looked for in `beside` too. Where one of several exporters
 * is unknown, so is the whole: what it exports cannot be ruled out. Null where there is no exporter.
 */
export const factsOf = (
  objects: readonly JsonObject[],
  beside: readonly JsonObject[],
  fallbackNamespace: string,
): ExporterFacts | null => {
  const workloads = objects.filter(isExporterWorkload);
  if (workloads.length === 0) return null;
  const configMaps = [...objects, ...beside].filter((body) => textOrEmpty(body, ["kind"]) === "ConfigMap");
  const findConfigMap: FindConfigMap = (namespace, name) =>
    configMaps.find(
      (body) =>
        textOrEmpty(body, ["metadata", "name"]) === name && namespaceOfBody(body, fallbackNamespace) === namespace,
    );
  return together(workloads.map((workload) => ofWorkload(workload, fallbackNamespace, findConfigMap)));
};

/** Facts of several exporters as one: every metric and label that one of them has. */
export const together = (all: readonly ExporterFacts[]): ExporterFacts => ({
  metrics: all.some(({ metrics }) => metrics === null) ? null : onceEach(all.flatMap(({ metrics }) => metrics ?? [])),
  labels: all.some(({ labels }) => labels === null) ? null : [...new Set(all.flatMap(({ labels }) => labels ?? []))],
  notes: [...new Set(all.flatMap(({ notes }) => notes))],
  sources: [...new Set(all.flatMap(({ sources }) => sources))],
  releases: [...new Set(all.flatMap(({ releases }) => releases))],
  collectMs: all.some(({ collectMs }) => collectMs === null)
    ? null
    : Math.max(...all.map(({ collectMs }) => collectMs ?? 0)),
  list: all.length === 1 ? (all[0]?.list ?? null) : null,
});

/** The first of several metrics of one name, in their order. */
const onceEach = (metrics: readonly ExportedMetric[]): readonly ExportedMetric[] =>
  [...new Map(metrics.toReversed().map((metric) => [metric.name, metric])).values()].toReversed();

const ofWorkload = (workload: JsonObject, fallbackNamespace: string, findConfigMap: FindConfigMap): ExporterFacts => {
  const settings = exporterSettingsOf(exporterContainer(podOf(workload) ?? {}) ?? {});
  const counters = countersOf(workload, settings, namespaceOfBody(workload, fallbackNamespace), findConfigMap);
  return factsWith(counters.metrics, settings, [`metrics of ${counters.from}`], counters.sources);
};

/** Completes a list of metrics with the labels that an exporter with these settings puts on them. */
const factsWith = (
  metrics: readonly ExportedMetric[] | null,
  settings: ExporterSettings,
  notes: readonly string[],
  sources: readonly string[],
): ExporterFacts => {
  const known = settings.version === null ? undefined : labelsIn(settings.version);
  const listed = metrics?.filter(({ type }) => type === "label").map(({ name }) => name);
  // Labels of pods can have any name, and what is hidden may switch them on.
  const labels =
    known === undefined || listed === undefined || settings.podLabels || settings.hidden
      ? null
      : [...labelsWith(settings, known.labels), ...listed];
  return {
    metrics: metrics?.map((metric) => withOwnLabels(metric, settings.version)) ?? null,
    labels,
    notes,
    sources: known === undefined ? sources : [...sources, known.source],
    releases: [settings.version],
    collectMs: settings.hidden ? null : settings.collectMs,
    list: null,
  };
};

const withOwnLabels = (metric: ExportedMetric, version: string | null): ExportedMetric => {
  const labels = ownLabels(metric.name, version);
  return labels.length === 0 ? metric : { ...metric, labels };
};

/** https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/internal/pkg/transformation/const.go */
const labelsWith = (settings: ExporterSettings, base: readonly string[]): readonly string[] => [
  ...base
    .filter((label) => settings.hostname || label.toLowerCase() !== "hostname")
    .map((label) => (settings.oldNamespace && label === "UUID" ? "uuid" : label)),
  ...(settings.kubernetes
    ? settings.oldNamespace
      ? ["pod_name", "pod_namespace", "container_name"]
      : ["pod", "namespace", "container"]
    : []),
  ...(settings.kubernetes && settings.podUid ? ["pod_uid"] : []),
  ...(settings.hpcJobs ? ["hpc_job"] : []),
  ...(settings.kubernetes && settings.dra ? draLabels : []),
];

const draLabels = [
  "dra_claim_name",
  "dra_claim_namespace",
  "dra_driver_name",
  "dra_pool_name",
  "dra_device_name",
  "dra_mig_profile",
  "dra_mig_device_uuid",
];

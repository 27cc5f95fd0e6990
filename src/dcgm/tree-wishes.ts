import type { Location } from "../core/finding.ts";
import { objectAt, objectsAt, textAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import { isObject, type JsonObject, type Path, valueAt } from "../kubernetes/manifest.ts";
import { type ExporterWishes, noWishes } from "./declared-release.ts";
import type { ExporterValues } from "./exporter-values.ts";

/**
 * What the tree says of a gpu-operator's exporter: a ClusterPolicy that it builds, else values with
 * a `dcgmExporter` section.
 */
export const operatorWishes = (values: ExporterValues, bodies: readonly JsonObject[]): ExporterWishes => {
  const policy = bodies.find((body) => textOrEmpty(body, ["kind"]) === "ClusterPolicy");
  const section =
    policy === undefined
      ? sectionIn(values, ["dcgmExporter"], ["gpu-operator", "dcgmExporter"])
      : objectAt(policy, ["spec", "dcgmExporter"]);
  return {
    enabled: flagIn(section),
    version: textAt(section, ["version"]),
    configMap: textAt(section, ["config", "name"]),
    counters: textAt(section, ["config", "data"]),
    podLabels: section["enablePodLabels"] === true,
    podUid: section["enablePodUID"] === true,
    env: objectsAt(section, ["env"]),
    monitor: monitorWishes(objectAt(section, ["serviceMonitor"])),
  };
};

/** Whether the tree has a gpu-operator run the exporter for dynamic resource allocation, which is off by default. */
export const deploysDra = ({ documents }: ExporterValues, bodies: readonly JsonObject[]): boolean =>
  bodies.some((body) => textOrEmpty(body, ["kind"]) === "GPUCluster") ||
  documents.some((values) =>
    [values, valueAt(values, ["gpu-operator"])].some((one) => valueAt(one, ["gpuCluster", "deployCR"]) === true),
  );

/** What the tree says of the dcgm-exporter chart: values of that name, or values with `customMetrics`. */
export const chartWishes = (values: ExporterValues): ExporterWishes => {
  const own = values.documents.find((one) => typeof one["customMetrics"] === "string");
  const section = own ?? sectionIn(values, ["dcgm-exporter"], ["dcgmExporter"]);
  if (Object.keys(section).length === 0) return noWishes;
  return {
    enabled: null,
    version: textAt(section, ["image", "tag"]),
    configMap: null,
    counters: textAt(section, ["customMetrics"]),
    podLabels: valueAt(section, ["kubernetes", "enablePodLabels"]) === true,
    podUid: valueAt(section, ["kubernetes", "enablePodUID"]) === true,
    env: objectsAt(section, ["extraEnv"]),
    monitor: monitorWishes(objectAt(section, ["serviceMonitor"])),
  };
};

/** Where the tree's values for the exporter speak of its own monitor; null where they do not. */
export const monitorWishAt = ({ files }: ExporterValues): Location | null => {
  for (const { documents } of files)
    for (const document of documents)
      for (const section of monitorSections)
        if (isObject(document.value) && isObject(valueAt(document.value, section))) return document.locateKey(section);
  return null;
};

const monitorSections: readonly Path[] = [
  ["dcgmExporter", "serviceMonitor"],
  ["gpu-operator", "dcgmExporter", "serviceMonitor"],
  ["dcgm-exporter", "serviceMonitor"],
];

const monitorWishes = (monitor: JsonObject): ExporterWishes["monitor"] => ({
  enabled: flagIn(monitor),
  labels: objectAt(monitor, ["additionalLabels"]),
  interval: textAt(monitor, ["interval"]),
  scrapeTimeout: textAt(monitor, ["scrapeTimeout"]),
  honorLabels: typeof monitor["honorLabels"] === "boolean" ? monitor["honorLabels"] : null,
  relabelings: objectsAt(monitor, ["relabelings"]),
});

const flagIn = ({ enabled }: JsonObject): boolean | null => (typeof enabled === "boolean" ? enabled : null);

const sectionIn = ({ documents }: ExporterValues, ...paths: readonly (readonly string[])[]): JsonObject => {
  for (const values of documents)
    for (const path of paths) {
      const found = valueAt(values, path);
      if (isObject(found)) return found;
    }
  return {};
};

import { objectAt, objectsAt, textAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../kubernetes/manifest.ts";
import type { Stack } from "../stack/stack.ts";
import { type ExporterWishes, noWishes } from "./declared-release.ts";

/**
 * What the tree says of a gpu-operator's exporter: a ClusterPolicy that it builds, else values with
 * a `dcgmExporter` section.
 */
export const operatorWishes = (stack: Stack, bodies: readonly JsonObject[]): ExporterWishes => {
  const policy = bodies.find((body) => textOrEmpty(body, ["kind"]) === "ClusterPolicy");
  const section =
    policy === undefined
      ? sectionIn(stack, ["dcgmExporter"], ["gpu-operator", "dcgmExporter"])
      : objectAt(policy, ["spec", "dcgmExporter"]);
  return {
    version: textAt(section, ["version"]),
    configMap: textAt(section, ["config", "name"]),
    counters: textAt(section, ["config", "data"]),
    podLabels: section["enablePodLabels"] === true,
    podUid: section["enablePodUID"] === true,
    env: objectsAt(section, ["env"]),
    monitor: monitorWishes(objectAt(section, ["serviceMonitor"])),
  };
};

/** What the tree says of the dcgm-exporter chart: values of that name, or values with `customMetrics`. */
export const chartWishes = (stack: Stack): ExporterWishes => {
  const own = valueDocuments(stack).find((values) => typeof values["customMetrics"] === "string");
  const section = own ?? sectionIn(stack, ["dcgm-exporter"], ["dcgmExporter"]);
  if (Object.keys(section).length === 0) return noWishes;
  return {
    version: textAt(section, ["image", "tag"]),
    configMap: null,
    counters: textAt(section, ["customMetrics"]),
    podLabels: valueAt(section, ["kubernetes", "enablePodLabels"]) === true,
    podUid: valueAt(section, ["kubernetes", "enablePodUID"]) === true,
    env: objectsAt(section, ["extraEnv"]),
    monitor: monitorWishes(objectAt(section, ["serviceMonitor"])),
  };
};

const monitorWishes = (monitor: JsonObject): ExporterWishes["monitor"] => ({
  enabled: typeof monitor["enabled"] === "boolean" ? monitor["enabled"] : null,
  labels: objectAt(monitor, ["additionalLabels"]),
  interval: textAt(monitor, ["interval"]),
  scrapeTimeout: textAt(monitor, ["scrapeTimeout"]),
  honorLabels: typeof monitor["honorLabels"] === "boolean" ? monitor["honorLabels"] : null,
  relabelings: objectsAt(monitor, ["relabelings"]),
});

const sectionIn = (stack: Stack, ...paths: readonly (readonly string[])[]): JsonObject => {
  for (const values of valueDocuments(stack))
    for (const path of paths) {
      const found = valueAt(values, path);
      if (isObject(found)) return found;
    }
  return {};
};

/** Values are documents that are no Kubernetes objects: the release's own, and those that lie in the tree. */
const valueDocuments = (stack: Stack): readonly JsonObject[] =>
  [...stack.valueFiles, ...stack.files]
    .flatMap(({ documents }) => documents.map(({ value }): Json => value))
    .filter(isObject)
    .filter((value) => value["kind"] === undefined);

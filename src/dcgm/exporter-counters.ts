import { trimEnd } from "../core/trim-end.ts";
import { objectAt, objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { parseCounterList } from "./counter-list.ts";
import { shippedCounters, shippedListAt } from "./default-counters.ts";
import type { ExportedMetric } from "./exporter-model.ts";
import { exporterContainer, podOf } from "./exporter-objects.ts";
import type { ExporterSettings } from "./exporter-settings.ts";

/** What one exporter exports, and why that is unknown where it is. */
export interface WorkloadCounters {
  readonly metrics: readonly ExportedMetric[] | null;
  /** Short words for the summary: the list, or what hides it. */
  readonly from: string;
  readonly sources: readonly string[];
}

/** Finds a ConfigMap by namespace and name. */
export type FindConfigMap = (namespace: string, name: string) => JsonObject | undefined;

/** The metrics of the exporter in a workload: of the ConfigMap it reads or mounts, else of the list in its image. */
export const countersOf = (
  workload: JsonObject,
  settings: ExporterSettings,
  namespace: string,
  findConfigMap: FindConfigMap,
): WorkloadCounters => {
  if (settings.configMap !== null) {
    const [space = "", name = ""] = settings.configMap.split(":");
    return ofConfigMap(findConfigMap(space, name), "metrics", `ConfigMap ${space}/${name}`);
  }
  const mounted = mountedAt(workload, settings.collectors);
  if (mounted !== null) {
    if (mounted.configMap === "") return unknown(`${settings.collectors} comes from a volume that is no ConfigMap`);
    return ofConfigMap(
      findConfigMap(namespace, mounted.configMap),
      mounted.key,
      `ConfigMap ${namespace}/${mounted.configMap}`,
    );
  }
  if (settings.hidden) return unknown("its settings are not all in its manifest");
  return ofImage(settings);
};

const unknown = (from: string): WorkloadCounters => ({ metrics: null, from, sources: [] });

const ofConfigMap = (body: JsonObject | undefined, key: string, name: string): WorkloadCounters => {
  if (body === undefined) return unknown(`${name}, which is not there to be read`);
  const text = textOrEmpty(body, ["data", key]);
  if (text === "") return unknown(`${name}, which has no key ${key}`);
  const { metrics, problem } = parseCounterList(text);
  if (problem !== null)
    return {
      metrics: [],
      from: `${name}, which stops the exporter (line ${problem.line}: ${problem.message})`,
      sources: [],
    };
  return { metrics, from: name, sources: [] };
};

const ofImage = ({ version, collectors }: ExporterSettings): WorkloadCounters => {
  const list = shippedListAt(collectors);
  if (list === null) return unknown(`${collectors}, which is not there to be read`);
  if (version === null) return unknown(`${list} of an image whose tag names no version`);
  const shipped = shippedCounters(list, version);
  if (shipped === undefined) return unknown(`${list} of dcgm-exporter ${version}, of which there is no data`);
  return { ...shipped, from: `${list} of dcgm-exporter ${version}` };
};

/**
 * Where a file in the container comes from: the ConfigMap and its key, an empty name for another volume; null where
 * nothing is mounted over it.
 */
const mountedAt = (workload: JsonObject, path: string): { readonly configMap: string; readonly key: string } | null => {
  const pod = podOf(workload) ?? {};
  const mounts = objectsAt(exporterContainer(pod), ["volumeMounts"]).filter((mount) =>
    covers(textOrEmpty(mount, ["mountPath"]), path),
  );
  // The innermost mount hides the others.
  const mount = mounts.toSorted(
    (a, b) => textOrEmpty(b, ["mountPath"]).length - textOrEmpty(a, ["mountPath"]).length,
  )[0];
  if (mount === undefined) return null;
  const volume = objectsAt(pod, ["spec", "volumes"]).find(({ name }) => name === mount["name"]);
  const base = trimEnd(textOrEmpty(mount, ["mountPath"]), "/");
  const inside = [textOrEmpty(mount, ["subPath"]), path.slice(base.length + 1)].filter((part) => part !== "").join("/");
  const item = objectsAt(volume, ["configMap", "items"]).find((entry) => textOrEmpty(entry, ["path"]) === inside);
  return {
    configMap: textOrEmpty(objectAt(volume, ["configMap"]), ["name"]),
    key: item === undefined ? inside : textOrEmpty(item, ["key"]),
  };
};

const covers = (mountPath: string, path: string): boolean => {
  const base = trimEnd(mountPath, "/");
  return path === base || path.startsWith(`${base}/`);
};

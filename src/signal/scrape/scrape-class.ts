import semver from "semver";
import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import { listOf, objectAt, objectsAt, textAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isObject, type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { prometheusVersion } from "../operator/refusal.ts";

/**
 * The scrape class of a monitor: the one it names, else the default one of the Prometheus;
 * undefined where there is none.
 */
export const scrapeClassOf = (monitor: WorldObject, prometheus: WorldObject | null): JsonObject | undefined => {
  const classes = objectsAt(prometheus?.body, classesPath);
  const named = textAt(valueAt(monitor.body, ["spec"]), ["scrapeClass"]);
  return classes.find(({ name }) => name === named) ?? classes.find((one) => one["default"] === true);
};

const classesPath = ["spec", "scrapeClasses"];

/** The scrape class of a monitor, and where it stands. */
export interface ScrapeClass {
  readonly body: JsonObject;
  readonly prometheus: WorldObject;
  readonly path: Path;
  /** E.g. `the scrape class default of Prometheus monitoring/main`. */
  readonly words: string;
}

/** The same as {@link scrapeClassOf}, with its place; null where there is none. */
export const placedClassOf = (monitor: WorldObject, prometheus: WorldObject | null): ScrapeClass | null => {
  const body = scrapeClassOf(monitor, prometheus);
  if (body === undefined || prometheus === null) return null;
  const index = listOf(valueAt(prometheus.body, classesPath)).indexOf(body);
  const words = `the scrape class ${textOrEmpty(body, ["name"])} of ${nameOf(prometheus.ref)}`;
  return { body, prometheus, path: [...classesPath, index], words };
};

/** The Prometheus as it would be if its scrape classes relabeled no target. */
export const withoutClassRelabelings = once((prometheus: WorldObject): WorldObject => {
  const classes = listOf(valueAt(prometheus.body, classesPath));
  if (classes.every((one) => valueAt(one, ["relabelings"]) === undefined)) return prometheus;
  const bare = classes.map((one) => {
    if (!isObject(one)) return one;
    const { relabelings: _, ...rest } = one;
    return rest;
  });
  const spec = objectAt(prometheus.body, ["spec"]);
  return { ...prometheus, body: { ...prometheus.body, spec: { ...spec, scrapeClasses: bare } } };
});

/**
 * Whether Prometheus reads the nodes of what the monitor discovers: as a ServiceMonitor or PodMonitor says itself, else
 * as its scrape class does; of a ScrapeConfig, whether one of its discoveries asks for it
 * (`mergeAttachMetadataWithScrapeClass` in pkg/prometheus/promcfg.go of the operator).
 */
export const attachesNode = (monitor: WorldObject, prometheus: WorldObject | null, world: World): boolean => {
  const role = roles[monitor.ref.kind];
  if (role === undefined)
    return objectsAt(monitor.body, ["spec", "kubernetesSDConfigs"]).some((one) =>
      discoveryAttachesNode(one, prometheus, world),
    );
  const attached =
    valueAt(monitor.body, ["spec", "attachMetadata"]) ?? scrapeClassOf(monitor, prometheus)?.["attachMetadata"];
  return canAttachNode(role, prometheus, world) && valueAt(attached, ["node"]) === true;
};

/** The same for one of a ScrapeConfig's `kubernetesSDConfigs`; no scrape class counts there. */
export const discoveryAttachesNode = (config: JsonObject, prometheus: WorldObject | null, world: World): boolean =>
  canAttachNode(String(config["role"]).toLowerCase(), prometheus, world) &&
  valueAt(config, ["attachMetadata", "node"]) === true;

const roles: Readonly<Record<string, string>> = { ServiceMonitor: "endpoints", PodMonitor: "pod" };

/**
 * The version of Prometheus that learned to attach nodes, by role; for an older one, and for any other role, the
 * operator leaves the wish out.
 */
const since: Readonly<Record<string, string>> = { pod: "2.35.0", endpoints: "2.37.0", endpointslice: "2.37.0" };

const canAttachNode = (role: string, prometheus: WorldObject | null, world: World): boolean => {
  const first = since[role];
  return first !== undefined && (prometheus === null || semver.gte(prometheusVersion(prometheus, world), first));
};

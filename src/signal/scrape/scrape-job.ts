import { objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { EndpointRole } from "./discovery-labels.ts";
import { type RelabelRule, relabelRule } from "./relabel.ts";
import { attachesNode, scrapeClassOf } from "./scrape-class.ts";

/** One entry of `scrape_configs`, as the operator writes it for one endpoint of a monitor. */
export interface ScrapeJob {
  /** Its `job_name`, which is the name of the scrape pool: `serviceMonitor/<namespace>/<name>/<index>`. */
  readonly name: string;
  /** Index of the endpoint within the monitor; 0 for a Probe and a ScrapeConfig. */
  readonly endpoint: number;
  readonly honorLabels: boolean;
  /** Durations as Prometheus writes them, e.g. `30s`. */
  readonly interval: string;
  readonly timeout: string;
  readonly path: string;
  readonly scheme: string;
  readonly params: Readonly<Record<string, readonly string[]>>;
  readonly relabelings: readonly RelabelRule[];
  readonly metricRelabelings: readonly RelabelRule[];
  /** Node metadata is attached: labels of nodes exist, and nobody here knows them. */
  readonly attachesNode: boolean;
}

/** What a monitor and one of its endpoints say, in whichever fields. */
export interface JobSource {
  readonly name: string;
  readonly endpoint: number;
  readonly monitor: WorldObject;
  /** The mapping that holds interval, path, scheme, params and the rest. */
  readonly settings: JsonObject;
  /** The operator's own rules for this kind, before those of the scrape class and the user's. */
  readonly generated: readonly RelabelRule[];
  /** Its own rules between those of the scrape class and the user's. */
  readonly afterClass?: readonly RelabelRule[];
  readonly relabelings: Json | undefined;
  readonly metricRelabelings: Json | undefined;
  readonly path: string | null;
}

/** The entry that the operator of `prometheus` writes; without a Prometheus in sight, what its defaults give. */
export const scrapeJob = (source: JobSource, prometheus: WorldObject | null, world: World): ScrapeJob => {
  const { settings, monitor } = source;
  const spec = valueAt(prometheus?.body, ["spec"]);
  const scrapeClass = scrapeClassOf(monitor, prometheus);
  const enforced = enforcedNamespace(monitor, spec, world);
  const interval = textAt(settings, ["interval"]) ?? textAt(settings, ["scrapeInterval"]) ?? globalInterval(spec);
  return {
    name: source.name,
    endpoint: source.endpoint,
    honorLabels: settings["honorLabels"] === true && valueAt(spec, ["overrideHonorLabels"]) !== true,
    interval,
    timeout: textAt(settings, ["scrapeTimeout"]) ?? defaultTimeout(interval, spec),
    path: source.path ?? "/metrics",
    scheme: (textAt(settings, ["scheme"]) ?? "http").toLowerCase(),
    params: paramsOf(settings["params"]),
    relabelings: [
      relabelRule({ sourceLabels: ["job"], targetLabel: "__tmp_prometheus_job_name" }),
      ...source.generated,
      ...relabelRules(scrapeClass?.["relabelings"]),
      ...(source.afterClass ?? []),
      ...relabelRules(source.relabelings),
      // Of a ScrapeConfig without relabelings the operator forgets the namespace label.
      ...(monitor.ref.kind === "ScrapeConfig" && objectsAt(source.relabelings, []).length === 0 ? [] : enforced),
    ],
    metricRelabelings: [
      ...relabelRules(scrapeClass?.["metricRelabelings"]),
      ...relabelRules(source.metricRelabelings),
      ...enforced,
    ],
    attachesNode: attachesNode(monitor, prometheus, world),
  };
};

/**
 * Relabelings of a custom resource as the operator hands them on: what is empty there falls
 * back to Prometheus' default.
 */
export const relabelRules = (rules: Json | undefined): readonly RelabelRule[] =>
  objectsAt(rules, []).map((rule) => {
    const separator = rule["separator"];
    const replacement = rule["replacement"];
    const modulus = rule["modulus"];
    return relabelRule({
      sourceLabels: textsAt(rule, ["sourceLabels"]),
      ...(typeof separator === "string" ? { separator } : {}),
      ...(typeof replacement === "string" ? { replacement } : {}),
      ...(typeof modulus === "number" && Number.isSafeInteger(modulus) ? { modulus: BigInt(modulus) } : {}),
      targetLabel: textAt(rule, ["targetLabel"]) ?? "",
      regex: textAt(rule, ["regex"]) ?? "(.*)",
      action: (textAt(rule, ["action"]) ?? "replace").toLowerCase(),
    });
  });

/** Which discovery Prometheus uses for a Service: endpoints, unless the monitor or the Prometheus asks for slices. */
export const roleOf = (monitor: WorldObject, prometheus: WorldObject | null): EndpointRole => {
  const path = ["spec", "serviceDiscoveryRole"];
  const asked = valueAt(monitor.body, path) ?? valueAt(prometheus?.body, path);
  return asked === "EndpointSlice" ? "endpointslice" : "endpoints";
};

const globalInterval = (spec: Json | undefined): string => textAt(spec, ["scrapeInterval"]) ?? "30s";

/** Prometheus' 10 s, or the Prometheus object's, but never longer than the interval. */
const defaultTimeout = (interval: string, spec: Json | undefined): string => {
  const timeout = textAt(spec, ["scrapeTimeout"]) ?? "10s";
  return (parseDuration(timeout) ?? 0) > (parseDuration(interval) ?? 0) ? interval : timeout;
};

const paramsOf = (params: Json | undefined): ScrapeJob["params"] =>
  isObject(params)
    ? Object.fromEntries(
        Object.entries(params).map(([key, values]) => [key, Array.isArray(values) ? values.map(String) : []]),
      )
    : {};

/** The label that `enforcedNamespaceLabel` puts on everything of a namespace, last of all. */
const enforcedNamespace = (monitor: WorldObject, spec: Json | undefined, world: World): readonly RelabelRule[] => {
  const label = textAt(spec, ["enforcedNamespaceLabel"]);
  const namespace = namespaceOf(monitor, world);
  if (label === null || isExcluded(monitor, namespace, spec)) return [];
  return [relabelRule({ targetLabel: label, replacement: namespace })];
};

const resources: Labels = {
  ServiceMonitor: "servicemonitors",
  PodMonitor: "podmonitors",
  Probe: "probes",
  ScrapeConfig: "scrapeconfigs",
};

const isExcluded = ({ ref }: WorldObject, namespace: string, spec: Json | undefined): boolean =>
  objectsAt(spec, ["excludedFromEnforcement"]).some(
    (one) =>
      one["namespace"] === namespace &&
      one["resource"] === resources[ref.kind] &&
      (textAt(one, ["name"]) ?? ref.name) === ref.name,
  );

import { type Json, type JsonObject, valueAt } from "../manifest.ts";
import { type EndpointRole, sanitized } from "./discovery.ts";
import { objectsAt, textAt, textsAt } from "./json-fields.ts";
import { namespaceOf } from "./namespaces.ts";
import { type RelabelRule, relabelRule } from "./relabel.ts";
import { roleOf, type ScrapeJob, scrapeJob } from "./scrape-job.ts";
import type { World, WorldObject } from "./world.ts";

/**
 * The scrape jobs that the operator writes for a monitor of any kind, one for each endpoint. The relabelings that the operator makes of the monitor's selector are left
 * out: `monitorSelects` decides that, object by object.
 */
export const monitorJobs = (
  monitor: WorldObject,
  prometheus: WorldObject | null,
  world: World,
): readonly ScrapeJob[] => {
  switch (monitor.ref.kind) {
    case "ServiceMonitor":
      return endpointJobs(monitor, prometheus, world, "endpoints");
    case "PodMonitor":
      return endpointJobs(monitor, prometheus, world, "podMetricsEndpoints");
    case "Probe":
      return [probeJob(monitor, prometheus, world)];
    default:
      return [scrapeConfigJob(monitor, prometheus, world)];
  }
};

const endpointJobs = (
  monitor: WorldObject,
  prometheus: WorldObject | null,
  world: World,
  field: "endpoints" | "podMetricsEndpoints",
): readonly ScrapeJob[] => {
  const common = textsAt(prometheus?.body, ["spec", "podTargetLabels"]);
  const rules = field === "endpoints" ? serviceRules : podRules;
  return objectsAt(monitor.body, ["spec", field]).map((settings, endpoint) => {
    const source = {
      name: `${prefixes[field]}/${idOf(monitor, world)}/${endpoint}`,
      endpoint,
      monitor,
      settings,
      generated: rules(monitor, settings, { common, role: roleOf(monitor, prometheus), world }),
      relabelings: settings["relabelings"],
      metricRelabelings: settings["metricRelabelings"],
      path: textAt(settings, ["path"]),
    };
    return scrapeJob(source, prometheus, world);
  });
};

const prefixes = { endpoints: "serviceMonitor", podMetricsEndpoints: "podMonitor" } as const;

interface RuleContext {
  /** `podTargetLabels` of the Prometheus, for all its monitors. */
  readonly common: readonly string[];
  readonly role: EndpointRole;
  readonly world: World;
}

/** https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/prometheus/promcfg.go (`generateServiceMonitorConfig`) */
const serviceRules = (
  { body }: WorldObject,
  endpoint: JsonObject,
  { common, role }: RuleContext,
): readonly RelabelRule[] => {
  const port = textAt(endpoint, ["port"]);
  const named = role === "endpoints" ? "endpoint_port_name" : "endpointslice_port_name";
  return [
    ...(port === null ? targetPortRules(endpoint) : [keep(named, port)]),
    copy("namespace", "namespace"),
    copy("service_name", "service"),
    copy("pod_name", "pod"),
    copy("pod_container_name", "container"),
    ...runningRules(endpoint),
    ...textsAt(body, ["spec", "targetLabels"]).map((label) => copyLabel("service", label)),
    ...[...textsAt(body, ["spec", "podTargetLabels"]), ...common].map((label) => copyLabel("pod", label)),
    copy("service_name", "job"),
    ...jobLabel(body, "service"),
    ...endpointRule(endpoint),
  ];
};

/** Likewise `generatePodMonitorConfig`. */
const podRules = (
  monitor: WorldObject,
  endpoint: JsonObject,
  { common, world }: RuleContext,
): readonly RelabelRule[] => {
  const { body } = monitor;
  const port = textAt(endpoint, ["port"]);
  const number = endpoint["portNumber"];
  const byNumber =
    typeof number === "number" && number !== 0 ? [keep("pod_container_port_number", String(number))] : null;
  return [
    ...runningRules(endpoint),
    ...(port === null ? (byNumber ?? targetPortRules(endpoint)) : [keep("pod_container_port_name", port)]),
    copy("namespace", "namespace"),
    copy("pod_container_name", "container"),
    copy("pod_name", "pod"),
    ...[...textsAt(body, ["spec", "podTargetLabels"]), ...common].map((label) => copyLabel("pod", label)),
    relabelRule({ targetLabel: "job", replacement: idOf(monitor, world) }),
    ...jobLabel(body, "pod"),
    ...endpointRule(endpoint),
  ];
};

const meta = "__meta_kubernetes_";
const keep = (source: string, regex: string): RelabelRule =>
  relabelRule({ action: "keep", sourceLabels: [meta + source], regex });
const copy = (source: string, targetLabel: string): RelabelRule =>
  relabelRule({ sourceLabels: [meta + source], targetLabel });

const copyLabel = (kind: "service" | "pod", label: string, targetLabel = sanitized(label)): RelabelRule =>
  relabelRule({ sourceLabels: [`${meta}${kind}_label_${sanitized(label)}`], targetLabel, regex: "(.+)" });

const jobLabel = (body: JsonObject, kind: "service" | "pod"): readonly RelabelRule[] => {
  const label = textAt(body, ["spec", "jobLabel"]);
  return label === null ? [] : [copyLabel(kind, label, "job")];
};

const targetPortRules = (endpoint: JsonObject): readonly RelabelRule[] => {
  const port = endpoint["targetPort"];
  if (typeof port === "string" && port !== "") return [keep("pod_container_port_name", port)];
  return typeof port === "number" && port !== 0 ? [keep("pod_container_port_number", String(port))] : [];
};

const runningRules = (endpoint: JsonObject): readonly RelabelRule[] =>
  endpoint["filterRunning"] === false
    ? []
    : [relabelRule({ action: "drop", sourceLabels: [`${meta}pod_phase`], regex: "(Failed|Succeeded)" })];

/** The name as written, or the target port; of a `portNumber` the operator tells nothing. */
const endpointRule = (endpoint: JsonObject): readonly RelabelRule[] => {
  const value = textAt(endpoint, ["port"]) ?? endpoint["targetPort"];
  return value === undefined || value === null || value === ""
    ? []
    : [relabelRule({ targetLabel: "endpoint", replacement: String(value) })];
};

/** Likewise `generateProbeConfig`. */
const probeJob = (monitor: WorldObject, prometheus: WorldObject | null, world: World): ScrapeJob => {
  const { body } = monitor;
  const spec = specOf(monitor);
  const prober = textAt(body, ["spec", "prober", "url"]) ?? "";
  const job = textAt(body, ["spec", "jobName"]);
  const targets = staticTargets(body) === null ? "ingress" : "staticConfig";
  const toProber = [
    relabelRule({ sourceLabels: ["__param_target"], targetLabel: "instance" }),
    relabelRule({ targetLabel: "__address__", replacement: prober }),
  ];
  const source = {
    name: `probe/${idOf(monitor, world)}`,
    endpoint: 0,
    monitor,
    settings: { ...spec, scheme: valueAt(spec, ["prober", "scheme"]), params: probeParams(spec) },
    generated: [
      ...(job === null ? [] : [relabelRule({ targetLabel: "job", replacement: job })]),
      ...(targets === "ingress" ? ingressRules : staticRules),
      ...toProber,
    ],
    relabelings: valueAt(spec, ["targets", targets, "relabelingConfigs"]),
    metricRelabelings: spec["metricRelabelings"],
    path: textAt(spec, ["prober", "path"]) ?? "/probe",
  };
  return scrapeJob(source, prometheus, world);
};

/** The static targets of a Probe; null where it has none, and takes Ingresses. */
export const staticTargets = (body: JsonObject): Json | null =>
  valueAt(body, ["spec", "targets", "staticConfig"]) ?? null;

const staticRules: readonly RelabelRule[] = [
  relabelRule({ sourceLabels: ["__address__"], targetLabel: "__param_target" }),
];

const ingressRules: readonly RelabelRule[] = [
  relabelRule({
    sourceLabels: [`${meta}ingress_scheme`, "__address__", `${meta}ingress_path`],
    regex: "(.+);(.+);(.+)",
    targetLabel: "__param_target",
    replacement: "$1://$2$3",
  }),
  copy("namespace", "namespace"),
  copy("ingress_name", "ingress"),
  relabelRule({ sourceLabels: ["__address__"], targetLabel: "__tmp_ingress_address" }),
];

const probeParams = (spec: JsonObject): JsonObject => {
  const module = textAt(spec, ["module"]);
  const given = objectsAt(spec, ["params"])
    .filter(({ name }) => module === null || name !== "module")
    .map((param) => [textAt(param, ["name"]) ?? "", textsAt(param, ["values"])] as const);
  return { ...(module === null ? {} : { module: [module] }), ...Object.fromEntries(given) };
};

/** Likewise `generateScrapeConfig`. */
const scrapeConfigJob = (monitor: WorldObject, prometheus: WorldObject | null, world: World): ScrapeJob => {
  const spec = specOf(monitor);
  const job = textAt(spec, ["jobName"]);
  const source = {
    name: `scrapeConfig/${idOf(monitor, world)}`,
    endpoint: 0,
    monitor,
    settings: spec,
    generated: job === null ? [] : [relabelRule({ targetLabel: "job", replacement: job })],
    relabelings: spec["relabelings"],
    metricRelabelings: spec["metricRelabelings"],
    path: textAt(spec, ["metricsPath"]),
  };
  return scrapeJob(source, prometheus, world);
};

const specOf = ({ body }: WorldObject): JsonObject => {
  const spec = body["spec"];
  return typeof spec === "object" && spec !== null && !Array.isArray(spec) ? (spec as JsonObject) : {};
};

const idOf = (monitor: WorldObject, world: World): string => `${namespaceOf(monitor, world)}/${monitor.ref.name}`;

import { objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import { type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { endpointsOf } from "./endpoint-path.ts";
import { copy, idOf, podRules, serviceRules } from "./endpoint-rules.ts";
import { type RelabelRule, relabelRule } from "./relabel.ts";
import { roleOf, type ScrapeJob, scrapeJob } from "./scrape-job.ts";

/**
 * The scrape jobs that the operator writes for a monitor of any kind, one for each endpoint. The relabelings that the
 * operator makes of the monitor's selector are left out: `monitorSelects` decides that, object by object.
 */
export const monitorJobs = (
  monitor: WorldObject,
  prometheus: WorldObject | null,
  world: World,
): readonly ScrapeJob[] => {
  switch (monitor.ref.kind) {
    case "ServiceMonitor":
    case "PodMonitor":
      return endpointJobs(monitor, prometheus, world);
    case "Probe":
      return [probeJob(monitor, prometheus, world)];
    default:
      return [scrapeConfigJob(monitor, prometheus, world)];
  }
};

const endpointJobs = (monitor: WorldObject, prometheus: WorldObject | null, world: World): readonly ScrapeJob[] => {
  const common = textsAt(prometheus?.body, ["spec", "podTargetLabels"]);
  const [prefix, rules] =
    monitor.ref.kind === "ServiceMonitor" ? ["serviceMonitor", serviceRules] : ["podMonitor", podRules];
  return endpointsOf(monitor).map((settings, endpoint) => {
    const source = {
      name: `${prefix}/${idOf(monitor, world)}/${endpoint}`,
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
    sourceLabels: ["__meta_kubernetes_ingress_scheme", "__address__", "__meta_kubernetes_ingress_path"],
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
    generated: [],
    // Of all kinds only here a scrape class cannot take the name away again.
    afterClass: job === null ? [] : [relabelRule({ targetLabel: "job", replacement: job })],
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

import { textAt, textsAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { type EndpointRole, sanitized } from "./discovery-labels.ts";
import { type RelabelRule, relabelRule } from "./relabel.ts";

/** What the rules of an endpoint hang on besides the monitor. */
export interface RuleContext {
  /** `podTargetLabels` of the Prometheus, for all its monitors. */
  readonly common: readonly string[];
  readonly role: EndpointRole;
  readonly world: World;
}

/**
 * The relabelings that the operator writes for an endpoint of a ServiceMonitor, but for those of its selector.
 * `generateServiceMonitorConfig` in pkg/prometheus/promcfg.go of the operator.
 */
export const serviceRules = (
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

/** Likewise of a PodMonitor (`generatePodMonitorConfig`). */
export const podRules = (
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
/** A label of the discovery under another name. */
export const copy = (source: string, targetLabel: string): RelabelRule =>
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

/** `namespace/name`, as the operator's names have it. */
export const idOf = (monitor: WorldObject, world: World): string =>
  `${namespaceOf(monitor, world)}/${monitor.ref.name}`;

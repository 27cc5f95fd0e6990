import { nameOf } from "../../core/finding.ts";
import { scalarEdit } from "../../fix/scalar-edit.ts";
import { objectsAt } from "../../kubernetes/json-fields.ts";
import { jsonWord } from "../../kubernetes/json-word.ts";
import { describeLabels } from "../../kubernetes/label-selector.ts";
import { labelsOf } from "../../kubernetes/labels.ts";
import { type Json, valueAt } from "../../kubernetes/manifest.ts";
import { anchoredRegexp } from "../../promql/anchored-regexp.ts";
import { namespaceOf, objectIn } from "../../world/namespaces.ts";
import { type Service, type ServicePort, servicesIn, targetNumber, workloadsBehind } from "../../world/services.ts";
import { type Workload, workloadsIn } from "../../world/workloads.ts";
import { isOwn, type World, type WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { type HopVerdict, hopOfAny, placed } from "../path/verdict.ts";
import type { EndpointRole } from "../scrape/discovery-labels.ts";
import type { Aim } from "./aim.ts";
import { fixOf } from "./choice-hops.ts";

const hop = "pods-exist";

/** Whether pods stand behind the Services of a ServiceMonitor, on the ports that its endpoints name. */
export const servicePodsHop = (monitor: WorldObject, aim: Aim<Service>, role: EndpointRole, world: World): Hop => {
  if (aim.at.length === 0)
    return { hop, status: "unknown", why: "No Service is in sight whose pods could be looked for." };
  const asked = objectsAt(monitor.body, ["spec", "endpoints"]).map(({ port }) => port);
  return hopOfAny(
    hop,
    aim.at.flatMap((service) => podVerdicts(service, namedPorts(service, asked), role, world)),
  );
};

/** The Service's ports that the endpoints name; all of them where they name none that it has. */
const namedPorts = ({ ports }: Service, asked: readonly (Json | undefined)[]): readonly ServicePort[] => {
  const regexps = asked.flatMap((port) => (typeof port === "string" ? (anchoredRegexp(port) ?? []) : []));
  const named = ports.filter(({ name }) => regexps.some((regexp) => regexp.test(name)));
  return named.length > 0 ? named : ports;
};

/** Whether pods stand behind a Service, port by port. */
export const podVerdicts = (
  service: Service,
  ports: readonly ServicePort[],
  role: EndpointRole,
  world: World,
): readonly HopVerdict[] => {
  const name = nameOf(service.object.ref);
  if (service.external) {
    const why = `${name} is of type ExternalName: it is another name for a host and never has endpoints, so that nothing is discovered.`;
    return [{ status: "broken", why, ...placed(service.object, ["spec", "type"]), check: "service-selector-no-pods" }];
  }
  if (service.selector === null) return [withoutSelector(service, role, world)];
  const workloads = workloadsBehind(service, world);
  if (workloads.length === 0) return [withoutPods(service, ports, world)];
  const running = workloads.filter(({ empty }) => !empty);
  const [first] = running.length > 0 ? running : workloads;
  if (running.length === 0 && first !== undefined) {
    const why = `${nameOf(first.object.ref)} behind ${name} is scaled to 0 replicas.`;
    return [
      { status: "broken", why, ...placed(first.object, ["spec", "replicas"]), check: "service-selector-no-pods" },
    ];
  }
  const found = running.map(({ object }) => nameOf(object.ref)).join(" and ");
  if (ports.length === 0) return [{ status: "ok", why: `${name} selects the pods of ${found}.` }];
  return ports.map((port) => portVerdict(service, port, running, found, world));
};

const portVerdict = (
  service: Service,
  port: ServicePort,
  workloads: readonly Workload[],
  found: string,
  world: World,
): HopVerdict => {
  const name = nameOf(service.object.ref);
  const numbers = workloads.map((workload) => targetNumber(port, workload)).filter((number) => number !== null);
  const declared = workloads.flatMap(({ containers }) => containers.flatMap(({ ports }) => ports));
  if (numbers.some((number) => declared.some((one) => one.number === number)))
    return { status: "ok", why: `${name} selects the pods of ${found}, and they listen on ${numbers[0]}.` };
  if (numbers.length > 0) {
    const why = `${name} leads to port ${numbers[0]} of the pods of ${found}, which none of their containers declares: whether something listens there cannot be seen.`;
    return { status: "unknown", why };
  }
  const index = service.ports.indexOf(port);
  const path = ["spec", "ports", index, "targetPort"];
  const names = [...new Set(declared.map((one) => one.name).filter((one) => one !== ""))];
  const [only, ...others] = names;
  const edit =
    only === undefined || others.length > 0
      ? null
      : scalarEdit(service.object, path, { old: String(port.target), value: only }, world);
  return {
    status: "broken",
    why: `${name} leads to a container's port named "${port.target}", and no container of ${found} has one; there is ${names.length === 0 ? "no named port" : names.map((one) => `"${one}"`).join(", ")}.`,
    ...placed(service.object, path),
    ...fixOf(`Lead to the container's port: \`targetPort: ${only}\`.`, [edit]),
    check: "service-target-port-not-found",
  };
};

const withoutSelector = ({ object, namespace, name }: Service, role: EndpointRole, world: World): HopVerdict => {
  const slices = world
    .ofKind("EndpointSlice")
    .filter((slice) => namespaceOf(slice, world) === namespace)
    .filter(({ body }) => labelsOf(body)["kubernetes.io/service-name"] === name);
  const written = role === "endpoints" ? objectIn(world, "Endpoints", namespace, name) : slices[0];
  if (written !== undefined)
    return { status: "ok", why: `${nameOf(object.ref)} has no selector; its addresses are in ${nameOf(written.ref)}.` };
  const why = `${nameOf(object.ref)} has no selector: its endpoints are made by hand or by a controller, and cannot be seen.`;
  return { status: "unknown", why, ...placed(object, ["spec"]) };
};

/** Broken where the same source brings a workload that must be meant: it has the port, and no Service selects it. */
const withoutPods = (service: Service, ports: readonly ServicePort[], world: World): HopVerdict => {
  const { object, namespace, selector } = service;
  const at = placed(object, ["spec", "selector"]);
  const wanted = describeLabels(selector ?? {});
  const [meant, ...others] = (workloadsIn(world).get(namespace) ?? [])
    .filter((workload) => sourceOf(workload.object) === sourceOf(object) && hasPort(workload, ports))
    .filter((workload) => !isServed(workload, world));
  if (meant === undefined) {
    const why = `No workload in sight has pods with the labels "${wanted}" of ${nameOf(object.ref)}'s selector: they may be made by a controller.`;
    return { status: "unknown", why, ...at };
  }
  const wrong = Object.entries(selector ?? {}).filter(([key, value]) => meant.labels[key] !== value);
  const edits = wrong.map(([key, value]) => {
    const label = meant.labels[key];
    if (label === undefined || label.includes("‹") || !isOwn(object)) return null;
    return scalarEdit(object, ["spec", "selector", key], { old: value, value: label }, world);
  });
  const labels = Object.fromEntries(Object.entries(meant.labels).filter(([, value]) => !value.includes("‹")));
  return {
    status: "broken",
    why: `${nameOf(object.ref)} selects "${wanted}", which no pods have; those of ${nameOf(meant.object.ref)} have ${describeLabels(labels)}.`,
    ...at,
    ...fixOf(others.length > 0 ? null : `Select the pods of ${nameOf(meant.object.ref)}.`, edits),
    check: "service-selector-no-pods",
  };
};

const sourceOf = ({ manifest }: WorldObject): string => {
  if (manifest === null) return "exporter";
  return manifest.origin.from === "chart" ? "chart" : `tree ${manifest.origin.root}`;
};

const hasPort = ({ containers }: Workload, ports: readonly ServicePort[]): boolean =>
  containers.some((container) =>
    container.ports.some((one) => ports.some(({ target }) => target === one.number || target === one.name)),
  );

const isServed = (workload: Workload, world: World): boolean =>
  (servicesIn(world).get(workload.namespace) ?? []).some((service) =>
    workloadsBehind(service, world).includes(workload),
  );

/** Whether there are pods of the workloads that a PodMonitor chooses. */
export const monitoredPodsHop = (aim: Aim<Workload>): Hop => {
  const [first] = aim.at;
  if (first === undefined)
    return { hop, status: "unknown", why: "No workload in sight has such pods: they may be made by a controller." };
  const running = aim.at.find(({ empty }) => !empty);
  if (running !== undefined) return { hop, status: "ok", why: `${nameOf(running.object.ref)} makes such pods.` };
  return {
    hop,
    status: "broken",
    why: `${nameOf(first.object.ref)} is scaled to ${jsonWord(valueAt(first.object.body, ["spec", "replicas"]))} replicas.`,
    ...placed(first.object, ["spec", "replicas"]),
    check: "service-selector-no-pods",
  };
};

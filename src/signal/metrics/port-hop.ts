import leven from "leven";
import { nameOf } from "../../core/finding.ts";
import { firstKeyEdit, pairEdit } from "../../fix/block-edit.ts";
import { scalarEdit } from "../../fix/scalar-edit.ts";
import { objectsAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject, Path } from "../../kubernetes/manifest.ts";
import { anchoredRegexp } from "../../promql/anchored-regexp.ts";
import { type Service, type ServicePort, targetNumber, workloadsBehind } from "../../world/services.ts";
import { isOwn, type World, type WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { type HopVerdict, hopOfAll, placed } from "../path/verdict.ts";
import type { Aim } from "./aim.ts";
import { fixOf } from "./choice-hops.ts";
import { containerVerdict, withoutEndpoints } from "./container-port.ts";

const hop = "port-exists";
const notFound = "servicemonitor-port-not-found";

/** One endpoint of a ServiceMonitor, and the Services it is meant for. */
interface PortCase {
  readonly monitor: WorldObject;
  readonly services: readonly Service[];
  readonly endpoint: JsonObject;
  readonly path: Path;
  readonly world: World;
}

/**
 * Whether every endpoint of a ServiceMonitor names a port that the Services have: by the Service port's *name*,
 * or by the container's port.
 */
export const servicePortHop = (monitor: WorldObject, aim: Aim<Service>, world: World): Hop => {
  const endpoints = objectsAt(monitor.body, ["spec", "endpoints"]);
  if (endpoints.length === 0) return withoutEndpoints(monitor, ["spec", "endpoints"]);
  return hopOfAll(
    hop,
    endpoints.map((endpoint, index) => {
      const one = { monitor, services: aim.at, endpoint, path: ["spec", "endpoints", index], world };
      const verdict = judge(one);
      if (verdict.status === "ok") return verdict;
      return { ...placed(monitor, [...one.path, "port" in endpoint ? "port" : "targetPort"]), ...verdict };
    }),
  );
};

const judge = (one: PortCase): HopVerdict => {
  const { endpoint, services, world } = one;
  const port = endpoint["port"];
  if (typeof port === "number") return { ...isNumber(one, String(port)), check: "kubernetes-schema-invalid" };
  if (port !== undefined && port !== null && port !== "") return byName(one, String(port));
  const target = endpoint["targetPort"];
  if ((typeof target === "string" || typeof target === "number") && target) {
    const workloads = services.flatMap((service) => workloadsBehind(service, world));
    return containerVerdict(workloads, target, "targetPort");
  }
  return services.length === 0
    ? { status: "unknown", why: "It names no port, and no Service is in sight." }
    : { status: "ok", why: "It names no port, which means every port." };
};

const byName = (one: PortCase, port: string): HopVerdict => {
  const { services } = one;
  const names = services.flatMap((service) => service.ports.map(({ name }) => name));
  const regexp = anchoredRegexp(port);
  const found = services.find((service) => service.ports.some(({ name }) => regexp?.test(name)));
  if (found !== undefined) return { status: "ok", why: `${nameOf(found.object.ref)} has the port "${port}".` };
  if (/^\d+$/.test(port)) return isNumber(one, port);
  if (services.length === 0)
    return { status: "unknown", why: `No Service is in sight that could have a port named "${port}".` };
  // Ports that some controller adds to what another one wrote cannot be seen; a Service
  // without ports has none to offer.
  return names.length > 0 && names.every((name) => name === "") ? unnamed(one, port) : missing(one, port);
};

const isNumber = (one: PortCase, port: string): HopVerdict => {
  const ports = one.services.flatMap((service) => service.ports);
  const named = ports.filter(({ name }) => name !== "");
  const same = named.filter(({ number, target }) => number === Number(port) || target === Number(port));
  const [only, ...others] = new Set((same.length > 0 ? same : named).map(({ name }) => name));
  const known = named.length === 0 ? "" : ` Names it could be: ${listed(named)}.`;
  return {
    status: "broken",
    why: `\`port\` takes the name of a Service's port, and "${port}" is a number.${known}`,
    ...(only !== undefined && others.length === 0 ? portFix(one, port, only) : {}),
    check: "servicemonitor-port-is-number",
  };
};

/** The name goes to the Service where the tree has it; else the monitor takes the container's port. */
const unnamed = (one: PortCase, port: string): HopVerdict => {
  const { services, monitor, world, path } = one;
  const [service] = services;
  const why = `${services.map(({ object }) => nameOf(object.ref)).join(" and ")} gives its port no name, and \`port: ${port}\` asks for one.`;
  const check = "service-port-unnamed";
  if (service === undefined || services.length > 1 || service.ports.length !== 1)
    return { status: "broken", why, check };
  if (isOwn(service.object)) {
    const edit = firstKeyEdit(service.object, ["spec", "ports", 0], { key: "name", value: port }, world);
    const place = placed(service.object, ["spec", "ports", 0]);
    return { status: "broken", why, ...place, ...fixOf(`Name the Service's port \`${port}\`.`, [edit]), check };
  }
  const [number] = targetsBehind(service, world);
  if (number === undefined) return { status: "broken", why, check };
  const edit = pairEdit(monitor, [...path, "port"], { key: "targetPort", value: number }, world);
  return {
    status: "broken",
    why,
    ...fixOf(`Name the container's port instead: \`targetPort: ${number}\`.`, [edit]),
    check,
  };
};

/** Numbers of declared container ports that the Service's ports lead to. */
const targetsBehind = (service: Service, world: World): readonly number[] =>
  workloadsBehind(service, world).flatMap((workload) =>
    service.ports.flatMap((port) => {
      const number = targetNumber(port, workload);
      const declared = workload.containers.some(({ ports }) => ports.some((one) => one.number === number));
      return number !== null && declared ? [number] : [];
    }),
  );

const missing = (one: PortCase, port: string): HopVerdict => {
  const { services, world } = one;
  const ports = services.flatMap((service) => service.ports).filter(({ name }) => name !== "");
  const container = services
    .flatMap((service) => workloadsBehind(service, world))
    .flatMap(({ containers }) => containers)
    .find((found) => found.ports.some(({ name }) => name === port));
  const trap =
    container === undefined
      ? ""
      : ` A port of the container ${container.name} is called so, but \`port\` takes the name of the Service's port.`;
  const names = services.map(({ object }) => nameOf(object.ref));
  const whose = [...names.slice(0, 3), ...(names.length > 3 ? [`${names.length - 3} more`] : [])].join(" and ");
  const wanted = nearest(port, ports);
  return {
    status: "broken",
    why: `${whose} has no port named "${port}"; it has ${ports.length === 0 ? "none" : listed(ports)}.${trap}`,
    ...(wanted === null ? {} : portFix(one, port, wanted)),
    check: notFound,
  };
};

const portFix = ({ monitor, path, world }: PortCase, old: string, name: string): Pick<HopVerdict, "fix"> =>
  fixOf(`Name the Service's port: \`port: ${name}\`.`, [
    scalarEdit(monitor, [...path, "port"], { old, value: name }, world),
  ]);

/** The only name there is, or the only one that differs by a slip of the pen. */
const nearest = (port: string, ports: readonly ServicePort[]): string | null => {
  const names = [...new Set(ports.map(({ name }) => name))];
  const near = names.length === 1 ? names : names.filter((name) => leven(name, port) <= 2);
  return near.length === 1 ? (near[0] ?? null) : null;
};

const listed = (ports: readonly ServicePort[]): string =>
  [...new Set(ports.map(({ name, number }) => `"${name}" (${number})`))].join(", ");

import { nameOf } from "../../core/finding.ts";
import type { Path } from "../../kubernetes/manifest.ts";
import { type Service, serviceNamed } from "../../world/services.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { type HopVerdict, placed } from "../path/verdict.ts";
import { podVerdicts } from "./pods-hop.ts";

/** An address as written in a monitor: `blackbox.monitoring.svc:9115`. */
export interface WrittenAddress {
  readonly monitor: WorldObject;
  readonly path: Path;
  readonly text: string;
  /** Of the scrape: it gives the port where the address has none. */
  readonly scheme: string;
  /** Namespace of the Prometheus that resolves the name. */
  readonly namespace: string;
}

export interface AddressVerdicts {
  readonly service: HopVerdict;
  readonly port: HopVerdict;
  readonly pods: readonly HopVerdict[];
}

/**
 * What becomes of a fixed address: whether it names a Service in sight, whether that has the port, and
 * whether pods stand behind it.
 */
export const addressVerdicts = (address: WrittenAddress, world: World): AddressVerdicts => {
  const { monitor, path, text, scheme } = address;
  const at = placed(monitor, path);
  const service = serviceAt(address, world);
  if (service === undefined) {
    const unknown: HopVerdict = {
      status: "unknown",
      why: `${text} is no Service in sight: whether something answers there cannot be seen.`,
      ...at,
    };
    return { service: unknown, port: unknown, pods: [unknown] };
  }
  const number = Number(/:(\d+)$/.exec(text)?.[1] ?? (scheme === "https" ? 443 : 80));
  const name = nameOf(service.object.ref);
  const ports = service.ports.filter((port) => port.number === number);
  const has = service.ports.map((port) => String(port.number)).join(", ") || "none";
  // A headless Service has no address of its own: the port is the pods'.
  const headless = service.object.body["spec"] !== undefined && isHeadless(service);
  return {
    service: { status: "ok", why: `${text} is ${name}.`, ...at },
    port:
      ports.length > 0 || service.external || headless
        ? { status: "ok", why: `${name} has the port ${number}.`, ...at }
        : {
            status: "broken",
            why: `${name} has no port ${number}; it has ${has}.`,
            ...at,
            check: "servicemonitor-port-not-found",
          },
    pods: service.external
      ? [{ status: "unknown", why: `${name} is another name for a host that cannot be seen.`, ...at }]
      : podVerdicts(service, ports, "endpoints", world),
  };
};

const isHeadless = ({ object }: Service): boolean => {
  const spec = object.body["spec"];
  return typeof spec === "object" && spec !== null && "clusterIP" in spec && spec["clusterIP"] === "None";
};

/**
 * `name`, `name.namespace`, `name.namespace.svc` and `name.namespace.svc.cluster.local`, as the
 * cluster's DNS resolves them.
 */
const serviceAt = ({ text, namespace }: WrittenAddress, world: World): Service | undefined => {
  const host = text.replace(/:\d+$/, "").replace(/\.$/, "");
  const [name = "", space = namespace, svc = "svc", ...rest] = host.split(".");
  const inCluster = svc === "svc" && (rest.length === 0 || rest.join(".") === "cluster.local");
  return inCluster ? serviceNamed(world, space, name) : undefined;
};

import { textOrEmpty } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { endpointsOf } from "../../signal/scrape/endpoint-path.ts";
import type { ObservedHop } from "../verification.ts";
import { poolOf } from "./pool.ts";
import type { SeenMonitor, Tell } from "./seen-monitor.ts";

/** What a monitor selects: Services or pods by their names, and how many addresses those have. */
export interface Found {
  readonly names: ReadonlySet<string>;
  /** E.g. `2 addresses`. */
  readonly what: string;
}

/** Why there is no target of what was found: no port of the name, or relabelings that drop those that have it. */
export const targetHops = async (
  seen: SeenMonitor,
  found: Found | null,
  told: Tell,
): Promise<readonly ObservedHop[]> => {
  if (found === null)
    return (["port-exists", "targets-are-kept"] as const).map((hop) =>
      told(hop, "cannot-be-seen", "Prometheus finds no address of it."),
    );
  const dropped = await droppedByItself(seen, found.names);
  return dropped === 0
    ? [
        told("port-exists", "not-seen", `Prometheus makes no target of ${found.what}.`),
        told("targets-are-kept", "cannot-be-seen", "Prometheus finds no target of it."),
      ]
    : [
        told("port-exists", "seen", `Prometheus finds the port at ${dropped} addresses.`),
        told("targets-are-kept", "not-seen", `Relabeling drops all of its ${dropped} targets.`),
      ];
};

/** How many targets have what the monitor selects and the port that it asks for, and are dropped all the same. */
const droppedByItself = async ({ monitor, live, scene }: SeenMonitor, names: ReadonlySet<string>): Promise<number> => {
  const all = await live.dropped();
  if (!all.ok) return 0;
  const isOwn = poolOf(monitor, scene.resolution.world);
  const ports = new Set(endpointsOf(monitor).map((endpoint) => textOrEmpty(endpoint, ["port"])));
  return all.value.filter(
    ({ pool, discovered }) =>
      isOwn(pool) && ports.has(portOf(discovered)) && names.has(nameIn(discovered, monitor.ref.kind)),
  ).length;
};

const portOf = (discovered: Labels): string =>
  discovered["__meta_kubernetes_endpointslice_port_name"] ??
  discovered["__meta_kubernetes_endpoint_port_name"] ??
  discovered["__meta_kubernetes_pod_container_port_name"] ??
  "";

const nameIn = (discovered: Labels, kind: string): string =>
  discovered[kind === "PodMonitor" ? "__meta_kubernetes_pod_name" : "__meta_kubernetes_service_name"] ?? "";

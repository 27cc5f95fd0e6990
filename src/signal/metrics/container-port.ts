import type { Path } from "../../kubernetes/manifest.ts";
import { anchoredRegexp } from "../../promql/anchored-regexp.ts";
import type { ContainerPort, Workload } from "../../world/workloads.ts";
import type { WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { type HopVerdict, placed } from "../path/verdict.ts";

const hop = "port-exists";
const notFound = "servicemonitor-port-not-found";

/** Whether a container of the workloads declares the port: by name where it is a text, else by number. */
export const containerVerdict = (
  workloads: readonly Workload[],
  port: string | number,
  field: "port" | "portNumber" | "targetPort",
): HopVerdict => {
  const ports = workloads.flatMap(({ containers }) => containers.flatMap((container) => container.ports));
  const regexp = typeof port === "string" ? anchoredRegexp(port) : null;
  const fits = (one: ContainerPort): boolean =>
    typeof port === "number" ? one.number === port : (regexp?.test(one.name) ?? false);
  const what = typeof port === "number" ? String(port) : `named "${port}"`;
  if (workloads.length === 0)
    return { status: "unknown", why: `No pods are in sight whose containers could have a port ${what}.` };
  if (ports.some(fits)) return { status: "ok", why: `A container of the pods has the port ${what}.` };
  const has = ports.map(({ name, number }) => (name === "" ? String(number) : `"${name}" (${number})`));
  return {
    status: "broken",
    why: `\`${field}\` asks for a container's port ${what}; ${has.length === 0 ? "the containers declare none" : `there is ${[...new Set(has)].join(", ")}`}.`,
    check: notFound,
  };
};

/** A monitor without endpoints scrapes nothing. */
export const withoutEndpoints = (monitor: WorldObject, path: Path): Hop => ({
  hop,
  status: "broken",
  why: "It has no endpoints, and then nothing is scraped.",
  ...placed(monitor, path),
  check: notFound,
});

import { scalarEdit } from "../../fix/scalar-edit.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject, Path } from "../../kubernetes/manifest.ts";
import type { Workload } from "../../world/workloads.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { type HopVerdict, hopOfAll, placed } from "../path/verdict.ts";
import type { Aim } from "./aim.ts";
import { fixOf } from "./choice-hops.ts";
import { containerVerdict, withoutEndpoints } from "./container-port.ts";

const hop = "port-exists";
const notFound = "servicemonitor-port-not-found";

/** Whether every endpoint of a PodMonitor names a port that the pods' containers declare. */
export const podPortHop = (monitor: WorldObject, aim: Aim<Workload>, world: World): Hop => {
  const endpoints = objectsAt(monitor.body, ["spec", "podMetricsEndpoints"]);
  if (endpoints.length === 0) return withoutEndpoints(monitor, ["spec", "podMetricsEndpoints"]);
  return hopOfAll(
    hop,
    endpoints.map((endpoint, index) =>
      podVerdict(monitor, aim.at, endpoint, ["spec", "podMetricsEndpoints", index], world),
    ),
  );
};

const podVerdict = (
  monitor: WorldObject,
  workloads: readonly Workload[],
  endpoint: JsonObject,
  path: Path,
  world: World,
): HopVerdict => {
  const [field, port] = askedPort(endpoint);
  const at = placed(monitor, [...path, field]);
  if (port === null)
    return workloads.length === 0
      ? { status: "unknown", why: "It names no port, and no pods are in sight.", ...at }
      : { status: "ok", why: "It names no port, which means every port of the containers.", ...at };
  const verdict = containerVerdict(workloads, port, field);
  if (verdict.status !== "broken" || field !== "port") return { ...at, ...verdict };
  const names = workloads.flatMap(({ containers }) => containers.flatMap((one) => one.ports.map(({ name }) => name)));
  const numbered = workloads
    .flatMap(({ containers }) => containers.flatMap((one) => one.ports))
    .find(({ number, name }) => String(number) === port && name !== "");
  const [only, ...others] = new Set(names.filter((name) => name !== ""));
  const name = numbered?.name ?? (others.length === 0 ? only : undefined);
  const edits =
    name === undefined ? [null] : [scalarEdit(monitor, [...path, "port"], { old: String(port), value: name }, world)];
  const check = /^\d+$/.test(String(port)) ? "servicemonitor-port-is-number" : notFound;
  return { ...at, ...verdict, ...fixOf(`Name the container's port: \`port: ${name}\`.`, edits), check };
};

const askedPort = (endpoint: JsonObject): readonly ["port" | "portNumber" | "targetPort", string | number | null] => {
  const port = textAt(endpoint, ["port"]);
  if (port !== null) return ["port", port];
  const number = endpoint["portNumber"];
  if (typeof number === "number" && number !== 0) return ["portNumber", number];
  const target = endpoint["targetPort"];
  return ["targetPort", (typeof target === "number" || typeof target === "string") && target ? target : null];
};

import { once } from "../core/once.ts";
import { labelsAt, objectsAt, textAt } from "../kubernetes/json-fields.ts";
import { type Labels, labelsOf } from "../kubernetes/labels.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { namespaceOf } from "./namespaces.ts";
import { type Workload, workloadsIn } from "./workloads.ts";
import type { World, WorldObject } from "./world.ts";

export interface ServicePort {
  /** Empty where the port has no name. */
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
  /** The container port: its number, or its name. */
  readonly target: number | string;
}

export interface Service {
  readonly object: WorldObject;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly ports: readonly ServicePort[];
  /** The labels of its pods; null: it has no selector, and its endpoints are somebody's own work. */
  readonly selector: Labels | null;
  /** It only is a name for another host: it never has endpoints. */
  readonly external: boolean;
}

/** Every Service of the world by namespace. */
export const servicesIn = once(
  (world: World): ReadonlyMap<string, readonly Service[]> =>
    Map.groupBy(
      world.ofKind("Service").map((object) => serviceOf(object, world)),
      ({ namespace }) => namespace,
    ),
);

/** The Service of that name; undefined where none is in sight. */
export const serviceNamed = (world: World, namespace: string, name: string): Service | undefined =>
  servicesIn(world)
    .get(namespace)
    ?.find((service) => service.name === name);

/** The workloads whose pods the Service selects; those scaled to nothing too. */
export const workloadsBehind = ({ namespace, selector, external }: Service, world: World): readonly Workload[] =>
  selector === null || external
    ? []
    : (workloadsIn(world).get(namespace) ?? []).filter(({ labels }) =>
        Object.entries(selector).every(([key, value]) => labels[key] === value),
      );

/**
 * The number of the container port that the Service's port leads to in these pods; null where no container has a port
 * of that name. A number needs no declaration: the declaration of ports is for information only.
 */
export const targetNumber = ({ target, protocol }: ServicePort, { containers }: Workload): number | null => {
  if (typeof target === "number") return target;
  const found = containers
    .filter(({ init, sidecar }) => !init || sidecar)
    .flatMap(({ ports }) => ports)
    .find((port) => port.name === target && port.protocol === protocol);
  return found?.number ?? null;
};

const serviceOf = (object: WorldObject, world: World): Service => {
  const selector = labelsAt(object.body, ["spec", "selector"]);
  return {
    object,
    namespace: namespaceOf(object, world),
    name: object.ref.name,
    labels: labelsOf(object.body),
    annotations: labelsAt(object.body, ["metadata", "annotations"]),
    ports: objectsAt(object.body, ["spec", "ports"]).map(portOf),
    selector: Object.keys(selector).length === 0 ? null : selector,
    external: textAt(object.body, ["spec", "type"]) === "ExternalName",
  };
};

/** An absent, empty or zero targetPort is the port itself. */
const portOf = (port: JsonObject): ServicePort => {
  const number = Number(port["port"]);
  const target = port["targetPort"];
  return {
    name: textAt(port, ["name"]) ?? "",
    number,
    protocol: textAt(port, ["protocol"]) ?? "TCP",
    target: (typeof target === "number" || typeof target === "string") && target ? target : number,
  };
};

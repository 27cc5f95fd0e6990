import { once } from "../core/once.ts";
import { listOf, objectsAt, textAt, textsAt } from "../kubernetes/json-fields.ts";
import { holds, requirementsOf, selectorProblem } from "../kubernetes/label-selector.ts";
import type { Labels } from "../kubernetes/labels.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../kubernetes/manifest.ts";
import { namespaceOf, selectsNamespace } from "./namespaces.ts";
import { hasUnseen } from "./unseen.ts";
import type { World, WorldObject } from "./world.ts";

/** Pods that look alike to the network. */
export interface Peer {
  readonly namespace: string;
  readonly labels: Labels;
  /** Whether they have no label beside these. */
  readonly complete: boolean;
}

/** Where they are asked, by TCP. */
export interface Destination extends Peer {
  readonly port: number;
  /** Names under which containers declare that port; null: not known. */
  readonly portNames: readonly string[] | null;
}

/** A policy that lets nothing through, and on which side it stands. */
export interface Barrier {
  readonly policy: WorldObject;
  readonly direction: Direction;
}

type Direction = "ingress" | "egress";
type Verdict = boolean | "unknown";

/**
 * The NetworkPolicy that keeps one from reaching the other for certain; null where none in sight does. Policies add up:
 * one that isolates pods counts where no other lets them through.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export const barrierBetween = (from: Peer, to: Destination, world: World): Barrier | null => {
  // What these allow or forbid goes before, or adds to it.
  if (otherKinds.some((kind) => world.ofKind(kind).length > 0)) return null;
  return barrierAt("egress", from, to, to, world) ?? barrierAt("ingress", to, from, to, world);
};

const otherKinds = [
  ...["AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy", "GlobalNetworkPolicy"],
  ...["CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy"],
];

const barrierAt = (
  direction: Direction,
  isolated: Peer,
  other: Peer,
  { port, portNames }: Destination,
  world: World,
): Barrier | null => {
  const selecting = (policiesIn(world).get(isolated.namespace) ?? [])
    .filter((policy) => isolates(policy, direction))
    .map((policy) => ({ policy, verdict: selectsPods(valueAt(policy.body, ["spec", "podSelector"]) ?? {}, isolated) }))
    .filter(({ verdict }) => verdict !== false);
  const certain = selecting.filter(({ verdict }) => verdict === true).map(({ policy }) => policy);
  // One that lets something through is nearer to what is wanted than one that denies all.
  const nearest = certain.find(({ body }) => objectsAt(body, ["spec", direction]).length > 0) ?? certain[0];
  const lets = (policy: WorldObject): boolean =>
    objectsAt(policy.body, ["spec", direction]).some(
      (rule) => mayMeetPort(rule, port, portNames) && mayMeetPeer(rule, direction, other, policy, world),
    );
  return nearest === undefined || selecting.some(({ policy }) => lets(policy)) ? null : { policy: nearest, direction };
};

const policiesIn = once(
  (world: World): ReadonlyMap<string, readonly WorldObject[]> =>
    Map.groupBy(world.ofKind("NetworkPolicy"), (policy) => namespaceOf(policy, world)),
);

/** Without `policyTypes` it is about ingress, and about egress where it has rules of that. */
const isolates = ({ ref, body }: WorldObject, direction: Direction): boolean => {
  if (!ref.apiVersion.startsWith("networking.k8s.io/")) return false;
  const types = textsAt(body, ["spec", "policyTypes"]).map((type) => type.toLowerCase());
  if (types.length > 0) return types.includes(direction);
  return direction === "ingress" || objectsAt(body, ["spec", "egress"]).length > 0;
};

const mayMeetPort = (rule: JsonObject, port: number, names: readonly string[] | null): boolean => {
  const ports = listOf(rule["ports"]).filter(isObject);
  return (
    ports.length === 0 ||
    ports.some((one) => {
      if ((textAt(one, ["protocol"]) ?? "TCP") !== "TCP") return false;
      const { port: first, endPort: last = first } = one;
      if (first === undefined || first === null) return true;
      if (typeof first === "string") return names === null || names.includes(first);
      return typeof first !== "number" || (port >= first && port <= Number(last));
    })
  );
};

const mayMeetPeer = (
  rule: JsonObject,
  direction: Direction,
  other: Peer,
  policy: WorldObject,
  world: World,
): boolean => {
  const peers = listOf(rule[direction === "ingress" ? "from" : "to"]).filter(isObject);
  return peers.length === 0 || peers.some((peer) => mayBe(peer, other, policy, world));
};

/** The cluster decides which addresses pods have. */
const mayBe = (peer: JsonObject, other: Peer, policy: WorldObject, world: World): boolean => {
  const { ipBlock, namespaceSelector, podSelector } = peer;
  if (isObject(ipBlock)) return true;
  const inNamespace = isObject(namespaceSelector)
    ? selectorProblem(namespaceSelector) !== null ||
      selectsNamespace(namespaceSelector, other.namespace, world) !== false
    : other.namespace === namespaceOf(policy, world);
  return inNamespace && selectsPods(podSelector ?? {}, other) !== false;
};

const selectsPods = (selector: Json, { labels, complete }: Peer): Verdict => {
  if (selectorProblem(selector) !== null) return "unknown";
  const verdicts = requirementsOf(selector).map((requirement): Verdict => {
    const value = Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : undefined;
    if (value === undefined && !complete) return "unknown";
    const decides = value === undefined || !hasUnseen(value) || /Exist/.test(requirement.operator);
    return decides ? holds(requirement, labels) : "unknown";
  });
  if (verdicts.includes(false)) return false;
  return verdicts.includes("unknown") ? "unknown" : true;
};

import { nameOf } from "../../core/finding.ts";
import { capital } from "../../core/sentence.ts";
import { objectsAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { describeSelector, requirementsOf } from "../../kubernetes/label-selector.ts";
import { isObject, type Json, valueAt } from "../../kubernetes/manifest.ts";
import { listPath, objectPath } from "../../kubernetes/resource-path.ts";
import { selectionOf } from "../../signal/operator/monitor-selection.ts";
import type { Hop, SignalPath } from "../../signal/path/signal-path.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { WorldObject } from "../../world/world.ts";
import { type Got, withQuery } from "../reach/reader.ts";
import type { Scene } from "../scene.ts";
import { type ObservedHop, observedHop, type Sight } from "../verification.ts";

/** What a path's hop promised; null where it has no such hop. */
export const predictedOf = ({ hops }: SignalPath, name: Hop["hop"]): Hop["status"] | null => {
  const own = hops.filter(({ hop }) => hop === name);
  return (["broken", "unknown", "ok"] as const).find((status) => own.some((one) => one.status === status)) ?? null;
};

/** The two hops of an object's selection, as the API server itself evaluates the selectors that are live. */
export const observeSelection = async (
  path: SignalPath,
  object: WorldObject,
  prometheus: WorldObject,
  scene: Scene,
): Promise<readonly ObservedHop[]> => {
  const { world } = scene.resolution;
  const { selector, namespaceSelector, hop } = selectionOf(object.ref.kind);
  const namespace = namespaceOf(object, world);
  const home = namespaceOf(prometheus, world);
  const live = await scene.api.get(livePath(prometheus, home));
  const told = (name: Hop["hop"], [sight, what]: readonly [Sight, string]): ObservedHop =>
    observedHop(name, predictedOf(path, name), sight, what);
  if (!live.ok) {
    const why = `${nameOf(prometheus.ref)} cannot be read: ${live.why}.`;
    const sight = live.status === 404 ? "not-seen" : "cannot-be-seen";
    return [told(hop, [sight, why]), told("prometheus-selects-namespace", [sight, why])];
  }
  return [
    told(hop, await byLabels(object, namespace, valueAt(live.body, ["spec", selector]), scene)),
    told(
      "prometheus-selects-namespace",
      await byNamespace(namespace, home, valueAt(live.body, ["spec", namespaceSelector]), scene),
    ),
  ];
};

/** Where the API server has an object of the operator's kinds. */
export const livePath = (object: WorldObject, namespace: string): string =>
  objectPath(liveList(object, namespace), object.ref.name);

const liveList = ({ ref }: WorldObject, namespace: string): string =>
  listPath(ref.apiVersion, pluralOf(ref.kind), namespace);

/** Of the operator's own kinds, and of these alone. */
const pluralOf = (kind: string): string => (kind === "Prometheus" ? "prometheuses" : `${kind.toLowerCase()}s`);

const byLabels = async (
  object: WorldObject,
  namespace: string,
  selector: Json | undefined,
  scene: Scene,
): Promise<readonly [Sight, string]> => {
  const name = nameOf({ ...object.ref, namespace });
  if (!isObject(selector)) return ["not-seen", "The Prometheus has no selector for it, which selects nothing."];
  const listed = await scene.api.get(selecting(liveList(object, namespace), selector));
  if (!listed.ok) return ["cannot-be-seen", `${capital(listed.why)}.`];
  const asked = `asked in ${namespace} for ${describeSelector(selector)}`;
  if (listedNames(listed).includes(object.ref.name)) return ["seen", `The API server, ${asked}, lists ${name}.`];
  const there = await scene.api.get(livePath(object, namespace));
  return there.ok || there.status !== 404
    ? ["not-seen", `The API server, ${asked}, does not list ${name}.`]
    : ["not-seen", `${name} is not in the cluster.`];
};

const byNamespace = async (
  namespace: string,
  home: string,
  selector: Json | undefined,
  scene: Scene,
): Promise<readonly [Sight, string]> => {
  if (!isObject(selector))
    return namespace === home
      ? ["seen", `Without a namespace selector it takes those of its own namespace, ${home}.`]
      : ["not-seen", `Without a namespace selector it takes those of ${home} alone.`];
  if (requirementsOf(selector).length === 0) return ["seen", "It takes those of all namespaces."];
  const listed = await scene.api.get(selecting(listPath("v1", "namespaces", null), selector));
  if (!listed.ok) return ["cannot-be-seen", `${capital(listed.why)}.`];
  const asked = `asked for namespaces with ${describeSelector(selector)}`;
  return listedNames(listed).includes(namespace)
    ? ["seen", `The API server, ${asked}, lists ${namespace}.`]
    : ["not-seen", `The API server, ${asked}, does not list ${namespace}.`];
};

/** Names of what a list holds. */
export const listedNames = (got: Got): readonly string[] => (got.ok ? itemNames(got.body) : []);

/** The same of the list itself. */
export const itemNames = (list: Json): readonly string[] =>
  objectsAt(list, ["items"]).map((item) => textOrEmpty(item, ["metadata", "name"]));

/** A list by a label selector, which the API server evaluates. */
export const selecting = (path: string, selector: Json | undefined): string => {
  const text = selectorQuery(selector);
  return text === "" ? path : withQuery(path, { labelSelector: text });
};

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#list-and-watch-filtering */
const selectorQuery = (selector: Json | undefined): string =>
  requirementsOf(selector)
    .map(({ key, operator, values }) => {
      if (operator === "Equals") return `${key}=${values[0]}`;
      if (operator === "Exists") return key;
      if (operator === "DoesNotExist") return `!${key}`;
      return `${key} ${operator === "In" ? "in" : "notin"} (${values.join(",")})`;
    })
    .join(",");

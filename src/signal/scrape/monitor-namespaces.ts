import { textsAt } from "../../kubernetes/json-fields.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";

/**
 * Where a ServiceMonitor or PodMonitor looks: its own namespace unless its `namespaceSelector` says
 * otherwise; `all` for `any: true`.
 */
export const monitoredNamespaces = (
  monitor: WorldObject,
  prometheus: WorldObject | null,
  world: World,
): readonly string[] | "all" => {
  const own = [namespaceOf(monitor, world)];
  const selector = valueAt(monitor.body, selectorPath(monitor));
  if (ignoresSelectors(prometheus)) return own;
  if (valueAt(selector, ["any"]) === true) return "all";
  const names = textsAt(selector, ["matchNames"]);
  return names.length === 0 ? own : names;
};

/** True where the Prometheus has monitors look in their own namespace only. */
export const ignoresSelectors = (prometheus: WorldObject | null): boolean =>
  valueAt(prometheus?.body, ["spec", "ignoreNamespaceSelectors"]) === true;

/** Where the namespace selector stands: that of a Probe is among its targets. */
export const selectorPath = (monitor: WorldObject): readonly string[] =>
  monitor.ref.kind === "Probe" ? ["spec", "targets", "ingress", "namespaceSelector"] : ["spec", "namespaceSelector"];

/** The items of an index by namespace that lie where the monitor looks. */
export const inNamespaces = <T>(
  index: ReadonlyMap<string, readonly T[]>,
  names: readonly string[] | "all",
): readonly T[] =>
  names === "all" ? [...index.values()].flat() : [...new Set(names)].flatMap((name) => index.get(name) ?? []);

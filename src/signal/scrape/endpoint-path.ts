import { objectsAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject, Path } from "../../kubernetes/manifest.ts";
import type { WorldObject } from "../../world/world.ts";

/** The kinds of monitors that have a list of endpoints, each with the field of its spec that holds it. */
export const endpointFields = { ServiceMonitor: "endpoints", PodMonitor: "podMetricsEndpoints" } as const;

type Monitor = Pick<WorldObject, "ref" | "body">;

/** Where a monitor's endpoints stand; null for a Probe and a ScrapeConfig, which are one themselves. */
export const endpointsPath = ({ ref: { kind } }: Pick<Monitor, "ref">): readonly ["spec", string] | null =>
  kind === "ServiceMonitor" || kind === "PodMonitor" ? ["spec", endpointFields[kind]] : null;

/** Where one of them stands, likewise. */
export const endpointPath = (monitor: Pick<Monitor, "ref">, index: number): Path => {
  const list = endpointsPath(monitor);
  return list === null ? ["spec"] : [...list, index];
};

/** The endpoints of a ServiceMonitor or PodMonitor; none of any other kind. */
export const endpointsOf = (monitor: Monitor): readonly JsonObject[] => {
  const list = endpointsPath(monitor);
  return list === null ? [] : objectsAt(monitor.body, list);
};

import type { Path } from "../../kubernetes/manifest.ts";
import type { WorldObject } from "../../world/world.ts";

/** Where an endpoint stands in its monitor; a Probe and a ScrapeConfig are one themselves. */
export const endpointPath = ({ ref }: WorldObject, index: number): Path => {
  if (ref.kind === "ServiceMonitor") return ["spec", "endpoints", index];
  return ref.kind === "PodMonitor" ? ["spec", "podMetricsEndpoints", index] : ["spec"];
};

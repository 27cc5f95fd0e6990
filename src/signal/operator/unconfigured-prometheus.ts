import { nameOf } from "../../core/finding.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { operatorOf } from "./operator-of.ts";
import { prometheusVersion } from "./refusal.ts";

/**
 * Why the operator writes a Prometheus no configuration, whatever it selects, as a clause; null where it writes one. Of
 * a PrometheusAgent the same holds, a ThanosRuler has another version. Source: `NewConfigGenerator` in
 * pkg/prometheus/promcfg.go of the operator.
 */
export const whyNotConfigured = (prometheus: WorldObject, world: World): string | null => {
  if (prometheus.ref.kind === "ThanosRuler") return null;
  const operator = operatorOf(world);
  const version = prometheusVersion(prometheus, world);
  if (operator.does("configures Prometheus 3") || version.major < 3) return null;
  return `${nameOf(prometheus.ref)} is to be Prometheus ${version.version}, and operator v${operator.version} configures Prometheus 2 alone`;
};

/** The check that reports it, once a Prometheus. */
export const unconfigured = "operator-too-old-for-prometheus";

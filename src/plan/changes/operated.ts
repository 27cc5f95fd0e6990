import type { ResourceRef } from "../../core/finding.ts";

/**
 * Resources that prometheus-operator makes pods with volumes of:
 * https://prometheus-operator.dev/docs/api-reference/api/
 */
export const operatedKinds = ["Prometheus", "PrometheusAgent", "Alertmanager", "ThanosRuler"] as const;
export type OperatedKind = (typeof operatedKinds)[number];

/** Which of the kinds an object is of; null for any other object, also one of that name in another group. */
export const operatedKind = ({ apiVersion, kind }: ResourceRef): OperatedKind | null =>
  apiVersion.startsWith("monitoring.coreos.com/") ? (operatedKinds.find((one) => one === kind) ?? null) : null;

import { isDeepStrictEqual } from "node:util";
import { labelsAt, objectAt, textAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import { quantityOf } from "../../kubernetes/quantity.ts";
import type { OperatedKind } from "./operated.ts";

/** Of one of the operator's resources: the claim that each of its pods gets. */
export const claimTemplate: Path = ["spec", "storage", "volumeClaimTemplate"];

/**
 * What of a change no StatefulSet takes, so that the operator deletes it and makes another one; null where it is
 * updated. What a StatefulSet takes: `ValidateStatefulSetUpdate` in
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go; what the operator does
 * then: `ForceUpdateStatefulSet` in
 * https://github.com/prometheus-operator/prometheus-operator/blob/main/pkg/k8s/statefulset.go
 */
export const whyMadeAnew = (kind: OperatedKind, live: JsonObject, then: JsonObject): string | null => {
  const fixed: readonly (readonly [string, (body: JsonObject) => Json])[] = [
    ["storage", claimOf],
    ["serviceName", (body) => textAt(body, ["spec", "serviceName"]) ?? governingServices[kind]],
    ["podManagementPolicy", (body) => textAt(body, ["spec", "podManagementPolicy"]) ?? "Parallel"],
  ];
  return fixed.find(([, read]) => !isDeepStrictEqual(read(live), read(then)))?.[0] ?? null;
};

/** `governingServiceName` in https://github.com/prometheus-operator/prometheus-operator/tree/main/pkg */
const governingServices: Readonly<Record<OperatedKind, string>> = {
  Prometheus: "prometheus-operated",
  PrometheusAgent: "prometheus-agent-operated",
  Alertmanager: "alertmanager-operated",
  ThanosRuler: "thanos-ruler-operated",
};

/** What the operator takes over of the template (`MakeVolumeClaimTemplate`), as the API server compares it. */
const claimOf = (body: JsonObject): Json => {
  const metadata = [...claimTemplate, "metadata"];
  return {
    name: textAt(body, [...metadata, "name"]),
    labels: labelsAt(body, [...metadata, "labels"]),
    annotations: labelsAt(body, [...metadata, "annotations"]),
    spec: comparable({ volumeMode: "Filesystem", ...objectAt(body, [...claimTemplate, "spec"]) }),
  };
};

/** Quantities as numbers, and nothing that is empty: `apiequality.Semantic`. */
const comparable = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(comparable);
  if (!isObject(value)) return quantityOf(value) ?? value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === undefined || isEmpty(inner) ? [] : [[key, comparable(inner)] as const],
    ),
  );
};

const isEmpty = (value: Json): boolean =>
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

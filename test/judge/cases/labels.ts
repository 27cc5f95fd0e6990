import fc from "fast-check";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { type Doubt, often } from "./often.ts";

/** Namespaces of the trees that we have seen, most frequent first. */
export const namespaceNames = ["monitoring", "gpu-operator", "ml-training", "team-vision", "sandbox"] as const;
export type NamespaceName = (typeof namespaceNames)[number];

export const namespaceName: fc.Arbitrary<NamespaceName> = often(
  [10, fc.constant("monitoring" as const)],
  [4, fc.constant("gpu-operator" as const)],
  [2, fc.constant("ml-training" as const)],
  [1, fc.constant("team-vision" as const)],
  [1, fc.constant("sandbox" as const)],
);

const values: Readonly<Record<string, readonly string[]>> = {
  release: ["prometheus-stack", "kube-prometheus-stack", "prometheus"],
  app: ["nvidia-dcgm-exporter", "dcgm-exporter", "kube-prometheus-stack"],
  team: ["ml", "vision", "platform"],
  tier: ["gpu", "cpu", ""],
  prometheus: ["gpu", "main"],
  "app.kubernetes.io/name": ["dcgm-exporter", "dcgm"],
  monitoring: ["enabled", "true"],
};
const keys = Object.keys(values);
const someValue = (key: string): fc.Arbitrary<string> => fc.constantFrom(...(values[key] ?? ["x"]));

const someLabels = (allowed: readonly string[], max: number): fc.Arbitrary<JsonObject> =>
  fc
    .uniqueArray(fc.constantFrom(...allowed), { maxLength: max })
    .chain((chosen) => fc.tuple(...chosen.map(someValue)).map((found) => pairs(chosen, found)));

const pairs = (chosen: readonly string[], found: readonly string[]): JsonObject =>
  Object.fromEntries(chosen.map((key, i) => [key, found[i]]));

/** Labels of a monitor or rule: mostly the release's, often with others, sometimes none. */
export const objectLabels: fc.Arbitrary<JsonObject | undefined> = often(
  [
    10,
    fc
      .tuple(someLabels(keys, 2), someValue("release"), fc.boolean())
      .map(([rest, release, right]) => ({ ...rest, release: right ? "prometheus-stack" : release })),
  ],
  [4, someLabels(keys, 3)],
  [2, fc.constant(undefined)],
);

/** Labels of a namespace: mostly none. */
export const namespaceLabels: fc.Arbitrary<JsonObject> = often(
  [3, fc.constant({})],
  [2, someLabels(["monitoring", "team", "tier"], 3)],
);

const expression = (allowed: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc
    .constantFrom(...allowed)
    .chain((key) =>
      often<JsonObject>(
        [2, some(key).map((found) => ({ key, operator: "In", values: found }))],
        [2, some(key).map((found) => ({ key, operator: "NotIn", values: found }))],
        [1, fc.constant({ key, operator: "Exists" })],
        [1, fc.constant({ key, operator: "DoesNotExist" })],
      ),
    );
const some = (key: string): fc.Arbitrary<string[]> => fc.uniqueArray(someValue(key), { minLength: 1, maxLength: 3 });

const expressions = (allowed: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(fc.array(expression(allowed), { minLength: 1, maxLength: 2 }), fc.boolean(), someLabels(allowed, 1))
    .map(([matchExpressions, both, matchLabels]) => (both ? { matchLabels, matchExpressions } : { matchExpressions }));

/** A Prometheus' selector of objects: as the chart sets it, wider, narrower, everything, or absent. */
export const objectSelector: fc.Arbitrary<JsonObject | undefined> = often<JsonObject | undefined>(
  [8, fc.constant({ matchLabels: { release: "prometheus-stack" } })],
  [3, fc.constant({})],
  [2, someLabels(keys, 2).map((matchLabels) => ({ matchLabels }))],
  [4, expressions(keys)],
  [2, fc.constant(undefined)],
);

const nameKey = "kubernetes.io/metadata.name";

/** A Prometheus' selector of namespaces: mostly `{}`, as the chart sets it. */
export const namespaceSelector: fc.Arbitrary<JsonObject | undefined> = often<JsonObject | undefined>(
  [8, fc.constant({})],
  [3, fc.constant(undefined)],
  [2, expressions(["monitoring", "team", "tier"])],
  [1, someLabels(["monitoring", "team"], 2).map((matchLabels) => ({ matchLabels }))],
  [1, namespaceName.map((name) => ({ matchLabels: { [nameKey]: name } }))],
  [
    1,
    fc
      .tuple(fc.constantFrom("In", "NotIn"), fc.uniqueArray(namespaceName, { minLength: 1, maxLength: 2 }))
      .map(([operator, found]) => ({ matchExpressions: [{ key: nameKey, operator, values: found }] })),
  ],
);

const refusedSelectors: readonly JsonObject[] = [
  { matchExpressions: [{ key: "app", operator: "In", values: [] }] },
  { matchExpressions: [{ key: "app", operator: "Exists", values: ["dcgm-exporter"] }] },
  { matchExpressions: [{ key: "app", operator: "Equals", values: ["dcgm-exporter"] }] },
  { matchExpressions: [{ key: "app", operator: "NotIn" }] },
  { matchLabels: { "app name": "dcgm-exporter" } },
  { matchLabels: { app: "dcgm exporter" } },
];

/** What a ServiceMonitor or PodMonitor selects; now and then a selector that only the operator refuses. */
export const targetSelector = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>(
    [8, someLabels(["app", "app.kubernetes.io/name", "team"], 2).map((matchLabels) => ({ matchLabels }))],
    [4, expressions(["app", "app.kubernetes.io/name", "tier"])],
    [1, fc.constant({})],
    [doubt, fc.constantFrom(...refusedSelectors)],
  );

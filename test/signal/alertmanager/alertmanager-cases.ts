import fc from "fast-check";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";

/** Namespaces in which AlertmanagerConfigs lie; the Alertmanager is in the first. */
export const namespaces = ["monitoring", "gpu-operator", "ml"] as const;

/** An Alertmanager, its Secret, and AlertmanagerConfigs; all are called after the case. */
export interface AlertmanagerCase {
  readonly name: string;
  readonly objects: readonly JsonObject[];
}

const namespace = fc.constantFrom(...namespaces);
const receivers = ["chat", "silent", "mail"];

const matcher = fc
  .record({
    name: fc.constantFrom("severity", "team", "namespace"),
    value: fc.constantFrom("critical", "warning", "gpu-operator", "ml", "crit.*|warning", 'say "hi"', "a\\b", ""),
    matchType: fc.constantFrom("=", "!=", "=~", "!~"),
  })
  .map((one) => (one.matchType.includes("~") ? { ...one, value: one.value.replaceAll("\\", "") } : one));

const { node } = fc.letrec<{ node: JsonObject }>((tie) => ({
  node: fc.record(
    {
      receiver: fc.constantFrom(...receivers),
      matchers: fc.array(matcher, { maxLength: 2 }),
      continue: fc.boolean(),
      routes: fc.array(tie("node"), { maxLength: 2, depthIdentifier: "routes" }),
    },
    { requiredKeys: ["matchers"] },
  ) as fc.Arbitrary<JsonObject>,
}));

const notifying = { webhookConfigs: [{ url: "http://127.0.0.1:9/" }] };

const config = fc
  .record({
    namespace,
    root: node,
    receiver: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...receivers) },
      { weight: 1, arbitrary: fc.constant("gone") },
    ),
    selected: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    inhibits: fc.boolean(),
    routed: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  })
  .map(
    ({ namespace, root, receiver, selected, inhibits, routed }) =>
      (name: string, index: number): JsonObject => ({
        apiVersion: "monitoring.coreos.com/v1alpha1",
        kind: "AlertmanagerConfig",
        metadata: { name: `${name}-${index}`, namespace, labels: { case: selected ? name : "other" } },
        spec: {
          ...(routed ? { route: { ...root, receiver } } : {}),
          receivers: receivers.map((one) => (one === "silent" ? { name: one } : { name: one, ...notifying })),
          ...(inhibits
            ? {
                inhibitRules: [
                  {
                    sourceMatch: [{ name: "severity", value: "critical", matchType: "=" }],
                    targetMatch: [{ name: "severity", value: "warning|info", regex: true }],
                    equal: ["team"],
                  },
                ],
              }
            : {}),
        },
      }),
  );

const strategy = fc.constantFrom(undefined, "OnNamespace", "None", "OnNamespaceExceptForAlertmanagerNamespace");

const caseOf = (name: string): fc.Arbitrary<AlertmanagerCase> =>
  fc
    .record({
      configs: fc.array(config, { minLength: 1, maxLength: 3 }),
      strategy,
      everywhere: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
      severity: fc.constantFrom("critical", "warning"),
    })
    .map(({ configs, strategy, everywhere, severity }) => ({
      name,
      objects: [
        ...configs.map((make, index) => make(name, index)),
        {
          apiVersion: "v1",
          kind: "Secret",
          metadata: { name: `alertmanager-${name}`, namespace: namespaces[0] },
          stringData: {
            "alertmanager.yaml": JSON.stringify({
              route: { receiver: "null", routes: [{ receiver: "file", matchers: [`severity = ${severity}`] }] },
              receivers: [{ name: "null" }, { name: "file", webhook_configs: [{ url: "http://127.0.0.1:9/" }] }],
            }),
          },
        },
        {
          apiVersion: "monitoring.coreos.com/v1",
          kind: "Alertmanager",
          metadata: { name, namespace: namespaces[0] },
          spec: {
            replicas: 0,
            version: "v0.34.0",
            alertmanagerConfigSelector: { matchLabels: { case: name } },
            ...(everywhere ? { alertmanagerConfigNamespaceSelector: {} } : {}),
            ...(strategy === undefined ? {} : { alertmanagerConfigMatcherStrategy: { type: strategy } }),
          },
        },
      ],
    }));

/** Cases with names of their own, the same for the same seed. */
export const alertmanagerCases = (count: number, seed: number): readonly AlertmanagerCase[] =>
  Array.from({ length: count }, (_, index) =>
    fc.sample(caseOf(`case-${index}`), { numRuns: 1, seed: seed + index }),
  ).flat();

/** Labels of alerts to send through each case. */
export const alertLabelSets: readonly Readonly<Record<string, string>>[] = [
  { alertname: "A", severity: "critical", namespace: "gpu-operator" },
  { alertname: "A", severity: "warning", namespace: "monitoring", team: "ml" },
  { alertname: "A", severity: "info", namespace: "ml", team: 'say "hi"' },
  { alertname: "A", severity: "critical", team: "a\\b" },
];

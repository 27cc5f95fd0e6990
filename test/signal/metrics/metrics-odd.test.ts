import fc from "fast-check";
import { expect, test } from "vitest";
import { metricsPaths } from "../../../src/signal/metrics/metrics-path.ts";
import { hopNames } from "../../../src/signal/path/signal-path.ts";
import { worldOf } from "../world-of.ts";

const chart = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec: { serviceMonitorSelector: {}, podMonitorSelector: {}, probeSelector: {}, scrapeConfigSelector: {} }
`;

const scalar = fc.constantFrom<unknown>(
  null,
  true,
  0,
  9400,
  -1,
  "",
  "web",
  "9400",
  "(",
  [],
  {},
  [null],
  ["web"],
  "a\nb",
);
const objectOf = (...keys: string[]) => fc.dictionary(fc.constantFrom(...keys), scalar, { noNullPrototype: true });
const selector = fc.oneof(
  scalar,
  fc.record({
    matchLabels: fc.oneof(scalar, objectOf("app", "a b")),
    matchExpressions: fc.oneof(scalar, fc.array(objectOf("key", "operator", "values"))),
  }),
);
const relabelings = fc.oneof(
  scalar,
  fc.array(objectOf("action", "sourceLabels", "regex", "targetLabel", "replacement", "modulus", "separator")),
);
const endpoint = fc.oneof(
  scalar,
  fc.record(
    {
      port: scalar,
      targetPort: scalar,
      portNumber: scalar,
      path: scalar,
      interval: scalar,
      scheme: scalar,
      params: scalar,
      relabelings,
      metricRelabelings: relabelings,
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
);
const endpoints = fc.oneof(scalar, fc.array(endpoint, { maxLength: 3 }));
const spec = fc.oneof(
  scalar,
  fc.record(
    {
      selector,
      namespaceSelector: fc.oneof(scalar, objectOf("any", "matchNames")),
      endpoints,
      podMetricsEndpoints: endpoints,
      targets: fc.oneof(scalar, objectOf("staticConfig", "ingress")),
      prober: fc.oneof(scalar, objectOf("url", "path", "scheme")),
      staticConfigs: fc.oneof(scalar, fc.array(objectOf("targets", "labels"))),
      kubernetesSDConfigs: fc.oneof(scalar, fc.array(objectOf("role", "namespaces", "selectors"))),
      jobLabel: scalar,
      targetLabels: scalar,
      attachMetadata: scalar,
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
);
const service = fc.record(
  {
    selector: fc.oneof(scalar, objectOf("app")),
    ports: fc.oneof(scalar, fc.array(objectOf("name", "port", "targetPort"))),
    type: scalar,
  },
  { requiredKeys: [], noNullPrototype: true },
);
const template = fc.oneof(
  scalar,
  fc.record({
    metadata: fc.oneof(scalar, fc.constant({ labels: { app: "web" } })),
    spec: fc.oneof(
      scalar,
      fc.record({
        containers: fc.oneof(
          scalar,
          fc.array(fc.record({ name: scalar, ports: fc.oneof(scalar, fc.array(objectOf("name", "containerPort"))) })),
        ),
      }),
    ),
  }),
);

const document = (kind: string, body: unknown): string => {
  const group = ["Service", "Deployment"].includes(kind) ? "v1" : "monitoring.coreos.com/v1";
  return JSON.stringify({ apiVersion: group, kind, metadata: { name: "web", labels: { app: "web" } }, spec: body });
};

test("whatever a monitor, a Service or a pod template holds, every hop gets a verdict", () => {
  const kind = fc.constantFrom("ServiceMonitor", "PodMonitor", "Probe", "ScrapeConfig");
  fc.assert(
    fc.property(kind, spec, service, template, (monitor, body, behind, pods) => {
      const tree = [document(monitor, body), document("Service", behind), document("Deployment", { template: pods })];
      const paths = metricsPaths(worldOf({ chart, tree: tree.join("\n---\n") }));
      expect(paths.map(({ hops }) => hops.map(({ hop }) => hop))).toEqual([[...hopNames.metrics]]);
      for (const hop of paths.flatMap(({ hops }) => hops)) expect(hop.why).not.toBe("");
    }),
    { seed: 20261124, numRuns: 1500 },
  );
});

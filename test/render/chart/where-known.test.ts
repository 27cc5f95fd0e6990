import { expect, test } from "vitest";
import type { Json } from "../../../src/kubernetes/manifest.ts";
import { whereKnown } from "../../../src/render/chart/where-known.ts";

const values = {
  own: `
alertmanager: { config: { route: {} }, alertmanagerSpec: { replicas: 1, retention: "" } }
nodeExporter: { enabled: true }
prometheusOperator: { admissionWebhooks: { deployment: { replicas: 1 } } }
prometheus: { prometheusSpec: { replicas: 1, resources: {}, retention: "" }, ingress: { paths: [] } }
`,
  dependencies: new Map([["prometheus-node-exporter", "resources: {}\nservice: { port: 1 }\n"]]),
  nesting: new Set<string>(),
  switches: new Map([["nodeExporter", "prometheus-node-exporter"]]),
  templates: () => [],
};

test.for<[string, Json, string | null, boolean]>([
  ["alertmanager.alertmanagerSpec.config", {}, "alertmanager.config", true],
  ["alertmanager.alertmanagerSpec.config", "text", null, false],
  ["nodeExporter.resources", {}, "prometheus-node-exporter.resources", true],
  ["nodeExporter.port", 1, "prometheus-node-exporter.service.port", true],
  ["prometheus.replicas", 2, "prometheus.prometheusSpec.replicas", true],
  ["prometheusSpec", {}, "prometheus.prometheusSpec", false],
  // As near are those of Alertmanager.
  ["retention", "1d", null, false],
  // That of the webhook is another program's.
  ["prometheusOperator.replicas", 2, null, false],
  ["prometheus.unheard", 1, null, false],
])("%s: %j is meant for %s", ([path, value, wanted, certain]) => {
  const place = whereKnown(path.split("."), value, values);
  expect([place?.path.join(".") ?? null, place?.certain ?? false]).toEqual([wanted, certain]);
});

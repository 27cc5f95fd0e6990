import { expect, test } from "vitest";
import { webhooksFor } from "../../src/deploy/webhook.ts";
import type { Json, Manifest } from "../../src/kubernetes/manifest.ts";

const configuration = (kind: string, name: string, resources: readonly string[]): Manifest => {
  const clientConfig = { service: { namespace: "n", name } };
  const body = {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind,
    webhooks: [{ clientConfig, rules: [{ resources }] }],
  };
  return {
    ref: { apiVersion: body.apiVersion, kind, namespace: null, name },
    body: body as Readonly<Record<string, Json>>,
    text: "",
    origin: { from: "chart", template: "", hooks: [] },
    locate: () => ({ file: "", line: 1, column: 1 }),
  };
};

test("the Services behind the webhooks that judge these kinds, each once", () => {
  const chart = [
    configuration("ValidatingWebhookConfiguration", "operator", ["prometheusrules"]),
    configuration("MutatingWebhookConfiguration", "operator", ["prometheusrules"]),
    configuration("ValidatingWebhookConfiguration", "other", ["pods"]),
    configuration("Service", "none", ["prometheusrules"]),
  ];
  expect(webhooksFor(["PrometheusRule", "ConfigMap"], chart)).toEqual([{ namespace: "n", name: "operator" }]);
  expect(webhooksFor(["ConfigMap"], chart)).toEqual([]);
});

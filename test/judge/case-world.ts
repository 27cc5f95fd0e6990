import { isObject, type JsonObject, type Manifest } from "../../src/kubernetes/manifest.ts";
import { buildWorld } from "../../src/world/build-world.ts";
import type { World } from "../../src/world/world.ts";
import { chartOrigin, emptyStack, renderOf } from "../checks/subject.ts";
import { noExporter } from "../signal/world-of.ts";

/** An object as it would come out of a render. */
export const manifestOf = (body: JsonObject): Manifest => {
  const metadata = isObject(body["metadata"]) ? body["metadata"] : {};
  const namespace = metadata["namespace"];
  return {
    ref: {
      apiVersion: String(body["apiVersion"]),
      kind: String(body["kind"]),
      namespace: typeof namespace === "string" ? namespace : null,
      name: String(metadata["name"]),
    },
    body,
    origin: chartOrigin,
    text: JSON.stringify(body),
    locate: () => ({ file: "cases.yaml", line: 1, column: 1 }),
  };
};

/** The world in which all of these objects were rendered, and nothing else exists. */
export const caseWorld = (objects: readonly JsonObject[]): World =>
  buildWorld(emptyStack, renderOf({ chart: objects.map(manifestOf) }), noExporter);

const webhookService = { namespace: "monitoring", name: "operator" };

/** What a render holds where the webhook answers, with nothing in it that is not asked for. */
export const reachableWebhook: readonly JsonObject[] = [
  { apiVersion: "v1", kind: "Service", metadata: webhookService, spec: { ports: [{ port: 443 }] } },
  {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingWebhookConfiguration",
    metadata: { name: "operator" },
    webhooks: [
      {
        name: "prometheusrulevalidate.monitoring.coreos.com",
        failurePolicy: "Ignore",
        clientConfig: { service: webhookService },
        rules: [{ apiGroups: ["monitoring.coreos.com"], resources: ["prometheusrules"], operations: ["CREATE"] }],
      },
    ],
  },
];

import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { applyAllSurely } from "./apply.ts";
import { caseName, openCondition } from "./judge-case.ts";
import type { RunningOperator } from "./operator.ts";

const path = "/admission-prometheusrules/validate";
/** Nobody listens on port 1. */
const nowhere = "https://127.0.0.1:1";

const webhook = (name: string, url: string, ca: string, condition: string) => ({
  name: `${name}.judge.test`,
  admissionReviewVersions: ["v1"],
  sideEffects: "None",
  failurePolicy: "Ignore",
  timeoutSeconds: 10,
  clientConfig: { url: `${url}${path}`, caBundle: Buffer.from(ca).toString("base64") },
  rules: [
    { apiGroups: ["monitoring.coreos.com"], apiVersions: ["*"], resources: ["prometheusrules"], operations: ["*"] },
  ],
  matchConditions: [{ name: "by-name", expression: condition }],
});

const badRule = (name: string): JsonObject => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PrometheusRule",
  metadata: { name, namespace: "default" },
  spec: { groups: [{ name: "bad", rules: [{ record: "bad", expr: "1 +" }] }] },
});

/**
 * Registers the operator's validating webhook as the chart does (`failurePolicy: Ignore`), out of reach for objects
 * with an open name. The mutating one is left out: all it changes is an annotation, and labels that are no strings,
 * which the schema refuses before. Resolves once both are in force.
 */
export const registerWebhooks = async (
  cluster: EmbeddedCluster,
  { webhook: served }: RunningOperator,
): Promise<void> => {
  await applyAllSurely(cluster.request, [
    {
      ...{ apiVersion: "admissionregistration.k8s.io/v1", kind: "ValidatingWebhookConfiguration" },
      metadata: { name: "judge" },
      webhooks: [
        webhook("guarded", served.url, served.ca, `!${openCondition}`),
        webhook("open", nowhere, served.ca, openCondition),
      ],
    },
  ]);
  const create = async (open: boolean): Promise<number> => {
    const collection = "/apis/monitoring.coreos.com/v1/namespaces/default/prometheusrules?dryRun=All";
    return (await cluster.request("POST", collection, badRule(caseName(open, 0)))).status;
  };
  await cluster.processes.until("the webhook refuses a bad rule", async () => (await create(false)) === 422);
  if ((await create(true)) !== 201) throw new Error("A webhook that is out of reach refused a rule");
};

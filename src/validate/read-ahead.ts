import { compileRe2 } from "../promql/compile-re2.ts";
import { openRulesJudge } from "./cel/judge-rules.ts";
import { crdSource } from "./schemas/crd-source.ts";
import { schemaInUse } from "./schemas/schema-in-use.ts";
import { keyOf } from "./schemas/schema-key.ts";
import { locatedSources, type SchemaOptions } from "./schemas/schema-sources.ts";

/** What kube-prometheus-stack 88.5.3 renders to with its own values. */
const usual = [
  ...["ConfigMap", "Pod", "Secret", "Service", "ServiceAccount"].map((kind) => keyOf("v1", kind)),
  ...["DaemonSet", "Deployment"].map((kind) => keyOf("apps/v1", kind)),
  ...["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"].map((kind) =>
    keyOf("rbac.authorization.k8s.io/v1", kind),
  ),
  ...["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"].map((kind) =>
    keyOf("admissionregistration.k8s.io/v1", kind),
  ),
  ...["Alertmanager", "Prometheus", "PrometheusRule", "ServiceMonitor"].map((kind) =>
    keyOf("monitoring.coreos.com/v1", kind),
  ),
  keyOf("batch/v1", "Job"),
];

/**
 * Reads of the schemas that most renders need what this machine has of them, and loads what judges by them, before the
 * render is there: what is read once is read (src/core/lately.ts). Whatever is wrong with one is told when it is asked
 * for; here it is no error.
 */
export const readAhead = async (crds: readonly string[], options: SchemaOptions): Promise<void> => {
  compileRe2("");
  const sources = [crdSource("", crds, options.outside), ...locatedSources(options)];
  const found = await Promise.allSettled(sources.map(({ findHere }) => findHere(usual)));
  const schemas = found.flatMap((one) => (one.status === "fulfilled" ? one.value : [])).map(({ body }) => body);
  await openRulesJudge(schemas);
  for (const schema of schemas) schemaInUse(schema, []);
};

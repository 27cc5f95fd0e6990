import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { type Resolution, resolveSignals } from "../../../src/signal/resolve-signals.ts";
import { chartOrigin, emptyStack, manifestsOf, noExporter, renderOf } from "../../checks/subject.ts";

/** An alert of the tree. */
export interface TreeAlert {
  readonly alert: string;
  readonly expr?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * What is resolved of a stack with these GPU alerts and this configuration of Alertmanager; `stringData` is what the
 * files have, and what Alertmanager really runs may be another.
 */
export const resolutionOf = (alerts: readonly TreeAlert[], config: object, replicas = 1): Resolution => {
  const chart: readonly JsonObject[] = [
    {
      ...{
        apiVersion: "monitoring.coreos.com/v1",
        kind: "Prometheus",
        metadata: { name: "main", namespace: "monitoring" },
      },
      spec: {
        ...{ ruleSelector: {}, ruleNamespaceSelector: {} },
        alerting: { alertmanagers: [{ namespace: "monitoring", name: "alertmanager-operated", port: "web" }] },
      },
    },
    {
      ...{
        apiVersion: "monitoring.coreos.com/v1",
        kind: "Alertmanager",
        metadata: { name: "main", namespace: "monitoring" },
      },
      spec: { replicas },
    },
    {
      ...{ apiVersion: "v1", kind: "Secret", metadata: { name: "alertmanager-main", namespace: "monitoring" } },
      stringData: { "alertmanager.yaml": JSON.stringify(config) },
    },
  ];
  const rules = alerts.map(({ alert, expr = "DCGM_FI_DEV_GPU_TEMP > 85", labels = {} }) => ({ alert, expr, labels }));
  const tree = {
    ...{
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: { name: "gpu", namespace: "monitoring" },
    },
    spec: { groups: [{ name: "gpu", rules }] },
  };
  const text = chart.map((body) => JSON.stringify(body)).join("\n---\n");
  const render = renderOf({ chart: manifestsOf(text, chartOrigin), overlay: manifestsOf(JSON.stringify(tree)) });
  return resolveSignals(emptyStack, render, [], noExporter);
};

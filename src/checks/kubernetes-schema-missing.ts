import { nameOf, type ResourceRef } from "../finding.ts";
import type { Check } from "./check.ts";

export const kubernetesSchemaMissing: Check = {
  id: "kubernetes-schema-missing",
  title: "No schema describes the object's kind: neither Kubernetes nor a CRD of the chart knows it.",
  severity: "error",
  decidedBy: "kubeconform",
  reads: ["render", "validation"],
  cannotJudge: ({ render }) =>
    render.chart.error === null ? null : "the chart did not render: its CRDs may describe what nothing else does",
  *find({ validation }) {
    for (const { manifest, status } of validation.verdicts) {
      if (status !== "no-schema") continue;
      const { apiVersion, kind } = manifest.ref;
      yield {
        message: `${nameOf(manifest.ref)}: no schema describes ${apiVersion} ${kind}, so it was not checked, and a cluster without its CRD refuses it`,
        ...(isForeign(manifest.ref) ? { severity: "notice" } : {}),
        at: manifest.locate(["apiVersion"]),
        resource: manifest.ref,
        fix: {
          description:
            "Correct apiVersion or kind; for a CRD of your own, name a folder with its JSON schema in schema-locations",
          edits: [],
        },
      };
    }
  },
};

/**
 * A kind that neither Kubernetes nor the operator owns: its CRD may well be in the cluster, and only that is not to be seen from here.
 * Kubernetes' own groups: https://kubernetes.io/docs/reference/kubernetes-api/
 */
const isForeign = ({ apiVersion, kind }: ResourceRef): boolean => {
  const [group = "", version] = apiVersion.split("/");
  const isBuiltIn = version === undefined || !group.includes(".") || builtIn.has(group);
  return !isBuiltIn && group !== "monitoring.coreos.com" && !operatorKinds.has(kind);
};

const builtIn = new Set(
  [
    ...["admissionregistration", "apiextensions", "apiregistration", "authentication", "authorization", "certificates"],
    ...["coordination", "discovery", "events", "flowcontrol.apiserver", "internal.apiserver", "networking", "node"],
    ...["rbac.authorization", "resource", "scheduling", "storage", "storagemigration"],
  ].map((name) => `${name}.k8s.io`),
);

/** With another group they are a slip of the pen. */
const operatorKinds = new Set([
  ...["Alertmanager", "AlertmanagerConfig", "PodMonitor", "Probe", "Prometheus", "PrometheusAgent", "PrometheusRule"],
  ...["ScrapeConfig", "ServiceMonitor", "ThanosRuler"],
]);

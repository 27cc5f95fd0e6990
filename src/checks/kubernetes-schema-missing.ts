import { nameOf, type Problem, type ResourceRef } from "../core/finding.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
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
    const unknown = validation.verdicts.filter(({ status }) => status === "no-schema").map(({ manifest }) => manifest);
    for (const manifest of unknown) if (!isForeign(manifest.ref)) yield problemOf(manifest, nameOf(manifest.ref));
    const foreign = unknown.filter(({ ref }) => isForeign(ref));
    for (const [first, ...others] of Map.groupBy(foreign, ({ ref }) => `${ref.apiVersion} ${ref.kind}`).values())
      if (first !== undefined)
        yield {
          ...problemOf(first, `${nameOf(first.ref)}${others.length === 0 ? "" : ` and ${others.length} more`}`),
          severity: "notice",
        };
  },
};

const problemOf = ({ ref, locate }: Manifest, subject: string): Problem => ({
  message: `${subject}: no schema describes ${ref.apiVersion} ${ref.kind}, so it was not checked, and a cluster ${isBuiltIn(ref) ? "that serves no such version" : "without its CRD"} refuses it`,
  at: locate(["apiVersion"]),
  resource: ref,
  fix: { description: isBuiltIn(ref) ? takeServed : correctOrDescribe, edits: [] },
});

const takeServed =
  "Take the version that this Kubernetes serves: https://kubernetes.io/docs/reference/using-api/deprecation-guide/";
const correctOrDescribe =
  "Correct apiVersion or kind; for a CRD of your own, name a folder with its JSON schema in schema-locations";

/**
 * A kind that neither Kubernetes nor the operator owns: its CRD may well be in the cluster, and only that is
 * not to be seen from here.
 */
const isForeign = (ref: ResourceRef): boolean =>
  !isBuiltIn(ref) && !ref.apiVersion.startsWith("monitoring.coreos.com/") && !operatorKinds.has(ref.kind);

/** Of one of Kubernetes' own groups, in whatever version. https://kubernetes.io/docs/reference/kubernetes-api/ */
const isBuiltIn = ({ apiVersion, kind }: ResourceRef): boolean => {
  const [group = "", version] = apiVersion.split("/");
  return (version === undefined || !group.includes(".") || builtIn.has(group)) && !operatorKinds.has(kind);
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

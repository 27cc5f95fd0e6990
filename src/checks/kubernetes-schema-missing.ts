import { nameOf } from "../finding.ts";
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

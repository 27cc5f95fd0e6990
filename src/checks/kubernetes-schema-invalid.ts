import { nameOf } from "../core/finding.ts";
import type { Path } from "../kubernetes/manifest.ts";
import type { Check } from "./check.ts";

export const kubernetesSchemaInvalid: Check = {
  id: "kubernetes-schema-invalid",
  title: "An object breaks the schema of its kind: a wrong type, a missing or an unknown field, a broken rule.",
  severity: "error",
  decidedBy: "kubeconform",
  reads: ["validation"],
  *find({ validation }) {
    for (const { manifest, status, errors } of validation.verdicts) {
      if (status !== "invalid") continue;
      for (const { path, message } of errors)
        yield {
          message: `${nameOf(manifest.ref)}: ${path.length === 0 ? "" : `${dotted(path)}: `}${message}`,
          at: manifest.locate(path),
          resource: manifest.ref,
        };
    }
  },
};

/** `spec.endpoints[0].port`, as jsonpath and kubectl write it. */
const dotted = (path: Path): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");

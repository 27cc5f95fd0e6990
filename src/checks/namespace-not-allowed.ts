import { nameOf } from "../core/finding.ts";
import type { Check } from "./check.ts";

export const namespaceNotAllowed: Check = {
  id: "namespace-not-allowed",
  title: "An object of base or an overlay lands in a namespace that is not allowed.",
  severity: "error",
  decidedBy: "own",
  reads: ["render"],
  options: {
    namespaces: {
      type: "list",
      description: "Namespaces that base and overlays may put objects into; without any this check finds nothing",
      default: [],
    },
  },
  *find({ render }, options) {
    const allowed = options.list("namespaces");
    if (allowed.length === 0) return;
    for (const { ref, locate } of render.roots.flatMap(({ manifests }) => manifests)) {
      const namespace = ref.kind === "Namespace" ? ref.name : ref.namespace;
      if (namespace === null || namespace === undefined || allowed.includes(namespace)) continue;
      yield {
        message: `${nameOf(ref)} lands in ${namespace}, which is none of the allowed namespaces ${allowed.join(", ")}`,
        resource: ref,
        at: locate(ref.kind === "Namespace" ? ["metadata", "name"] : ["metadata", "namespace"]),
      };
    }
  },
};

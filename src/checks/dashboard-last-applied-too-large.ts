import type { Check } from "./check.ts";
import { dataBytes, mostDataBytes } from "./own/configmap-bytes.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const dashboardLastAppliedTooLarge: Check = {
  id: "dashboard-last-applied-too-large",
  title: "A ConfigMap is too large for a client-side apply.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const object of ownObjects(resolution, "ConfigMap")) {
      const bytes = Buffer.byteLength(JSON.stringify(object.body));
      // What no apply can bring, another check tells.
      if (bytes <= mostAnnotationBytes || dataBytes(object.body) > mostDataBytes) continue;
      yield {
        ...objectProblem(
          object,
          `it has ${bytes} bytes as JSON, and a client-side apply keeps a copy in an annotation, of at most ${mostAnnotationBytes}: \`kubectl apply\` and Argo CD without server-side apply are refused`,
          ["metadata", "name"],
        ),
        fix: {
          description: "Apply server-side, as mode: deploy does (`kubectl apply --server-side`), or make it smaller",
          edits: [],
        },
      };
    }
  },
};

/**
 * All annotations of an object together, 256 KiB:
 * https://github.com/kubernetes/apimachinery/blob/v0.35.4/pkg/api/validation/objectmeta.go
 * (`TotalAnnotationSizeLimitB`)
 */
const mostAnnotationBytes = 262144;

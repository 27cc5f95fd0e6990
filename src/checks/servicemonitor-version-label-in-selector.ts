import { labelsAt } from "../kubernetes/json-fields.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const servicemonitorVersionLabelInSelector: Check = {
  id: "servicemonitor-version-label-in-selector",
  title: "A selector names a version: the next upgrade ends the monitoring.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const kind of ["ServiceMonitor", "PodMonitor"])
      for (const monitor of ownObjects(resolution, kind)) {
        const labels = labelsAt(valueAt(monitor.body, ["spec", "selector"]) ?? null, ["matchLabels"]);
        for (const key of Object.keys(labels))
          if (changing.has(key))
            yield objectProblem(
              monitor,
              `its selector asks for ${key}: ${labels[key]}, which the next upgrade changes: then it matches nothing, and nobody is told`,
              ["spec", "selector", "matchLabels", key],
            );
      }
  },
};

/**
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ and what
 * controllers set by themselves.
 */
const changing: ReadonlySet<string> = new Set([
  ...["app.kubernetes.io/version", "helm.sh/chart", "chart", "pod-template-hash", "controller-revision-hash"],
]);

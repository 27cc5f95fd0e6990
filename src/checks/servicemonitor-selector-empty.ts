import { requirementsOf } from "../kubernetes/label-selector.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const servicemonitorSelectorEmpty: Check = {
  id: "servicemonitor-selector-empty",
  title: "A selector is empty: the monitor takes every Service in sight.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const kind of ["ServiceMonitor", "PodMonitor"])
      for (const monitor of ownObjects(resolution, kind)) {
        const selector = valueAt(monitor.body, ["spec", "selector"]);
        if (selector === undefined || requirementsOf(selector).length > 0) continue;
        const things = kind === "ServiceMonitor" ? "Service" : "pod";
        yield objectProblem(
          monitor,
          `its selector is empty, which means every ${things} of the namespaces it looks into: also those without metrics, and whatever comes later`,
          ["spec", "selector"],
        );
      }
  },
};

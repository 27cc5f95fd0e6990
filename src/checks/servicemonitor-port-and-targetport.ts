import { objectsAt } from "../kubernetes/json-fields.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const servicemonitorPortAndTargetport: Check = {
  id: "servicemonitor-port-and-targetport",
  title: "An endpoint names `port` and `targetPort`: the second is ignored.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const monitor of ownObjects(resolution, "ServiceMonitor"))
      for (const [index, endpoint] of objectsAt(monitor.body, ["spec", "endpoints"]).entries())
        if (isSet(endpoint["port"]) && isSet(endpoint["targetPort"]))
          yield objectProblem(
            monitor,
            "its endpoint names port and targetPort: the operator takes port and ignores the other, without a word",
            ["spec", "endpoints", index, "targetPort"],
          );
  },
};

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

import type { Check } from "./check.ts";
import { dataBytes, mostDataBytes } from "./own/configmap-bytes.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const dashboardConfigmapTooLarge: Check = {
  id: "dashboard-configmap-too-large",
  title: "A ConfigMap is larger than the API server takes.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const object of ownObjects(resolution, "ConfigMap")) {
      const bytes = dataBytes(object.body);
      if (bytes > mostDataBytes)
        yield objectProblem(
          object,
          `its data has ${bytes} bytes, and the API server takes at most ${mostDataBytes}: it is refused`,
          ["metadata", "name"],
        );
    }
  },
};

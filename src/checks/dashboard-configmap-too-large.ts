import { isObject, valueAt } from "../manifest.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own-objects.ts";

export const dashboardConfigmapTooLarge: Check = {
  id: "dashboard-configmap-too-large",
  title: "A ConfigMap is larger than the API server takes.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const object of ownObjects(resolution, "ConfigMap")) {
      const bytes = ["data", "binaryData"]
        .map((field) => valueAt(object.body, [field]))
        .filter(isObject)
        .flatMap((data) => Object.values(data))
        .reduce<number>((sum, text) => sum + Buffer.byteLength(String(text)), 0);
      if (bytes > mostBytes)
        yield objectProblem(
          object,
          `its data has ${bytes} bytes, and the API server takes at most ${mostBytes}: it is refused`,
          ["metadata", "name"],
        );
    }
  },
};

/** 1 MiB, all values together: https://kubernetes.io/docs/concepts/configuration/configmap/#motivation */
const mostBytes = 1024 * 1024;

import { objectsAt } from "../kubernetes/json-fields.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const servicemonitorEndpointPortUnset: Check = {
  id: "servicemonitor-endpoint-port-unset",
  title: "An endpoint names no port: every port of the Service is scraped.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const kinds = { ServiceMonitor: "endpoints", PodMonitor: "podMetricsEndpoints" };
    for (const [kind, list] of Object.entries(kinds))
      for (const monitor of ownObjects(resolution, kind))
        for (const [index, endpoint] of objectsAt(monitor.body, ["spec", list]).entries())
          if (ports.every((key) => endpoint[key] === undefined || endpoint[key] === "" || endpoint[key] === null))
            yield objectProblem(
              monitor,
              "its endpoint names no port, so that every port is scraped: those without metrics show as targets that are down",
              ["spec", list, index],
            );
  },
};

const ports: readonly string[] = ["port", "portNumber", "targetPort"];

import { endpointFields, endpointPath, endpointsOf } from "../signal/scrape/endpoint-path.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const servicemonitorEndpointPortUnset: Check = {
  id: "servicemonitor-endpoint-port-unset",
  title: "An endpoint names no port: every port of the Service is scraped.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const kind of Object.keys(endpointFields))
      for (const monitor of ownObjects(resolution, kind))
        for (const [index, endpoint] of endpointsOf(monitor).entries())
          if (ports.every((key) => endpoint[key] === undefined || endpoint[key] === "" || endpoint[key] === null))
            yield objectProblem(
              monitor,
              "its endpoint names no port, so that every port is scraped: those without metrics show as targets that are down",
              endpointPath(monitor, index),
            );
  },
};

const ports: readonly string[] = ["port", "portNumber", "targetPort"];

import { objectsAt } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
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
          if (isUnset(endpoint) && !choosesPorts(endpoint))
            yield objectProblem(
              monitor,
              "its endpoint names no port, so that every port is scraped: those without metrics show as targets that are down",
              endpointPath(monitor, index),
            );
  },
};

const ports: readonly string[] = ["port", "portNumber", "targetPort"];

const isUnset = (endpoint: JsonObject): boolean =>
  ports.every((key) => endpoint[key] === undefined || endpoint[key] === "" || endpoint[key] === null);

/** Relabelings that write the address, or keep and drop by port or container, choose among the ports instead. */
const choosesPorts = (endpoint: JsonObject): boolean =>
  objectsAt(endpoint, ["relabelings"]).some(({ action, sourceLabels, targetLabel }) =>
    /^(?:keep|drop)/i.test(String(action ?? ""))
      ? [sourceLabels].flat().some((label) => /__address__|_port|_pod_container_/.test(String(label)))
      : targetLabel === "__address__",
  );

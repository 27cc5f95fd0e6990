import { valueAt } from "../kubernetes/manifest.ts";
import { namespaceOf } from "../world/namespaces.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const servicemonitorNameCollision: Check = {
  id: "servicemonitor-name-collision",
  title: "A monitor has the name of one that the GPU exporter's own controller keeps: the two overwrite each other.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const { world } = resolution;
    const declared = world.exporter.objects.map(
      (body) =>
        `${String(body["kind"])} ${String(valueAt(body, ["metadata", "namespace"]))}/${String(valueAt(body, ["metadata", "name"]))}`,
    );
    for (const kind of ["ServiceMonitor", "PodMonitor", "Service", "DaemonSet", "ConfigMap"])
      for (const object of ownObjects(resolution, kind))
        if (declared.includes(`${kind} ${namespaceOf(object, world)}/${object.ref.name}`))
          yield objectProblem(
            object,
            `${world.exporter.name} brings an object of this name: whoever applies last wins, and the other's fields are lost`,
            ["metadata", "name"],
          );
  },
};

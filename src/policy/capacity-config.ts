import { objectAt } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { type ClusterSize, type SizeName, type StatedSize, sizeNames } from "../signal/capacity/cluster-size.ts";

const number = (description: string): JsonObject => ({ type: "integer", minimum: 0, maximum: 1e9, description });

/** The JSON Schema of `capacity`: how large a cluster is, for all targets or for one. */
export const capacityProperties: JsonObject = {
  capacity: {
    type: "object",
    description: "How large the cluster is, so that series, memory and disk of Prometheus can be foretold",
    additionalProperties: false,
    properties: {
      nodes: number("Nodes of the cluster"),
      gpus: number("GPUs of all nodes that are not parted into MIG devices"),
      "mig-devices": number("MIG devices of all nodes"),
      cpus: number("CPUs of a node, as the kernel counts them"),
      pods: number("Pods of all namespaces"),
      containers: number("Containers of these pods"),
      series: {
        type: "object",
        description:
          "Series of a monitor of which the exporter is not known, all its targets together, by Kind namespace/name",
        additionalProperties: { type: "integer", minimum: 0, maximum: 1e12 },
      },
    },
  },
};

/** What a configuration that fits the schema says of it; a target's own numbers before those of all. */
export const capacityIn = (value: JsonObject, before: ClusterSize): ClusterSize => {
  const given = objectAt(value, ["capacity"]);
  const stated = sizeNames.flatMap((name): readonly [SizeName, number][] => {
    const count = given[name];
    return typeof count === "number" ? [[name, count]] : [];
  });
  return {
    stated: { ...before.stated, ...(Object.fromEntries(stated) as StatedSize) },
    series: { ...before.series, ...(objectAt(given, ["series"]) as Readonly<Record<string, number>>) },
  };
};

import { OperatorError } from "../../core/errors.ts";
import type { Inputs } from "../../inputs.ts";
import type { Manifest } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import type { Outside } from "../../outside/outside.ts";
import type { Render } from "../../render/render.ts";
import { clusterSource } from "./cluster-source.ts";
import { crdSource } from "./crd-source.ts";
import { folderSource } from "./folder-source.ts";
import { httpSource, publicLocation } from "./http-source.ts";
import type { SchemaSource } from "./schema-source.ts";

interface Options {
  readonly inputs: Pick<Inputs, "schemaLocations">;
  readonly kubeVersion: string;
  readonly cluster: Cluster | null;
  readonly outside: Outside;
}

const sourceAt = (location: string, { kubeVersion, cluster, outside }: Options): SchemaSource => {
  if (location === "default") return httpSource(publicLocation, kubeVersion, outside);
  if (location === "cluster") {
    if (cluster !== null) return clusterSource(cluster);
    throw new OperatorError(
      "invalid-input",
      "schema-locations: `cluster` needs a cluster, and none is named",
      "Set kubeconfig or kubeconfig-data, or name another location, e.g. `default`.",
    );
  }
  if (/^https?:\/\//.test(location)) return httpSource(location, kubeVersion, outside);
  return folderSource(location, kubeVersion, outside);
};

/**
 * Where schemas come from, in the order asked: the CustomResourceDefinitions that would be applied, then
 * the locations of the input.
 */
export const schemaSources = (
  render: Render,
  manifests: readonly Manifest[],
  options: Options,
): readonly SchemaSource[] => {
  const { chart, crds } = render.chart;
  const own = manifests.filter(({ ref }) => ref.kind === "CustomResourceDefinition").map(({ text }) => text);
  return [
    crdSource(`CustomResourceDefinitions of ${chart.name} ${chart.version}`, crds, options.outside),
    ...(own.length > 0 ? [crdSource("CustomResourceDefinitions among the manifests", own, options.outside)] : []),
    ...locatedSources(options),
  ];
};

/** The locations of the input alone. Throws OperatorError `invalid-input`. */
export const locatedSources = (options: Options): readonly SchemaSource[] =>
  options.inputs.schemaLocations.map((location) => sourceAt(location, options));

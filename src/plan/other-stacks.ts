import type { ResourceRef } from "../core/finding.ts";
import { objectsOf } from "../kubectl/kubectl-output.ts";
import { textAt } from "../kubernetes/json-fields.ts";
import { refOf } from "../kubernetes/resource-ref.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import type { ReleaseName } from "./helm-release.ts";

/** A Prometheus of another helm release. */
export interface OtherStack {
  readonly prometheus: ResourceRef;
  readonly release: ReleaseName;
}

/** Where other releases run a Prometheus in this cluster; null where this account may not see the whole cluster. */
export const otherStacks = async (own: ReleaseName, cluster: Cluster): Promise<readonly OtherStack[] | null> => {
  const kinds = "prometheuses.monitoring.coreos.com";
  const flags = [["all-namespaces", true] as const, ["output", "json"] as const];
  const done = await cluster.kubectl(commandLine({ verb: ["get"], flags, positionals: [kinds] }));
  if (done.code !== 0) return null;
  return objectsOf(done.stdout).flatMap((object) => {
    const name = textAt(object, ["metadata", "annotations", "meta.helm.sh/release-name"]);
    const namespace = textAt(object, ["metadata", "annotations", "meta.helm.sh/release-namespace"]);
    if (name === null || namespace === null || (name === own.name && namespace === own.namespace)) return [];
    return [{ prometheus: refOf(object), release: { name, namespace } }];
  });
};

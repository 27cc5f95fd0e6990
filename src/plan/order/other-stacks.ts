import type { ResourceRef } from "../../core/finding.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import type { Json } from "../../kubernetes/manifest.ts";
import { refOf } from "../../kubernetes/resource-ref.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { ReleaseName } from "../../stack/release-name.ts";

/** The first Prometheus of another helm release. */
export interface OtherStack {
  readonly prometheus: ResourceRef;
  readonly release: ReleaseName;
}

/** Where other releases run a Prometheus in this cluster; null where this account may not see the whole cluster. */
export const otherStacks = async (own: ReleaseName, cluster: Cluster): Promise<readonly OtherStack[] | null> => {
  // By its path: kubectl would look up the kind first, of a CRD that may be newer than its cache.
  const path = "/apis/monitoring.coreos.com/v1/prometheuses";
  const done = await cluster.kubectl(commandLine({ verb: ["get"], flags: [["raw", path]] }));
  if (done.code !== 0) return null;
  const found = objectsAt(JSON.parse(done.stdout) as Json, ["items"]).flatMap((object): readonly OtherStack[] => {
    const name = textAt(object, ["metadata", "annotations", "meta.helm.sh/release-name"]);
    const namespace = textAt(object, ["metadata", "annotations", "meta.helm.sh/release-namespace"]);
    if (name === null || namespace === null || (name === own.name && namespace === own.namespace)) return [];
    return [{ prometheus: refOf(object), release: { name, namespace } }];
  });
  const byRelease = new Map(found.toReversed().map((one) => [`${one.release.namespace}/${one.release.name}`, one]));
  return [...byRelease.values()].toReversed();
};

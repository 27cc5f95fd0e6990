import type { ResourceRef } from "../../core/finding.ts";
import { readApiResources } from "../../kubectl/api-resources.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { refKey } from "../../kubernetes/resource-ref.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { immortalNamespaces, namespaceRef } from "../../plan/objects/landing.ts";
import { listLive } from "../../plan/objects/list-live.ts";
import type { LiveObjects } from "../../plan/objects/live-objects.ts";
import { deployedName } from "../../plan/order/deployed-state.ts";
import type { Planned } from "../../plan/planned.ts";
import type { Revision } from "../../plan/release/helm-release.ts";
import { readRelease } from "../../plan/release/read-release.ts";
import { releaseNameOf } from "../../stack/release-name.ts";
import type { DeployRequest } from "../deploy-request.ts";
import type { FormerLayer } from "./rollback-report.ts";

/** One object as it was before the first write. */
export interface FormerObject {
  readonly ref: ResourceRef;
  readonly layer: FormerLayer;
  /** As the API server had it, with managedFields; null where nothing lay there. */
  readonly live: JsonObject | null;
}

/** What a deploy goes back to. It holds secrets: it never leaves the run but for the cluster itself. */
export interface FormerState {
  /** The newest revision; null where there was none, or an uninstalled one: the deploy is a first install. */
  readonly release: Revision | null;
  /** Whether there is an uninstalled release, whose history helm keeps. */
  readonly hasHistory: boolean;
  /** Whether helm applied the release server-side, so that it takes fields from others only by force. */
  readonly serverSide: boolean;
  /** All that the deploy may write, base first; the note of what is deployed last. */
  readonly objects: readonly FormerObject[];
}

/**
 * Reads what the plan may change, anew and under the lock: the plan is some minutes old. Throws OperatorError
 * `unauthorized`, `cluster-unreachable` or `apply-failed`.
 */
export const keepFormerState = async ({
  planned,
  stack,
  cluster,
  helm,
}: Pick<DeployRequest, "planned" | "stack" | "cluster" | "helm">): Promise<FormerState> => {
  const name = releaseNameOf(stack.release);
  const { revision, content } = await readRelease(name, { helm, cluster });
  const places = placesOf(planned, name);
  const live = await readKnown(
    places.map(({ ref }) => ref),
    cluster,
  );
  const objects = places.map(({ ref, layer }) => ({ ref, layer, live: live(ref) ?? null }));
  return {
    release: content === null ? null : revision,
    hasHistory: revision !== null,
    serverSide: content?.serverSide ?? false,
    // What was there is helm's hook, or somebody's namespace: only those that the deploy makes are of interest.
    objects: objects.filter((one) => one.live === null || (one.layer !== "hook" && one.layer !== "namespace")),
  };
};

type Place = Pick<FormerObject, "ref" | "layer">;

/** Each object once, as the part that comes first in a deploy. */
const placesOf = ({ drafts, plan }: Planned, release: ReturnType<typeof releaseNameOf>): readonly Place[] => {
  const { name, namespace } = release;
  const note = { apiVersion: "v1", kind: "ConfigMap", namespace, name: deployedName({ name, namespace }) };
  const places: readonly Place[] = [
    ...drafts.map(({ ref, layer }) => ({ ref, layer })),
    ...plan.release.hooks.map((ref) => ({ ref, layer: "hook" as const })),
    ...(immortalNamespaces.has(namespace) ? [] : [{ ref: namespaceRef(namespace), layer: "namespace" as const }]),
    { ref: note, layer: "note" },
  ];
  return [...new Map(places.toReversed().map((place) => [refKey(place.ref), place])).values()].toReversed();
};

/** As `listLive`, where some kinds may not be known to the cluster: nothing can lie there of these. */
const readKnown = async (refs: readonly ResourceRef[], cluster: Cluster): Promise<LiveObjects> => {
  const api = await readApiResources(cluster, refs);
  const known = refs.filter((ref) => api(ref) !== undefined);
  return listLive(known, { api, cluster });
};

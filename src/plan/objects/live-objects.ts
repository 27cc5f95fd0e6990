import type { ResourceRef } from "../../core/finding.ts";
import { joinDocuments } from "../../kubectl/join-documents.ts";
import { accessFailure, applyError } from "../../kubectl/kubectl-failure.ts";
import { objectsOf } from "../../kubectl/kubectl-output.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { namedBy, refKey, refOf } from "../../kubernetes/resource-ref.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine } from "../../outside/command-line.ts";

/** What lies in the cluster, with managedFields; undefined where nothing does. */
export type LiveObjects = (ref: ResourceRef) => JsonObject | undefined;

/**
 * Reads objects by one kubectl, one request each: only their names are handed over, so that nothing of what they hold
 * has to be parsed once more. All kinds must be known to the cluster, and namespaced objects say where. Throws
 * OperatorError `unauthorized`, `cluster-unreachable` or `apply-failed`.
 */
export const readLive = async (
  refs: readonly ResourceRef[],
  cluster: Pick<Cluster, "kubectl" | "server">,
): Promise<LiveObjects> => {
  if (refs.length === 0) return () => undefined;
  const verb = ["get", "--filename=-", "--output=json", "--ignore-not-found", "--show-managed-fields"];
  const done = await cluster.kubectl(commandLine({ verb }), {
    stdin: joinDocuments(refs.map((ref) => JSON.stringify(namedBy(ref)))),
  });
  if (done.code !== 0) {
    const refused = refs.slice(0, 1).map((ref) => ({ ref, stderr: done.stderr }));
    throw accessFailure(done.stderr, cluster) ?? applyError(refused, cluster);
  }
  const found = new Map(objectsOf(done.stdout).map((object) => [refKey(refOf(object)), object]));
  return (ref) => found.get(refKey(ref));
};

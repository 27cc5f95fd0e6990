import type { ResourceRef } from "../core/finding.ts";
import type { ApiResource } from "../kubectl/api-resources.ts";
import { textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { listPath, objectPath } from "../kubernetes/resource-path.ts";
import { namedBy } from "../kubernetes/resource-ref.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import type { Completed } from "../outside/exec.ts";

/** Asks for an object's end and does not wait for it; somebody else may have done it meanwhile. */
export const deleteObject = (ref: ResourceRef, cluster: Pick<Cluster, "kubectl">): Promise<Completed> =>
  cluster.kubectl(commandLine({ verb: ["delete", "--filename=-", "--ignore-not-found", "--wait=false"] }), {
    stdin: JSON.stringify(namedBy(ref)),
  });

/**
 * The same of just the object that was read: another one that somebody has put in its place since is refused with
 * `(Conflict)`, and stays. kubectl asks for that by `--raw` alone.
 */
export const deleteAsRead = async (
  ref: ResourceRef,
  there: JsonObject,
  { resource }: ApiResource,
  cluster: Pick<Cluster, "kubectl">,
): Promise<Completed> => {
  const path = objectPath(listPath(ref.apiVersion, resource, ref.namespace), ref.name);
  const options = {
    ...{ apiVersion: "v1", kind: "DeleteOptions", propagationPolicy: "Background" },
    preconditions: { uid: textOrEmpty(there, ["metadata", "uid"]) },
  };
  const done = await cluster.kubectl(commandLine({ verb: ["delete", "--filename=-"], flags: [["raw", path]] }), {
    stdin: JSON.stringify(options),
  });
  return /\(NotFound\)/.test(done.stderr) ? { ...done, code: 0 } : done;
};

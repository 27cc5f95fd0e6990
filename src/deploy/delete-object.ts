import type { ResourceRef } from "../core/finding.ts";
import { namedBy } from "../kubernetes/resource-ref.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import type { Completed } from "../outside/exec.ts";

/** Asks for an object's end and does not wait for it; somebody else may have done it meanwhile. */
export const deleteObject = (ref: ResourceRef, cluster: Pick<Cluster, "kubectl">): Promise<Completed> =>
  cluster.kubectl(commandLine({ verb: ["delete", "--filename=-", "--ignore-not-found", "--wait=false"] }), {
    stdin: JSON.stringify(namedBy(ref)),
  });

import { randomUUID } from "node:crypto";
import type { ResourceRef } from "../../core/finding.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { namedBy } from "../../kubernetes/resource-ref.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine, type Flag } from "../../outside/command-line.ts";
import type { Completed } from "../../outside/exec.ts";
import type { Scratch } from "../../outside/outside.ts";

/** helm's own name as a field manager. */
export const helmManager = "helm";

interface PatchSender {
  readonly cluster: Pick<Cluster, "kubectl">;
  readonly scratch: Pick<Scratch, "write">;
  /** As whom; default: helm. */
  readonly manager?: string;
}

/**
 * Sends a JSON merge patch as helm does. From a file of the private scratch folder: kubectl can read only one thing
 * from standard input, and an argument would be in the list of processes.
 */
export const sendMergePatch = async (
  ref: ResourceRef,
  patch: JsonObject,
  flags: readonly Flag[],
  { cluster, scratch, manager = helmManager }: PatchSender,
): Promise<Completed> => {
  const file = await scratch.write(`patches/${randomUUID()}.json`, JSON.stringify(patch));
  const own: readonly Flag[] = [
    ["patch-file", file],
    ["field-manager", manager],
  ];
  return cluster.kubectl(commandLine({ verb: ["patch", "--type=merge", "--filename=-"], flags: [...own, ...flags] }), {
    stdin: JSON.stringify(namedBy(ref)),
  });
};

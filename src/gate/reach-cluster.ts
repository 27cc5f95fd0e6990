import { delimiter } from "node:path";
import { OperatorError } from "../core/errors.ts";
import { modeNeeds } from "../core/mode.ts";
import type { Inputs } from "../inputs.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { refuseUntrustedRun } from "./untrusted-event.ts";

/** Whose tree it is that the run reads. */
export interface TreeOrigin {
  /** Whether somebody may have written it who may not write to the repository. */
  readonly isForeign: boolean;
}

/** The target cluster, where this run has to do with one. */
export const reachCluster = async (
  inputs: Inputs,
  outside: Outside,
  { isForeign }: TreeOrigin,
): Promise<Cluster | null> => {
  const mode = modeNeeds(inputs.mode);
  // Before the kubeconfig is opened: its credential plugins run as soon as it is.
  if (mode.forWritersOnly) await refuseUntrustedRun(outside);
  const wanted = [mode.cluster, inputs.schemaLocations.includes("cluster"), inputs.exporter === "cluster"];
  if (!wanted.includes(true)) return null;
  if (isForeign) await refuseKubeconfigOfTree(inputs, outside);
  return outside.cluster();
};

/**
 * A kubeconfig names programs that give credentials. Where the tree may be somebody else's, none of its files is one.
 */
const refuseKubeconfigOfTree = async (inputs: Inputs, { env, workspace }: Outside): Promise<void> => {
  if (inputs.kubeconfigData !== undefined) return;
  const files = inputs.kubeconfig === undefined ? (env["KUBECONFIG"] ?? "").split(delimiter) : [inputs.kubeconfig];
  for (const file of files.filter((path) => path !== "")) {
    const kind = await workspace.kind(file);
    if (kind === "outside" || kind === "missing") continue;
    throw new OperatorError(
      "untrusted-event",
      `The kubeconfig ${file} lies in the repository, and on this event the tree may be anybody's: a kubeconfig can name a program that is run.`,
      "Write it to a file below $RUNNER_TEMP, or hand it over as the input kubeconfig-data.",
    );
  }
};

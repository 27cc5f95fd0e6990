import { delimiter } from "node:path";
import { OperatorError } from "../core/errors.ts";
import { modeNeeds } from "../core/mode.ts";
import { isWithin } from "../core/within.ts";
import type { Inputs } from "../inputs.ts";
import { type Cluster, isCluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import type { DeployTargets } from "./deploy-target.ts";
import { refuseUntrustedRun } from "./untrusted-event.ts";

/** Whose tree it is that the run reads, and what is said of its target. */
export interface TreeOrigin {
  /** Whether somebody may have written it who may not write to the repository. */
  readonly isForeign: boolean;
  /** The configuration that counts. */
  readonly config: DeployTargets;
}

/**
 * The target cluster, where this run has to do with one. Throws OperatorError as opening it does, and
 * `untrusted-event`, `invalid-input` or `gate-missing` where this run may not reach it.
 */
export const reachCluster = async (
  inputs: Inputs,
  outside: Outside,
  { isForeign, config }: TreeOrigin,
): Promise<Cluster | null> => {
  const mode = modeNeeds(inputs.mode);
  // Before the kubeconfig is opened: its credential plugins run as soon as it is.
  if (mode.forWritersOnly) await refuseUntrustedRun(outside, inputs.mode);
  const wanted = [mode.cluster, inputs.schemaLocations.includes("cluster"), inputs.exporter === "cluster"];
  if (!wanted.includes(true)) return null;
  await refuseKubeconfigOfTree(inputs, outside, isForeign);
  const cluster = await outside.cluster(config.target?.expectedCluster ?? null);
  if (inputs.mode === "deploy") refuseOtherGate(cluster, config);
  return cluster;
};

/**
 * A kubeconfig names programs that give credentials, and nothing of the tree is run: none of its files is one, whoever
 * wrote the tree.
 */
const refuseKubeconfigOfTree = async (
  inputs: Inputs,
  { env, files, workspace }: Outside,
  isForeign: boolean,
): Promise<void> => {
  if (inputs.kubeconfigData !== undefined) return;
  const named = inputs.kubeconfig === undefined ? (env["KUBECONFIG"] ?? "").split(delimiter) : [inputs.kubeconfig];
  for (const file of named.filter((path) => path !== "")) {
    // By where links lead, also those that lie outside and lead into the tree.
    const real = await files.real(workspace.absolute(file));
    if (real === null || !isWithin(workspace.root, real)) continue;
    const whose = isForeign ? "on this event the tree may be anybody's" : "nothing of the tree is run";
    throw new OperatorError(
      isForeign ? "untrusted-event" : "invalid-input",
      `The kubeconfig ${file} lies in the repository's folder, and ${whose}: a kubeconfig can name a program that is run.`,
      'Hand it over as the input kubeconfig-data, or let the step before write it below "$RUNNER_TEMP" and name it there (on your machine: anywhere outside of the repository).',
    );
  }
};

/**
 * A gate is before a cluster, by whatever name a run calls it. Another gate does only where it is before that cluster,
 * too: to open it has proved that.
 */
const refuseOtherGate = (cluster: Cluster, { target, targets }: DeployTargets): void => {
  const gate = targets.find(
    ({ name, gated, expectedCluster }) =>
      gated && name !== target?.name && expectedCluster !== null && isCluster(expectedCluster, cluster),
  );
  if (gate === undefined || (target?.gated === true && target.expectedCluster !== null)) return;
  throw new OperatorError(
    "gate-missing",
    `The cluster ${cluster.server} is that of the gated target ${gate.name}, and the run's target is ${target === null ? "none" : target.name}.`,
    `Nothing was changed. Set the input target to ${gate.name}, or correct the kubeconfig.`,
  );
};

import { isDeepStrictEqual } from "node:util";
import { applyError } from "../kubectl/kubectl-failure.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import { fieldManager } from "../plan/objects/compare.ts";
import { type Deployed, deployedKey, deployedName, readDeployed } from "../plan/order/deployed-state.ts";
import type { ReleaseName } from "../stack/release-name.ts";

/**
 * Notes what is deployed, beside the release; answers whether it was written: not where all but the time is noted
 * already. The ConfigMap is ours alone, so what somebody changed in it by hand is taken back. Throws OperatorError
 * `unauthorized`, `cluster-unreachable` or `apply-failed`.
 */
export const writeDeployed = async (
  cluster: Pick<Cluster, "kubectl" | "server">,
  release: ReleaseName,
  deployed: Deployed,
): Promise<boolean> => {
  const before = await readDeployed(cluster, release);
  if (
    before.ok &&
    before.deployed !== null &&
    isDeepStrictEqual({ ...before.deployed, at: "" }, { ...deployed, at: "" })
  )
    return false;
  const ref = { apiVersion: "v1", kind: "ConfigMap", namespace: release.namespace, name: deployedName(release) };
  const body = {
    apiVersion: ref.apiVersion,
    kind: ref.kind,
    metadata: {
      namespace: ref.namespace,
      name: ref.name,
      labels: { "app.kubernetes.io/managed-by": "prometheus-stack-action" },
    },
    data: { [deployedKey]: JSON.stringify(deployed) },
  };
  const done = await cluster.kubectl(
    commandLine({
      verb: ["apply", "--server-side", "--filename=-", "--force-conflicts", "--output=name"],
      flags: [["field-manager", fieldManager]],
    }),
    { stdin: JSON.stringify(body) },
  );
  if (done.code !== 0) throw applyError([{ ref, stderr: done.stderr }], cluster);
  return true;
};

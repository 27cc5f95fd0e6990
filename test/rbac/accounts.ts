import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";

/** kubeconfig of a ServiceAccount, by a token as a workflow would get it; lasts an hour. */
export const kubeconfigOf = async (cluster: EmbeddedCluster, namespace: string, name: string): Promise<string> =>
  cluster.kubeconfigWith({ token: await tokenOf(cluster, namespace, name) });

export const tokenOf = async (cluster: EmbeddedCluster, namespace: string, name: string): Promise<string> =>
  (await kubectl(cluster.kubeconfig, ["create", "token", name, `--namespace=${namespace}`])).trim();

/** Applies manifests as the administrator, as a person would. */
export const applyText = async (cluster: EmbeddedCluster, text: string): Promise<void> => {
  await kubectl(cluster.kubeconfig, ["apply", "--filename=-"], text);
};

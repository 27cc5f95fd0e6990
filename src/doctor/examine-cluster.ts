import { projectAddress } from "../core/project.ts";
import { reachCluster, type TreeOrigin } from "../gate/reach-cluster.ts";
import type { Inputs } from "../inputs.ts";
import { type NeededPermission, tellPermission } from "../kubectl/permission.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { missingPermissions } from "../plan/access/access.ts";
import type { ReleaseName } from "../stack/release-name.ts";
import { type Diagnosis, diagnose, good, lacking, passedOver, stopping } from "./diagnosis.ts";
import { neededRights } from "./needed-rights.ts";

/** Whether the run may reach the cluster that the inputs name, and whether that answers. */
export const examineCluster = async (
  inputs: Inputs,
  outside: Outside,
  origin: TreeOrigin,
): Promise<{ readonly diagnosis: Diagnosis; readonly cluster: Cluster | null }> => {
  const { diagnosis, value } = await diagnose("cluster", async () => {
    const cluster = await reachCluster(inputs, outside, origin);
    return { value: { cluster }, said: cluster === null ? "" : `${cluster.server}, Kubernetes ${cluster.version}` };
  });
  if (value === null || value.cluster !== null) return { diagnosis, cluster: value?.cluster ?? null };
  return { diagnosis: passedOver("cluster", `mode is ${inputs.mode}, which needs none`), cluster: null };
};

/** Whether the account may do what the mode asks of it whatever the stack holds. */
export const examineRights = async (
  inputs: Inputs,
  { cluster, release }: { readonly cluster: Cluster | null; readonly release: ReleaseName | null },
): Promise<Diagnosis> => {
  const subject = "cluster rights";
  if (cluster === null) return passedOver(subject, "no cluster was reached");
  if (release === null) return passedOver(subject, "the stack says in which namespace, and cannot be read");
  const { mode } = inputs;
  const { must, may } = neededRights({ mode, release, inputs });
  const [needed, wished] = [await lackedOf(must, cluster), await lackedOf(may, cluster)];
  if (needed === null || wished === null)
    return passedOver(subject, "the cluster does not tell what this account may do");
  const repair = `Grant them to the account of this kubeconfig; ${projectAddress}/blob/main/docs/rbac/${mode}.yaml has one with all that ${mode} asks for.`;
  if (needed.length > 0) return stopping(subject, { message: `The account lacks ${listed(needed)}.`, hint: repair });
  if (wished.length > 0) return lacking(subject, `The run sees less without ${listed(wished)}.`, repair);
  return good(subject, `all that ${mode} asks for beside the objects of the stack`);
};

const lackedOf = async (needed: readonly NeededPermission[], cluster: Cluster): Promise<readonly string[] | null> =>
  (await missingPermissions(needed, cluster))?.map(tellPermission) ?? null;

const shown = 5;

const listed = (permissions: readonly string[]): string =>
  permissions.length <= shown
    ? permissions.join("; ")
    : `${permissions.slice(0, shown).join("; ")}; and ${permissions.length - shown} more`;

import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { collectionPath, nameOf } from "./api-path.ts";
import { inTurn } from "./in-turn.ts";
import type { Batch } from "./judge-case.ts";

/**
 * Takes the batches out of the cluster, but for their namespaces: a Prometheus that selects everything
 * would be given them for ever.
 */
export const clear = async (cluster: EmbeddedCluster, batches: readonly Batch[]): Promise<void> => {
  await deleteAll(
    cluster,
    batches.flatMap(({ setting }) => setting.prometheuses),
  );
  await deleteAll(
    cluster,
    batches.flatMap(({ cases }) => cases),
  );
};

const deleteAll = async (cluster: EmbeddedCluster, objects: readonly JsonObject[]): Promise<void> => {
  await inTurn(objects, 16, async (object) => {
    const { status, body } = await cluster.request("DELETE", `${collectionPath(object)}/${nameOf(object)}`);
    if (status !== 200 && status !== 202 && status !== 404)
      throw new Error(`The API server answered ${status} to a deletion: ${JSON.stringify(body)}`);
  });
};

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { loadAll } from "js-yaml";
import { isObject, type JsonObject } from "../../src/manifest.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { tool } from "../tools-dir.ts";
import { nameOf } from "./api-path.ts";
import { applyAllSurely } from "./apply.ts";
import { type RunningOperator, startOperator } from "./operator.ts";
import { registerWebhooks } from "./webhooks.ts";
import { seatWitness } from "./witness.ts";

/** A cluster with the real operator's definitions, the operator itself, and its webhook. */
export interface Court {
  readonly cluster: EmbeddedCluster;
  readonly operator: RunningOperator;
  /** The operator's own CustomResourceDefinitions, as objects. */
  readonly crds: readonly JsonObject[];
  /** Ends everything. May be called twice. */
  close(): Promise<void>;
}

/** Opens a court; all is ready for cases when this resolves. */
export const openCourt = async (): Promise<Court> => {
  const [cluster, crds] = await Promise.all([startCluster({ nodes: 1 }), operatorCrds()]);
  try {
    await applyAllSurely(cluster.request, crds);
    await cluster.processes.until("the definitions are served", () => allServed(cluster, crds));
    const operator = await startOperator(cluster);
    await registerWebhooks(cluster, operator);
    await seatWitness(cluster);
    return { cluster, operator, crds, close: () => cluster.stop() };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
};

/** The operator prints the definitions that belong to it: these very ones are what the chart of its version installs. */
const operatorCrds = async (): Promise<readonly JsonObject[]> => {
  const { stdout } = await promisify(execFile)(await tool("operator"), ["crds"], { maxBuffer: 64 * 1024 * 1024 });
  return loadAll(stdout).filter(isObject);
};

const allServed = async (cluster: EmbeddedCluster, crds: readonly JsonObject[]): Promise<boolean> => {
  for (const crd of crds) {
    const [plural, group] = nameOf(crd).split(/\.(.*)/);
    const { versions } = crd["spec"] as { readonly versions: readonly { readonly name: string }[] };
    for (const { name } of versions)
      if ((await cluster.request("GET", `/apis/${group}/${name}/${plural}?limit=1`)).status !== 200) return false;
  }
  return true;
};
